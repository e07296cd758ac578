#include "publish/plan/tellorigins.h"

#include "core/errors.h"
#include "git/gitrepo.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

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

Result<void> tellOrigins(QList<PublishSource>& sources, const QString& regulation, const TaskContext& context)
{
    const QString folder = notificationsIn(regulation);
    if (sources.isEmpty() || folder.isEmpty())
        return {};
    const auto state = GitRepo(folder).state(context);
    if (!state && (state.error().is(errors::notARepository) || state.error().is(errors::noGit)))
        return {};
    if (!state)
        return fail(state.error());
    const QString top = QFileInfo(state->folder).canonicalFilePath();
    const QString prefix = folder == top ? QString() : QDir(top).relativeFilePath(folder) + u'/';
    QSet<QString> touched; // channel/name
    for (const QString& path : state->dirty) {
        if (path.startsWith(prefix))
            touched.insert(path.mid(prefix.size()).section(u'/', 0, 1));
    }
    for (PublishSource& source : sources)
        source.origin = TemplateOrigin{state->head, state->head.isEmpty() || touched.contains(source.key())};
    return {};
}

} // namespace nc
