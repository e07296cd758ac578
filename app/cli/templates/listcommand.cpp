#include "cli/templates/listcommand.h"

#include "git/errors.h"
#include "templates/source/templatechanges.h"
#include "templates/source/templatefolder.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

namespace {

/// How a template stands to the last commit; nothing outside a clone.
struct GitStates {
    bool known = false;
    QMap<TemplateKey, GitChange> changes;

    QString of(const TemplateKey& key) const
    {
        if (!known)
            return {};
        const auto change = changes.constFind(key);
        if (change == changes.cend())
            return u"unchanged"_s;
        return *change == GitChange::Added ? u"new"_s : *change == GitChange::Deleted ? u"deleted"_s : u"changed"_s;
    }
};

void print(
    const TemplateDirectory& directory, const std::optional<QString>& title, const QString& git, Environment& env)
{
    if (env.json) {
        env.out().json({{u"channel"_s, channelName(directory.key.channel)}, {u"name"_s, directory.key.name},
            {u"title"_s, title ? QJsonValue(*title) : QJsonValue()}, {u"path"_s, directory.path},
            {u"git"_s, git.isEmpty() ? QJsonValue() : QJsonValue(git)}});
        return;
    }
    QStringList columns{directory.key.toString()};
    const bool tell = !git.isEmpty() && git != u"unchanged"_s;
    if (title || tell)
        columns += title.value_or(QString());
    if (tell)
        columns += git;
    env.out().line(columns.join(u'\t'));
}

} // namespace

QString TemplatesListCommand::summary() const
{
    return tr_("templates of a regulation");
}

int TemplatesListCommand::run(const Arguments& arguments, Environment& env)
{
    const auto regulation = scanRegulation(arguments.positional.first());
    if (!regulation)
        return env.fail(regulation.error());
    GitStates git;
    if (auto changes = templateChanges(arguments.positional.first(), env.task())) {
        git = {true, std::move(*changes)};
    } else if (changes.error().is(errors::cancelled)) {
        return env.fail(changes.error());
    } else if (!changes.error().is(errors::notARepository)) {
        env.say(describe(changes.error(), env.language));
    }
    for (const TemplateDirectory& directory : regulation->templates) {
        if (env.task().isCancelled())
            return env.fail({errors::cancelled, {}, {}});
        const TemplateFolder folder = readTemplateFolder(directory);
        print(directory, folder.metadata.title, git.of(directory.key), env);
    }
    // Those whose directory is gone, but only since the last commit.
    for (auto change = git.changes.cbegin(); change != git.changes.cend(); ++change) {
        if (*change == GitChange::Deleted)
            print({change.key(), regulation->notifications + u'/' + change.key().toString()}, {}, u"deleted"_s, env);
    }
    return exitcode::done;
}

} // namespace nc::cli
