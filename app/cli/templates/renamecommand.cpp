#include "cli/templates/renamecommand.h"

#include "cli/templates/templateargument.h"
#include "core/settings.h"
#include "failures/facts/shelflives.h"
#include "preview/samplesets.h"
#include "templates/source/templateoperations.h"
#include "templates/source/templateuses.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {

QString TemplatesRenameCommand::summary() const
{
    return tr_("give a template another name and say which business processes name it");
}

QList<OptionSpec> TemplatesRenameCommand::options() const
{
    return {{u"uses"_s, {}, tr_("write the new name into the business processes too")}};
}

int TemplatesRenameCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = templateArgument(arguments);
    if (!key)
        return env.fail(key.error());
    const QString& folder = arguments.positional.first();
    const QString& newName = arguments.positional[2];
    const auto profile = env.profileOf(folder);
    if (!profile)
        return env.fail(profile.error());
    const auto pass =
        env.pass(*profile, Operation::RenameTemplate, {key->toString(), newName + u' ' + arguments.typed({u"uses"_s})});
    if (!pass)
        return env.fail(pass.error());
    const auto uses = templateUses(folder, env.task());
    if (!uses)
        return env.fail(uses.error());
    const auto renamed = renameTemplate(folder, *key, newName);
    if (!renamed)
        return env.fail(renamed.error());
    // What this console keeps beside the template goes along.
    if (const auto moved = SampleSets(env.configFolder(), folder).moveAll(*key, renamed->key); !moved)
        return env.fail(moved.error());
    Settings settings(env.configFolder());
    if (const auto moved = ShelfLives::move(settings, key->toString(), renamed->key.toString()); !moved)
        return env.fail(moved.error());
    QStringList changed;
    if (arguments.has(u"uses"_s)) {
        const auto written = renameUses(folder, key->name, newName);
        if (!written)
            return env.fail(written.error());
        changed = *written;
    }
    QJsonArray named;
    for (const TemplateUse& use : *uses) {
        if (use.name != key->name)
            continue;
        named.append(use.file);
        if (!changed.contains(use.file))
            env.say(tr_("%1:%2 still names %3").arg(use.file).arg(use.line).arg(key->name));
    }
    if (env.json)
        env.out().json({{u"channel"_s, channelName(key->channel)}, {u"name"_s, newName}, {u"path"_s, renamed->path},
            {u"uses"_s, named}, {u"changed"_s, QJsonArray::fromStringList(changed)}});
    else
        env.out().line(renamed->path);
    return exitcode::done;
}

} // namespace nc::cli
