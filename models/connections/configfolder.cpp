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

QString defaultSandboxFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/notification-console/sandbox"_s;
}

} // namespace nc
