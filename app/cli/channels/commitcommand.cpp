#include "cli/channels/commitcommand.h"

#include "channels/commitmessage.h"
#include "git/errors.h"
#include "git/gitrepo.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> ChannelsCommitCommand::options() const
{
    return {{u"message"_s, u"TEXT"_s, tr_("the commit's message (else proposed from the change)"), u"m"_s},
        {u"push"_s, {}, tr_("offer it for review: to refs/for/<branch> with Gerrit, else to a branch of its own")},
        {u"branch"_s, u"NAME"_s, tr_("the branch to push to; the one that the clone follows only by its name")},
        {u"gerrit"_s, {}, tr_("push to refs/for/<branch> even if the remote does not look like Gerrit")},
        {u"verbose"_s, {}, tr_("when a hook refuses: what it said")}, registryOption()};
}

namespace {

/// What would be committed says what has changed, where both can be read; else nothing is made up.
Result<QString> proposedMessage(
    const GitRepo& repo, const QString& path, const ValuesFile& file, const TaskContext& task)
{
    const auto before = repo.committed(path, task);
    if (!before)
        return nc::fail(before.error());
    QString message;
    if (!*before)
        message = commitMessage(ChannelSettings(), file.settings());
    else if (const auto old = YamlDocument::parse(**before, path))
        message = commitMessage(channelSettings(*old), file.settings());
    return message.isEmpty() ? u"Change "_s + path : message;
}

} // namespace

int ChannelsCommitCommand::run(const Arguments& arguments, Environment& env)
{
    const auto file = loadForWriting(arguments, env);
    if (!file)
        return env.fail(file.error());
    const GitRepo repo(file->path());
    const auto refuse = [&](Error error) {
        const bool hook = error.is(errors::hookRefused) || error.is(errors::pushHookRefused);
        if (hook && !arguments.has(u"verbose"_s))
            error.detail.clear();
        return env.fail(error);
    };
    QString message = arguments.value(u"message"_s).trimmed();
    if (arguments.has(u"message"_s) && message.isEmpty())
        return env.usage(tr_("the message is empty"));
    // Before anything is done: what is in the way here, then a clone that lacks commits of the remote.
    const auto top = repo.top(env.task());
    if (!top)
        return env.fail(top.error());
    const QString path = QDir(*top).relativeFilePath(QFileInfo(file->path()).canonicalFilePath());
    const auto ready = repo.readyToCommit({path}, env.task());
    const bool nothing = !ready && ready.error().is(errors::nothingToCommit);
    if (!ready && !nothing)
        return env.fail(ready.error());
    if (ready && file->error())
        return env.fail(*file->error());
    const auto state = ready ? ready : repo.state(env.task());
    if (!state)
        return env.fail(state.error());
    const bool push = arguments.has(u"push"_s);
    QJsonObject result{{u"path"_s, path}, {u"branch"_s, state->branch}, {u"pushed"_s, false}};
    if (nothing && !(push && state->ahead > 0)) {
        env.say(describe(ready.error(), env.language));
        if (env.json)
            env.out().json(result);
        return exitcode::done;
    }
    const bool gerrit = arguments.has(u"gerrit"_s) || state->gerrit;
    if (message.isEmpty()) {
        auto proposed = proposedMessage(repo, path, *file, env.task());
        if (!proposed)
            return env.fail(proposed.error());
        message = std::move(*proposed);
    }
    // Only what was read and judged here.
    GitOffer offer{{{path}, message, gerrit, {{path, file->bytes()}}}, {}};
    if (push) {
        const QString branch = arguments.value(u"branch"_s);
        offer.push = gerrit ? GitPush{GitPush::Way::Gerrit, branch}
                            : GitPush{GitPush::Way::Branch,
                                branch.isEmpty() ? ownBranch(u"channels"_s, QDateTime::currentDateTimeUtc()) : branch};
    }
    const auto offered = repo.offer(offer, env.task());
    if (!offered)
        return refuse(offered.error());
    result.insert(u"commit"_s, offered->commit.isEmpty() ? state->head : offered->commit);
    if (!offered->commit.isEmpty())
        env.say(tr_("Committed %1 on %2.").arg(offered->commit.left(10), state->branch));
    if (offered->pushError) {
        if (env.json)
            env.out().json(result);
        return refuse(*offered->pushError);
    }
    if (offered->pushed) {
        const GitPushed& pushed = *offered->pushed;
        result.insert(u"pushed"_s, true);
        result.insert(u"ref"_s, pushed.ref);
        result.insert(u"url"_s, pushed.url.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(pushed.url));
        env.say(pushed.url.isEmpty() ? tr_("Pushed to %1.").arg(pushed.ref)
                                     : tr_("Pushed to %1: %2").arg(pushed.ref, pushed.url));
    }
    if (env.json)
        env.out().json(result);
    return exitcode::done;
}

} // namespace nc::cli
