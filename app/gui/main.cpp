#include "core/coredump.h"
#include "gui/application.h"
#include "gui/tour/tour.h"

#include <QTextStream>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace {

/// For the benchmark of the start: says on stdout that the window's first picture is on the screen.
class TellShown : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Expose && !m_told) {
            m_told = true;
            QTimer::singleShot(0, this, [] { QTextStream(stdout) << "shown" << Qt::endl; });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_told = false;
};

/// Help and version are for people without a display too, and QApplication would end the program there.
std::optional<int> tellAtOnce(int argc, char** argv)
{
    const std::span<char*> words(argv + 1, argv + argc);
    const auto isOneOf = [](const char* word) {
        const std::string_view w = word;
        return w == "-h" || w == "--help" || w == "-v" || w == "--version";
    };
    if (std::none_of(words.begin(), words.end(), isOneOf))
        return std::nullopt;
    const QCoreApplication app(argc, argv);
    nc::gui::initResources();
    const auto options = nc::gui::readOptions(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << options.error() << Qt::endl;
        return 2;
    }
    QTextStream(stdout) << (options->help
            ? nc::gui::optionsHelp()
            : QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n');
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    nc::forbidCoreDumps();
    if (const auto code = tellAtOnce(argc, argv))
        return *code;
    // A web view that is made later shares its contexts; this must be said before the application is there.
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    nc::gui::initResources();

    // Whatever Qt itself understands (-platform, -style, …) is gone from the arguments by now.
    const auto options = nc::gui::readOptions(QCoreApplication::arguments());
    if (!options) {
        QTextStream(stderr) << options.error() << Qt::endl;
        return 2;
    }
    nc::gui::Application application(app, *options);
    // Pictures are of one size, whatever the window was when it was last closed.
    if (!options->tour.isEmpty())
        application.window().resize(options->tourSize);
    application.window().show();
    TellShown tell;
    if (qEnvironmentVariableIsSet("NOTIFICATION_CONSOLE_TELL_SHOWN"))
        application.window().windowHandle()->installEventFilter(&tell);
    if (options->tour.isEmpty())
        return QApplication::exec();

    nc::gui::Tour tour(application, options->tour, nc::gui::allTourSteps());
    if (options->language)
        tour.driver().keepLanguage();
    QObject::connect(&tour, &nc::gui::Tour::finished, &tour, [&tour](const QString& failure) {
        QTextStream(stderr) << (failure.isEmpty() ? QStringLiteral("%1 pictures").arg(tour.pictures()) : failure)
                            << Qt::endl;
        QCoreApplication::exit(failure.isEmpty() ? 0 : 1);
    });
    tour.start();
    return QApplication::exec();
}
