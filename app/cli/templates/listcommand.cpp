#include "cli/templates/listcommand.h"

#include "templates/templatefolder.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString ListTemplatesCommand::summary() const
{
    return tr_("templates of a regulation");
}

int ListTemplatesCommand::run(const Arguments& arguments, Environment& env)
{
    const auto regulation = scanRegulation(arguments.positional.first());
    if (!regulation)
        return env.fail(regulation.error());
    for (const TemplateDirectory& directory : regulation->templates) {
        if (env.task().isCancelled())
            return env.fail({errors::cancelled, {}, {}});
        const TemplateFolder folder = readTemplateFolder(directory);
        const std::optional<QString>& title = folder.metadata.title;
        if (env.json) {
            env.out().json({{u"channel"_s, channelName(directory.key.channel)}, {u"name"_s, directory.key.name},
                {u"title"_s, title ? QJsonValue(*title) : QJsonValue()}, {u"path"_s, directory.path}});
        } else {
            env.out().line(title ? directory.key.toString() + u'\t' + *title : directory.key.toString());
        }
    }
    return exitcode::done;
}

} // namespace nc::cli
