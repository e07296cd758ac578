#include "core/installpaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc::installpaths {
namespace {

// Programs lie in <build>/bin (tests in <build>/tests/…) or <prefix>/bin.
QString find(const char* variable, const QString& inBuild, const QString& inShare)
{
    const QString chosen = qEnvironmentVariable(variable);
    if (!chosen.isEmpty())
        return chosen;
    QDir folder(QCoreApplication::applicationDirPath());
    const QString installed = QDir::cleanPath(folder.filePath(u"../share/notification-console/"_s + inShare));
    for (int up = 0; up < 5; ++up) {
        if (QFileInfo::exists(folder.filePath(inBuild)))
            return QDir::cleanPath(folder.absoluteFilePath(inBuild));
        if (!folder.cdUp())
            break;
    }
    return installed;
}

} // namespace

QString templateEngineJar()
{
    return find("NOTIFICATION_CONSOLE_TEMPLATE_ENGINE", u"java/template-engine.jar"_s, u"template-engine.jar"_s);
}

QString brokerFolder()
{
    return find("NOTIFICATION_CONSOLE_BROKER", u"java/broker"_s, u"broker"_s);
}

QString demoFolder()
{
    return find("NOTIFICATION_CONSOLE_DEMO", u"share/demo"_s, u"demo"_s);
}

} // namespace nc::installpaths
