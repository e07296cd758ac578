#include "gui/application.h"

#include <QTextStream>

int main(int argc, char** argv)
{
    // A web view that is made later shares its contexts; this must be said before the application is there.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    nc::gui::initResources();

    const auto options = nc::gui::readOptions(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << options.error() << Qt::endl;
        return 2;
    }
    if (options->help || options->version) {
        QTextStream(stdout) << (options->help ? nc::gui::optionsHelp()
                                              : QCoreApplication::applicationName() + u' '
                                        + QCoreApplication::applicationVersion() + u'\n');
        return 0;
    }
    nc::gui::Application application(app, *options);
    application.window().show();
    return QApplication::exec();
}
