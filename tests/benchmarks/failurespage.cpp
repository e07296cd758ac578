// The page Failures in the real window (without a screen) with 100,000 dead letters: how long the window is deaf, at
// worst, while they are opened, judged, chosen, filtered, sorted and taken into the dialog for sending.
#include "connections/profilestore.h"
#include "gui/application.h"
#include "support.h"
#include "testpass.h"
#include "widgets/table/datatable.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QtEndian>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

const QString topicName = u"bench.failures.DLT"_s;

QByteArray number(qint64 value, int size)
{
    const qint64 big = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char*>(&big), 8).last(size);
}

void makeLetter(qint64 id, Record& record)
{
    static const QByteArrayList causes{"no such mailbox", "Relaying denied", "Connection refused", "timed out after "};
    const QByteArray text = QByteArray::number(id);
    record.partition = qint32(id % 15);
    record.value = R"({"context":{"businessProcessInstanceId":"p)" + text
        + R"("},"notification":{"subject":"s","message":")" + QByteArray(600, 'x') + R"("},"recipient":{"id":"person.)"
        + text + R"(","email":"p)" + text + R"(@example.test"}})";
    record.headers = {
        {"kafka_dlt-exception-fqcn", "org.springframework.kafka.listener.ListenerExecutionFailedException"},
        {"kafka_dlt-exception-message", causes[id % 4] + ' ' + text},
        {"kafka_dlt-original-topic", "email-notifications"}, {"kafka_dlt-original-partition", number(id % 15, 4)},
        {"kafka_dlt-original-offset", number(2'000'000'000 + id, 8)},
        {"__TypeId__", "com.epam.digital.data.platform.notification.dto.email.EmailNotificationMessageDto"}};
}

/// Milliseconds that this thread has worked.
double workNow()
{
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return double(at.tv_sec) * 1e3 + double(at.tv_nsec) / 1e6;
}

/// The window, and how long it was deaf since the last time it was asked.
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
        m_tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] {
            m_worst = std::max(m_worst, double(m_clock.nsecsElapsed()) / 1e6);
            m_worstWork = std::max(m_worstWork, workNow() - m_work);
            m_clock.restart();
            m_work = workNow();
        });
        m_clock.start();
        m_tick.start(5);
    }
    QWidget& widget() { return m_application->window(); }
    Page* page() { return m_application->window().page(PageId::Failures); }
    void showPage() { m_application->window().showPage(PageId::Failures); }
    template <class T>
    T* find(const QString& name)
    {
        T* found = m_application->window().findChild<T*>(name);
        if (!found)
            bench::giveUp(u"there is no %1"_s.arg(name));
        return found;
    }
    /// One row of the table: `act`, then the window lives until `done` and a moment longer.
    void measure(const QString& what, const std::function<void()>& act, const std::function<bool()>& done)
    {
        m_worst = m_worstWork = 0;
        m_clock.restart();
        m_work = workNow();
        QElapsedTimer whole;
        whole.start();
        act();
        QEventLoop loop;
        QTimer look;
        int calm = 0;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            calm = done() ? calm + 1 : 0;
            if (calm > 10 || whole.elapsed() > 120'000)
                loop.quit();
        });
        look.start(20);
        loop.exec();
        if (!done())
            bench::giveUp(u"%1 did not come to its end"_s.arg(what));
        bench::row(u"deaf for, at worst: "_s + what, u"%1 ms"_s.arg(m_worst, 0, 'f', 0),
            u"%1 ms of work"_s.arg(m_worstWork, 0, 'f', 0), {}, {}, u"100 ms"_s);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<gui::Application> m_application;
    QTimer m_tick;
    QElapsedTimer m_clock;
    double m_worst = 0;
    double m_work = 0;
    double m_worstWork = 0; ///< of the processor, which a busy machine does not lengthen
};

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // The window has a profile of its own.
    qunsetenv("NOTIFYCTL_PROFILE");
    QApplication application(argc, argv);
    const qint64 count = bench::number("NC_BENCH_LETTERS", 100'000);
    bench::fill(topicName, 15, count, makeLetter);
    Window w;
    w.showPage();
    DataTable* table = nullptr;
    DataTable* groups = nullptr;
    const auto open = [&] { w.page()->open({{u"tab"_s, u"letters"_s}, {u"topic"_s, topicName}}); };
    w.measure(u"opening and judging"_s, open, [&] {
        table = w.widget().findChild<DataTable*>(u"letterTable"_s);
        groups = w.widget().findChild<DataTable*>(u"letterGroups"_s);
        const bool filled = groups && groups->model()->rowCount() > 0;
        return filled && !groups->model()->index(0, 2).data().toString().isEmpty()
            && !groups->model()->index(0, 2).data().toString().contains(u"judged"_s) && table->model()->rowCount() > 0;
    });
    const int all = int(count);
    w.measure(
        u"choosing all groups"_s, [&] { groups->selectAll(); }, [&] { return table->model()->rowCount() == all; });
    w.measure(
        u"choosing all rows"_s, [&] { table->selectAll(); }, [] { return true; });
    for (const int column : {2, 0, 9})
        w.measure(
            u"sorting by column %1"_s.arg(column), [&] { table->sortBy(column, Qt::AscendingOrder); },
            [] { return true; });
    auto* state = w.find<QComboBox>(u"lettersFilterState"_s);
    auto* verdict = w.find<QComboBox>(u"lettersFilterVerdict"_s);
    w.measure(
        u"only what is not handled"_s, [&] { state->setCurrentIndex(1); }, [] { return true; });
    w.measure(
        u"any state again"_s, [&] { state->setCurrentIndex(0); }, [] { return true; });
    w.measure(
        u"only what would succeed"_s, [&] { verdict->setCurrentIndex(1); }, [] { return true; });
    w.measure(
        u"any verdict again"_s, [&] { verdict->setCurrentIndex(0); }, [] { return true; });
    w.measure(
        u"choosing all groups again"_s, [&] { groups->selectAll(); },
        [&] { return table->model()->rowCount() == all; });
    w.measure(
        u"the dialog for sending"_s, [&] { w.find<QPushButton>(u"replayActionButton"_s)->click(); },
        [] {
            const QWidget* dialog = QApplication::activeModalWidget();
            const auto* counts = dialog ? dialog->findChild<QLabel*>(u"replayCounts"_s) : nullptr;
            return counts && counts->text() != u"Looking what would go…"_s;
        });
    if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
        dialog->reject();
    w.measure(
        u"filtering by the expression"_s,
        [&] {
            w.page()->open(
                {{u"tab"_s, u"letters"_s}, {u"topic"_s, topicName}, {u"filter"_s, u"recipient: person.9"_s}});
        },
        [&] { return table->model()->rowCount() > 0 && table->model()->rowCount() < all; });
    return 0;
}
