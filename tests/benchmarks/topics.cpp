// The topics page in the real window (without a screen): the newest 100 of a topic of ten million records, jumps in it,
// a live tail of 20,000 records a second, one record of 50 MB. Each part is a process of its own.
#include "connections/profilestore.h"
#include "gui/application.h"
#include "kafka/lists/recordsmodel.h"
#include "kafka/writing/recordwriter.h"
#include "support.h"
#include "testpass.h"
#include "widgets/table/datatable.h"
#include "widgets/text/textview.h"
#include "widgets/topics/topicspage.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QProcess>
#include <QSlider>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

constexpr int tailPace = 20'000;
constexpr int tailSeconds = 8;
constexpr qint64 largeBytes = 50'000'000;

/// How long the window was deaf: gaps between ticks that should come every 5 ms.
class Gaps : public QObject {
public:
    Gaps()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this,
            [this] { m_gaps.append(double(m_clock.nsecsElapsed()) / 1e6), m_clock.restart(); });
    }
    void start()
    {
        m_gaps.clear();
        m_clock.start();
        m_timer.start(5);
    }
    double percentile(double part)
    {
        std::ranges::sort(m_gaps);
        return m_gaps.isEmpty() ? 0 : m_gaps[qsizetype(double(m_gaps.size() - 1) * part)];
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    QList<double> m_gaps;
};

/// The page in its window, with the broker as its profile.
class Window {
public:
    Window()
    {
        gui::initResources();
        Profile profile;
        profile.name = u"benchmark"_s;
        profile.kafka = bench::broker();
        ProfileStore store(m_folder.path());
        if (!store.add(profile, testPass(Operation::AddProfile))
            || !store.use(profile.name, testPass(Operation::UseProfile)))
            bench::giveUp(u"the profile cannot be kept"_s);
        gui::Options options;
        options.configFolder = m_folder.path();
        options.language = Language::English;
        m_application = std::make_unique<gui::Application>(*qApp, options);
        m_application->window().resize(1400, 860);
        m_application->window().show();
        m_application->window().showPage(PageId::Topics);
        wait([] { return false; }, 300);
    }

    template <class T>
    T* find(const QString& name)
    {
        T* found = m_application->window().findChild<T*>(name);
        if (!found)
            bench::giveUp(u"there is no %1"_s.arg(name));
        return found;
    }
    TopicsPage* page() { return m_application->window().findChild<TopicsPage*>(); }
    int rows() { return find<DataTable>(u"recordTable"_s)->source()->rowCount(); }

    /// Milliseconds until `done`; the window lives meanwhile.
    static double wait(const std::function<bool()>& done, int most = 20'000)
    {
        QElapsedTimer clock;
        clock.start();
        QEventLoop loop;
        QTimer look;
        look.setTimerType(Qt::PreciseTimer);
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (done() || clock.elapsed() > most)
                loop.quit();
        });
        look.start(1);
        loop.exec();
        return double(clock.nsecsElapsed()) / 1e6;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<gui::Application> m_application;
};

void tell(const QList<double>& figures)
{
    QStringList words;
    for (const double one : figures)
        words.append(QString::number(one));
    std::printf("%s\n", qPrintable(words.join(u' ')));
}

void newest(const QString& topic)
{
    Window window;
    QList<double> times;
    for (int i = 0; i < 6; ++i) {
        window.page()->open({{u"topic"_s, topic}});
        times.append(Window::wait([&] { return window.rows() == 100; }));
    }
    times.removeFirst();
    tell({bench::median(times)});
}

