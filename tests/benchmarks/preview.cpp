// From a key to the picture: an author types in a letter; how long until the preview shows it, the 40 ms included that
// the preview waits for the next key. Seen in the picture itself: each key changes the paper's colour. The peer is what
// the helper alone needs to prepare and render the same text, without a window.

#include "authoring/livecheck.h"
#include "core/taskrunner.h"
#include "widgets/preview/lettercanvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

constexpr int keys = 25;

QString letter(const QColor& paper)
{
    QString rows;
    for (int i = 0; i < 40; ++i)
        rows += u"<tr><td>${row%1!\"-\"}</td><td>Рядок таблиці %1</td></tr>\n"_s.arg(i);
    return u"<html><head><style>h1{color:navy}td{padding:4px}</style></head><body style=\"background:%1\"><h1>Лист</h1>"
           "<p>Шановна ${name?html},</p>[#if decided!false]<p>Ухвалено.</p>[/#if]<table><tbody>%2</tbody></table>"
           "</body></html>\n"_s.arg(paper.name(), rows);
}

QColor paperOf(int key)
{
    return QColor::fromHsv((key * 83) % 360, 200, 230);
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

bool isClose(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 24;
}

// Milliseconds of each key.
QList<double> typed(const std::shared_ptr<TemplateEngine>& engine, const QString& directory)
{
    TaskRunner tasks;
    LiveCheck live(tasks, engine);
    LetterCanvas canvas;
    canvas.resize(700, 900);
    canvas.show();
    QObject::connect(
        &live, &LiveCheck::previewed, &canvas, [&](const DraftPreview& preview) { canvas.setHtml(preview.text); });
    live.setTemplate({{Channel::Email, u"letter"_s}, directory});
    live.setData("{\"name\":\"Олена\"}");
    QList<double> times;
    for (int key = 0; key < keys; ++key) {
        QElapsedTimer clock;
        clock.start();
        live.setTexts({letter(paperOf(key)), {}});
        QEventLoop loop;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            // The lower right corner: nothing is written there.
            const QImage picture = canvas.grab({canvas.width() - 40, canvas.height() - 40, 4, 4}).toImage();
            if (isClose(picture.pixelColor(1, 1), paperOf(key)) || clock.elapsed() > 20'000)
                loop.quit();
        });
        look.start(1);
        loop.exec();
        if (key >= 3) // the first ones start the engines
            times += double(clock.nsecsElapsed()) / 1e6;
    }
    return times;
}

QList<double> helperAlone(TemplateEngine& engine, const QString& directory)
{
    const TaskContext task;
    QList<double> times;
    for (int key = 0; key < keys; ++key) {
        QElapsedTimer clock;
        clock.start();
        const auto prepared = engine.prepare({directory, letter(paperOf(key))}, task);
        if (!prepared || !engine.render({u"letter"_s, prepared->content, "{\"name\":\"x\"}"}, task))
            qFatal("the helper does not render");
        if (key >= 3)
            times += double(clock.nsecsElapsed()) / 1e6;
    }
    return times;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    const auto engine = std::make_shared<TemplateEngine>();
    const double browser = median(typed(engine, folder.path()));
    qputenv("NOTIFICATION_CONSOLE_LETTERVIEW", "text");
    const double simple = median(typed(engine, folder.path()));
    const double peer = median(helperAlone(*engine, folder.path()));
    for (const auto& [what, ours] :
        {std::pair("key to picture, browser engine", browser), std::pair("key to picture, simple view", simple)})
        std::printf("%s\t%.0f ms\t%.1f ms (helper alone)\t%.1f\t\t<= 100 ms\n", what, ours, peer, ours / peer);
    return 0;
}
