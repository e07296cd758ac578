#include "../../support/patience.h"
#include "failures/letters/deadletterstore.h"
#include "failures/lists/failuremodels.h"
#include "failureswindow.h"
#include "genuine.h"
#include "letters.h"
#include "testsandbox.h"
#include "whole.h"
#include "widgets/text/jsoneditor.h"
#include "widgets/text/textview.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The operator's journey in the real window: which causes, one dead letter, a replay by clicks, its state after it.
class TestGuiFailures : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<FailuresWindow> m_window;
    KafkaAccess m_access;
    QString m_target;
    QString m_topic;

    FailuresWindow& w() const { return *m_window; }
    void start(bool production)
    {
        m_window = std::make_unique<FailuresWindow>(m_sandbox->profile(), production);
        QTRY_VERIFY(w().page());
        w().page()->open({{u"tab"_s, u"letters"_s}, {u"topic"_s, m_topic}});
        auto* box = w().find<QComboBox>(u"letterTopic"_s);
        QTRY_COMPARE_WITH_TIMEOUT(box->currentData().toString(), m_topic, 20'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        gui::initResources();
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_access = m_sandbox->profile().kafka;
    }

    void init()
    {
        m_target = m_sandbox->makeTopic(u"failures"_s, 15, true);
        m_topic = m_target + u".DLT"_s;
        QList<Record> records;
        for (const QString& file :
            {u"50-email-smtp-550.jsonl"_s, u"52-smtp-down.jsonl"_s, u"55-email-null-subject.jsonl"_s}) {
            for (Record record : genuine::deadLetters(file)) {
                record.topic = m_topic;
                for (Header& header : record.headers) {
                    if (header.name == "kafka_dlt-original-topic")
                        header.value = m_target.toUtf8();
                }
                records.append(record);
            }
        }
        QVERIFY(letters::write(m_access, records));
    }

    void cleanup() { m_window.reset(); }

    void replaysADeadLetterByClicks()
    {
        start(false);
        auto* groups = w().find<DataTable>(u"letterGroups"_s);
        auto* table = w().find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 3, 20'000);
        // Choose the refused letter's group, then the letter.
        int refused = -1;
        for (int row = 0; row < 3; ++row) {
            if (w().cell(groups, row, FailureGroupModel::Cause).contains(u"refused"_s))
                refused = row;
        }
        QVERIFY(refused >= 0);
        w().clickRow(groups, refused);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        w().clickRow(table, 0);
        auto* summary = w().find<QLabel>(u"letterSummary"_s);
        QTRY_VERIFY(summary->isVisible());
        QTRY_VERIFY(summary->text().contains(u"550 5.1.1"_s));
        // Personal data is hidden until somebody asks for it.
        QTRY_VERIFY(w().find<TextView>(u"letterValue"_s)->text().contains("\"recipient\""));
        QVERIFY(!w().find<TextView>(u"letterValue"_s)->text().contains("reject1@example.test"));
        w().find<QAction>(u"maskFailuresAction"_s)->trigger();
        QTRY_VERIFY(w().find<TextView>(u"letterValue"_s)->text().contains("reject1@example.test"));
        w().picture(u"failures-letter"_s);

        QTest::mouseClick(w().find<QPushButton>(u"replayActionButton"_s), Qt::LeftButton);
        QTRY_VERIFY(w().inDialog<QPushButton>(u"replayGo"_s));
        auto* go = w().inDialog<QPushButton>(u"replayGo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), 20'000);
        QVERIFY(go->text().contains(u"1 record"_s));
        auto* reason = w().inDialog<QLineEdit>(u"replayReason"_s);
        QTest::mouseClick(reason, Qt::LeftButton);
        QTest::keyClicks(reason, u"address mended"_s);
        w().picture(u"failures-replay"_s);
        QVERIFY(letters::readAll(m_access, m_target).isEmpty());
        QTest::mouseClick(go, Qt::LeftButton);
        auto* counts = w().inDialog<QLabel>(u"replayCounts"_s);
        QTRY_VERIFY_WITH_TIMEOUT(counts->text().startsWith(u"1 sent"_s), 20'000);
        const QList<Record> arrived = letters::readAll(m_access, m_target);
        QCOMPARE(arrived.size(), 1);
        QVERIFY(arrived[0].value->contains("reject1@example.test"));
        QTest::mouseClick(w().inDialog<QPushButton>(u"replayClose"_s), Qt::LeftButton);

        // The state changes by itself.
        QTRY_COMPARE_WITH_TIMEOUT(w().cell(table, 0, FailureModel::State), u"replayed"_s, 20'000);
        w().picture(u"failures-after"_s);
        const auto store = DeadLetterStore::open(m_access);
        const LedgerIndex ledger = test::whole(*(*store)->ledger(m_topic, {}));
        QCOMPARE(ledger.entries().size(), 1);
        QCOMPARE(ledger.entries()[0].reason, u"address mended"_s);
    }

    void changesARecordBeforeItGoes()
    {
        start(false);
        auto* groups = w().find<DataTable>(u"letterGroups"_s);
        auto* table = w().find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 3, 20'000);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        w().clickRow(table, 0);
        w().find<QAction>(u"replayAction"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(w().isReady<QPushButton>(u"replayGo"_s), 20'000);
        w().click(w().inDialog<QPushButton>(u"replayEdit"_s));
        QTRY_VERIFY(w().inDialog<JsonEditor>(u"editText"_s));
        auto* editor = w().inDialog<JsonEditor>(u"editText"_s);
        auto* use = w().inDialog<QPushButton>(u"editUse"_s);
        // Nothing is changed yet; then it is no JSON; then it is what it should be.
        QVERIFY(!use->isEnabled());
        const QString before = editor->text();
        editor->setText(before + u"x"_s);
        QTRY_VERIFY(!w().inDialog<QLabel>(u"editProblem"_s)->text().isEmpty() && !use->isEnabled());
        QString after = before;
        after.replace(u"\"subject\": null"_s, u"\"subject\": \"mended\""_s);
        if (after == before)
            after.replace(u"\"subject\": \""_s, u"\"subject\": \"mended "_s);
        QVERIFY(after != before);
        editor->setText(after);
        QTRY_VERIFY(use->isEnabled());
        w().picture(u"failures-edit"_s);
        w().click(use);
        QTRY_VERIFY_WITH_TIMEOUT(w().isReady<QPushButton>(u"replayGo"_s)
                && w().inDialog<QLabel>(u"replayNotes"_s)->text().contains(u"stands in the ledger"_s),
            20'000);
        w().click(w().inDialog<QPushButton>(u"replayGo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w().inDialog<QLabel>(u"replayCounts"_s)->text().startsWith(u"1 sent"_s), 20'000);
        const QList<Record> arrived = letters::readAll(m_access, m_target);
        QCOMPARE(arrived.size(), 1);
        QVERIFY(arrived[0].value->contains("mended"));
        QVERIFY(!arrived[0].value->contains('\n'));
        const auto store = DeadLetterStore::open(m_access);
        const LedgerIndex ledger = test::whole(*(*store)->ledger(m_topic, {}));
        QVERIFY(!ledger.entries()[0].changes.isEmpty());
        w().click(w().inDialog<QPushButton>(u"replayClose"_s));
    }

    void productionAsksForTheTopic()
    {
        start(true);
        auto* groups = w().find<DataTable>(u"letterGroups"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 3, 20'000);
        w().find<QAction>(u"replayAction"_s)->trigger();
        QTRY_VERIFY(w().inDialog<QPushButton>(u"replayGo"_s));
        auto* go = w().inDialog<QPushButton>(u"replayGo"_s);
        auto* type = w().inDialog<QLineEdit>(u"replayType"_s);
        QTRY_VERIFY_WITH_TIMEOUT(go->text().contains(u"1 record"_s), 20'000);
        QVERIFY(!go->isEnabled());
        QTest::mouseClick(type, Qt::LeftButton);
        QTest::keyClicks(type, m_topic);
        QVERIFY(go->isEnabled());
        QTest::mouseClick(w().inDialog<QPushButton>(u"replayClose"_s), Qt::LeftButton);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(letters::readAll(m_access, m_target).isEmpty());
    }

    void discardsWithAReason()
    {
        start(false);
        auto* groups = w().find<DataTable>(u"letterGroups"_s);
        auto* table = w().find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 3, 20'000);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        w().clickRow(table, 0);
        QTRY_VERIFY(w().find<QAction>(u"discardAction"_s)->isEnabled());
        QTest::mouseClick(w().find<QPushButton>(u"discardActionButton"_s), Qt::LeftButton);
        QTRY_VERIFY(w().inDialog<QPushButton>(u"discardButton"_s));
        QVERIFY(!w().inDialog<QPushButton>(u"discardButton"_s)->isEnabled());
        QTest::keyClicks(w().inDialog<QLineEdit>(u"discardReason"_s), u"a duplicate"_s);
        QTest::mouseClick(w().inDialog<QPushButton>(u"discardButton"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(w().cell(table, 0, FailureModel::State), u"discarded"_s, 20'000);
    }
};

QTEST_MAIN(TestGuiFailures)
#include "tst_failures.moc"