void jumps(const QString& topic)
{
    Window window;
    window.page()->open({{u"topic"_s, topic}, {u"from"_s, u"beginning"_s}});
    auto* position = window.find<QSlider>(u"recordPosition"_s);
    Window::wait([&] { return position->isVisible(); });
    QList<double> times;
    for (const int step : {5000, 9000, 100, 7500, 2500, 5001, 9999, 3333, 6666}) {
        position->setValue(step);
        times.append(Window::wait([&] { return window.rows() > 0; }));
        Window::wait([&] { return window.rows() >= 20'000; }, 3000);
    }
    // And on, further than the window keeps rows.
    auto* table = window.find<DataTable>(u"recordTable"_s);
    position->setValue(1000);
    for (int i = 0; i < 8; ++i) {
        Window::wait([&] { return window.rows() >= 20'000; }, 3000);
        table->scrollToBottom();
        Window::wait([] { return false; }, 200);
    }
    tell({bench::median(times)});
}

/// Writes at an even pace until its time is over.
void feed(const QString& topic)
{
    const auto writer = RecordWriter::open(bench::broker(), *testSending());
    if (!writer)
        bench::giveUp(writer.error());
    Record record;
    record.topic = topic;
    record.value = QByteArray("{\"text\":\"") + QByteArray(180, 'x') + "\"}";
    QElapsedTimer clock;
    clock.start();
    for (qint64 sent = 0; sent < qint64(tailPace) * tailSeconds;) {
        for (; sent < clock.elapsed() * tailPace / 1000; ++sent) {
            record.partition = qint32(sent % 4);
            (void)(*writer)->enqueue(record, sent, [](const Result<WriteTarget>&, qint64) {}, {});
        }
        QThread::msleep(2);
    }
    (void)(*writer)->flush({});
}

void tail(const QString& topic)
{
    Window window;
    window.page()->open({{u"topic"_s, topic}, {u"from"_s, u"end"_s}});
    Window::wait([] { return false; }, 1000);
    QProcess feeder;
    feeder.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    feeder.start(QCoreApplication::applicationFilePath(), {u"feed"_s, topic});
    Window::wait([&] { return window.rows() > 0; });
    Gaps gaps;
    gaps.start();
    Window::wait([&] { return feeder.state() == QProcess::NotRunning; });
    const double late = gaps.percentile(0.99);
    Window::wait([&] { return window.rows() >= RecordsModel::capacity; }, 3000);
    tell({late, gaps.percentile(1), double(window.rows())});
}

void large(const QString& topic)
{
    Window window;
    window.page()->open({{u"topic"_s, topic}});
    Window::wait([&] { return window.rows() > 0; });
    Window::wait([] { return false; }, 500);
    auto* value = window.find<TextView>(u"recordValue"_s);
    Gaps gaps;
    gaps.start();
    window.find<DataTable>(u"recordTable"_s)->selectSourceRow(0);
    const double shown = Window::wait([&] { return value->text().size() > 1000; });
    Window::wait([] { return false; }, 500);
    tell({shown, gaps.percentile(1)});
}

QList<double> figures(const bench::Measured& run)
{
    QList<double> out;
    for (const QByteArray& word : run.output.simplified().split(' '))
        out.append(word.toDouble());
    return out;
}

QString milliseconds(double value)
{
    return u"%1 ms"_s.arg(value, 0, 'f', 0);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    qunsetenv("NOTIFYCTL_PROFILE"); // the window has a profile of its own
    const QByteArray part = argc > 2 ? argv[1] : "";
    const qint64 count = bench::number("NC_BENCH_LONG", 10'000'000);
    if (!part.isEmpty() && part != "feed") {
        const QApplication app(argc, argv);
        const QString topic = QString::fromLocal8Bit(argv[2]);
        part == "newest" ? newest(topic) : part == "jumps" ? jumps(topic) : part == "tail" ? tail(topic) : large(topic);
        // Closing the window in order is no part of it.
        std::fflush(stdout);
        std::_Exit(0);
    }
    const QCoreApplication app(argc, argv);
    if (part == "feed") {
        feed(QString::fromLocal8Bit(argv[2]));
        return 0;
    }
    const QString longTopic = u"benchmark.long.%1"_s.arg(count);
    bench::fill(
        longTopic, 4, count, [](qint64 i, Record& record) { record.value = "{\"n\":" + QByteArray::number(i) + '}'; });
    bench::fill(u"benchmark.tail"_s, 4, 0, [](qint64, Record&) {});
    bench::fill(u"benchmark.large"_s, 1, 1,
        [](qint64, Record& record) {
            record.value = "{\"text\":\"" + QByteArray("Рішення прийнято. ").repeated(largeBytes / 32) + "\"}";
        },
        {{u"max.message.bytes"_s, u"60000000"_s}});
    const auto run = [](const QString& what, const QString& topic) { return bench::measureSelf({what, topic}); };

    const bench::Measured first = run(u"newest"_s, longTopic);
    bench::row(u"newest 100 of %L1 records, in the window"_s.arg(count), milliseconds(figures(first).value(0)), {}, {},
        bench::megabytes(first.megabytes), u"100 ms"_s);
    const bench::Measured second = run(u"jumps"_s, longTopic);
    bench::row(u"jump in %L1 records"_s.arg(count), milliseconds(figures(second).value(0)), {}, {},
        bench::megabytes(second.megabytes), u"memory flat, 300 MB"_s);
    const bench::Measured third = run(u"tail"_s, u"benchmark.tail"_s);
    bench::row(u"live tail of %L1 records a second"_s.arg(tailPace),
        u"99th percentile %1, worst %2"_s.arg(
            milliseconds(figures(third).value(0)), milliseconds(figures(third).value(1))),
        {}, {}, bench::megabytes(third.megabytes), u"33 ms"_s);
    const bench::Measured fourth = run(u"large"_s, u"benchmark.large"_s);
    bench::row(u"one record of 50 MB"_s,
        u"shown after %1, longest stall %2"_s.arg(
            milliseconds(figures(fourth).value(0)), milliseconds(figures(fourth).value(1))),
        {}, {}, bench::megabytes(fourth.megabytes), u"stall 100 ms"_s);
    return 0;
}
