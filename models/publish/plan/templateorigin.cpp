#include "publish/plan/templateorigin.h"

#include "core/errors.h"
#include "git/errors.h"
#include "git/gitrepo.h"
#include "publish/plan/publishsource.h"
#include "templates/source/templatechanges.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// The folder that holds the channels, as links are resolved: git names files from its own top.
QString notificationsIn(const QString& regulation)
{
    const QFileInfo inner(regulation + u"/notifications"_s);
    return inner.isDir() ? inner.canonicalFilePath() : QFileInfo(regulation).canonicalFilePath();
}

} // namespace

Result<std::optional<Error>> tellOrigins(
    QList<PublishSource>& sources, const QString& regulation, const TaskContext& context)
{
    const QString folder = notificationsIn(regulation);
    if (sources.isEmpty() || folder.isEmpty())
        return std::optional<Error>();
    const auto state = GitRepo(folder).state(context);
    if (!state && state.error().is(errors::notARepository))
        return std::optional<Error>();
    if (!state && state.error().is(errors::cancelled))
        return fail(state.error());
    if (!state)
        return std::optional<Error>(state.error());
    const auto changes = templateChanges(regulation, context);
    if (!changes)
        return fail(changes.error());
    for (PublishSource& source : sources) {
        const auto key = TemplateKey::fromString(source.key());
        source.origin = TemplateOrigin{state->head, state->head.isEmpty() || (key && changes->contains(*key))};
    }
    return std::optional<Error>();
}

} // namespace nc
