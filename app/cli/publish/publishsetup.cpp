#include "cli/publish/publishsetup.h"

#include "connections/errors.h"
#include "publish/sourceadapter.h"
#include "render/templateengine.h"
#include "templates/preparedcache.h"
#include "templates/templatelibrary.h"

namespace nc::cli {

Result<QString> regulationFolder(const Arguments& arguments, const Profile& profile)
{
    if (!arguments.positional.isEmpty())
        return arguments.positional.first();
    if (profile.regulation.isEmpty())
        return nc::fail(errors::noRegulation, profile.name);
    return profile.regulation;
}

Result<LoadedSources> loadSources(const QString& folder, bool check, const Environment& env)
{
    TemplateEngine engine;
    const TemplateLibrary library(folder, engine, PreparedCache::defaultFolder());
    const auto regulation = library.scan();
    if (!regulation)
        return nc::fail(regulation.error());
    const auto publishables = library.publishables(env.task(), {}, check);
    if (!publishables)
        return nc::fail(publishables.error());
    LoadedSources loaded{toPublishSources(*publishables), {}};
    for (const Problem& problem : regulation->problems) {
        if (problem.severity == Severity::Error)
            loaded.regulationErrors.append(problem);
    }
    return loaded;
}

} // namespace nc::cli
