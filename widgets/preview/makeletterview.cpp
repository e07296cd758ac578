#include "widgets/preview/makeletterview.h"

#include "widgets/preview/letterviewfactory.h"
#include "widgets/preview/textletterview.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// Beside the program in a build tree, under lib/ when installed.
QString findBrowserPart()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const QString& place : {qEnvironmentVariable("NOTIFICATION_CONSOLE_LETTERVIEW"),
             program.absoluteFilePath(u"../lib/notification-console/webletterview.so"_s),
             program.absoluteFilePath(QStringLiteral(NC_LETTERVIEW_INSTALLED))}) {
        if (!place.isEmpty() && QFileInfo(place).isFile())
            return place;
    }
    return {};
}

} // namespace

std::unique_ptr<LetterView> makeLetterView(QWidget* parent)
{
    if (qEnvironmentVariable("NOTIFICATION_CONSOLE_LETTERVIEW") != u"text") {
        if (const QString part = findBrowserPart(); !part.isEmpty()) {
            // The part stays loaded as long as the program runs: a browser engine cannot be taken out again.
            QPluginLoader loader(part);
            if (auto* factory = qobject_cast<LetterViewFactory*>(loader.instance()))
                return std::unique_ptr<LetterView>(factory->make(parent));
            qWarning("The browser engine cannot be loaded: %s", qPrintable(loader.errorString()));
        }
    }
    return std::make_unique<TextLetterView>(parent);
}

} // namespace nc
