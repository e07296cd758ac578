#include "../../kafka/avrotext.h"
#include "failures/facts/platformtopics.h"
#include "failureswindow.h"
#include "genuine.h"
#include "letters.h"
#include "privatebroker.h"
#include "widgets/common/stateview.h"
#include "widgets/overview/card.h"

#include <QAction>
#include <QClipboard>
#include <QPushButton>
#include <QTreeView>

using namespace nc;
using namespace Qt::StringLiterals;

/// The window with an audit that nobody can decode: the schema registry is down. Nothing is "none", green or "on its
/// way".
class TestNotKnown : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void failedDeliveriesAreNotNone();
    void nothingIsOnItsWay();
    void theOverviewCountsNothing();

private:
    std::unique_ptr<test::PrivateBroker> m_broker;
    std::unique_ptr<FailuresWindow> m_window;
};

void TestNotKnown::initTestCase()
{
    m_broker = std::make_unique<test::PrivateBroker>(u"notknown"_s);
    for (const QString& topic : {u"user-notifications"_s, u"email-notifications"_s, u"inbox-notifications"_s,
             u"diia-notifications"_s, u"user-notifications.DLT"_s, u"audit-events"_s})
        m_broker->createTopic(topic, 15);
    QList<Record> records;
    for (Record record : genuine::read(u"01-good-event.jsonl"_s) + genuine::read(u"12-missing-variable.jsonl"_s)) {
        // As a registry frames it; what is behind the number needs the schema.
        if (record.topic == auditTopic())
            record.value = test::framed(258, *record.value);
        records.append(record);
    }
    QVERIFY(letters::write(m_broker->access(), records));
    Profile profile;
    profile.kafka = m_broker->access().connection;
    profile.kafka.schemaRegistry = u"http://127.0.0.1:1"_s;
    m_window = std::make_unique<FailuresWindow>(profile);
}

void TestNotKnown::failedDeliveriesAreNotNone()
{
    FailuresWindow& w = *m_window;
    w.page()->open({{u"tab"_s, u"deliveries"_s}});
    const auto isTold = [&w] {
        for (const StateView* view : w.page()->findChildren<StateView*>()) {
            if (view->isVisible() && view->state() == StateView::State::Failed)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 30'000);
    w.picture(u"notknown-deliveries"_s);
}

void TestNotKnown::nothingIsOnItsWay()
{
    FailuresWindow& w = *m_window;
    w.page()->open({{u"tab"_s, u"trace"_s}, {u"by"_s, u"recipient"_s}, {u"text"_s, u"bothuser"_s}});
    auto* text = w.find<QLineEdit>(u"traceText"_s);
    auto* tree = w.find<QTreeView>(u"traceTree"_s);
    auto* unseen = w.find<QLabel>(u"traceUnseen"_s);
    QTRY_VERIFY(text->isVisible());
    w.click(text);
    text->selectAll();
    QTest::keyClicks(text, u"bothuser"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() > 0 && unseen->isVisible(), 30'000);
    QVERIFY2(unseen->text().contains(u"audit-events"_s), qPrintable(unseen->text()));
    QVERIFY2(unseen->text().contains(u"schema-registry"_s), qPrintable(unseen->text()));
    w.find<QAction>(u"copyFailuresAction"_s)->trigger();
    const QString told = QApplication::clipboard()->text();
    QVERIFY2(!told.contains(u"on its way"_s) && !told.contains(u"missing"_s), qPrintable(told));
    QVERIFY2(told.contains(u"cannot be told"_s), qPrintable(told));
    w.picture(u"notknown-trace"_s);
}

void TestNotKnown::theOverviewCountsNothing()
{
    FailuresWindow& w = *m_window;
    w.window().showPage(PageId::Overview);
    const auto* card = w.window().findChild<Card*>(u"silentCard"_s);
    QVERIFY(card);
    QTRY_COMPARE_WITH_TIMEOUT(card->figure(), u"—"_s, 30'000);
    QCOMPARE(card->stateText(), u"not known"_s);
    auto* button = w.window().findChild<QAbstractButton*>(u"railFailures"_s);
    QVERIFY(button);
    QTRY_COMPARE(button->accessibleDescription(), u"not known"_s);
    w.picture(u"notknown-overview"_s);
}

QTEST_MAIN(TestNotKnown)
#include "tst_notknown.moc"
