#include "connections/configfolder.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nc {

QString configFolder(const QString& chosen)
{
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/notification-console"_s;
}

QString stateFolder(const QString& chosen)
{
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath() + u"/state"_s;
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    // The standard wants relative ones ignored.
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s) + u"/notification-console"_s;
}

QString defaultSandboxFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/notification-console/sandbox"_s;
}

} // namespace nc
