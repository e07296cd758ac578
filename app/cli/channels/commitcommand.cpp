#include "cli/channels/commitcommand.h"

#include "channels/commitmessage.h"
#include "core/errors.h"
#include "git/gitrepo.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> ChannelsCommitCommand::options() const
{
    return {{u"message"_s, u"TEXT"_s, tr_("the commit's message (else proposed from the change)"), u"m"_s},
        {u"push"_s, {}, tr_("offer it for review: to refs/for/<branch> with Gerrit, else to a branch")},
        {u"branch"_s, u"NAME"_s, tr_("the branch to push to (else the one that the clone follows)")},
        {u"gerrit"_s, {}, tr_("push to refs/for/<branch> even if the remote does not look like Gerrit")},
        registryOption()};
}

int ChannelsCommitCommand::run(const Arguments& arguments, Environment& env)
{
    const auto file = loadForWriting(arguments, env, arguments.has(u"push"_s) ? Operation::Push : Operation::Commit,
        {u"message"_s, u"branch"_s, u"gerrit"_s});
    if (!file)
        return env.fail(file.error());
    const GitRepo repo(file->path());
    // Before anything is done: a clone that lacks commits of the remote cannot offer its own.
    const auto state = arguments.has(u"push"_s) ? repo.readyToPush(env.task()) : repo.state(env.task());
    if (!state)
        return env.fail(state.error());
    const QString path = QDir(state->folder).relativeFilePath(QFileInfo(file->path()).canonicalFilePath());
    const bool gerrit = arguments.has(u"gerrit"_s) || state->gerrit;

    QString message = arguments.value(u"message"_s).trimmed();
    if (arguments.has(u"message"_s) && message.isEmpty())
        return env.usage(tr_("the message is empty"));
    if (message.isEmpty()) {
        const auto before = repo.committed(path, env.task());
        if (!before)
            return env.fail(before.error());
        const auto old = YamlDocument::parse(before->value_or(QByteArray()), path);
        message = commitMessage(old ? channelSettings(*old) : ChannelSettings(), file->settings());
        if (message.isEmpty())
            message = u"Change "_s + path;
    }
    QJsonObject result{{u"path"_s, path}, {u"branch"_s, state->branch}, {u"pushed"_s, false}};
    auto commit = repo.commit({path}, message, gerrit, env.task());
    // What was committed already can still be pushed.
    const bool pending = !commit && commit.error().is(errors::nothingToCommit) && state->ahead > 0;
    if (!commit && !(pending && arguments.has(u"push"_s))) {
        if (!commit.error().is(errors::nothingToCommit))
            return env.fail(commit.error());
        env.counted(0);
        env.say(describe(commit.error(), env.language));
        if (env.json)
            env.out().json(result);
        return exitcode::done;
    }
    result.insert(u"commit"_s, commit ? *commit : state->head);
    env.counted(1);
    if (commit)
        env.say(tr_("Committed %1 on %2.").arg(commit->left(10), state->branch));
    if (arguments.has(u"push"_s)) {
        GitPush target{gerrit ? GitPush::Way::Gerrit : GitPush::Way::Branch, arguments.value(u"branch"_s)};
        const auto pushed = repo.push(target, env.task());
        if (!pushed) {
            if (env.json)
                env.out().json(result);
            return env.fail(pushed.error());
        }
        result.insert(u"pushed"_s, true);
        result.insert(u"ref"_s, pushed->ref);
        result.insert(u"url"_s, pushed->url.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(pushed->url));
        env.say(pushed->url.isEmpty() ? tr_("Pushed to %1.").arg(pushed->ref)
                                      : tr_("Pushed to %1: %2").arg(pushed->ref, pushed->url));
    }
    if (env.json)
        env.out().json(result);
    return exitcode::done;
}

} // namespace nc::cli
