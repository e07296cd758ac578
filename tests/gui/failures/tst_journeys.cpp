#include "deadletters/deliveries/deliverystore.h"
#include "deadletters/lists/failuremodels.h"
#include "failureswindow.h"
#include "genuine.h"
#include "letters.h"
#include "testsandbox.h"
#include "widgets/shell/commandpalette.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace nc;

/// The operator's and the help desk's journeys, by clicks and keys, on a real Kafka and PostgreSQL.
class TestJourneys : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<FailuresWindow> m_window;
    KafkaAccess m_access;
    QString m_process;
    QString m_template;

    QString person(const QString& name) const { return name + u'.' + m_process.left(8); }

    /// A genuine silent failure, of a process, a template and a person of its own.
    QList<Record> silentFailure(const QString& name) const
    {
        QList<Record> records;
        for (Record record : genuine::read(u"11-unknown-template.jsonl"_s)) {
            QByteArray& value = *record.value;
            if (record.topic == u"audit-events" && !value.contains("\\\"channel\\\":\\\"email\\\",\\\"status"))
                continue;
            value.replace("InstanceId\\\":\\\"11\\\"", "InstanceId\\\":\\\"" + m_process.toUtf8() + "\\\"");
            value.replace("InstanceId\":\"11\"", "InstanceId\":\"" + m_process.toUtf8() + '"');
            value.replace("instance_id\": \"11\"", "instance_id\": \"" + m_process.toUtf8() + '"');
            value.replace("act-1", "act-" + name.toUtf8());
            value.replace("\\\"ann\\\"", "\\\"" + person(name).toUtf8() + "\\\"");
            value.replace("\"ann\"", '"' + person(name).toUtf8() + '"');
            value.replace("Nope", m_template.toUtf8());
            record.partition = 4;
            records.append(record);
        }
        return records;
    }
    void publish() const
    {
        m_database->run(u"insert into notification_template (name, channel, content, checksum, title) values ('%1', "
                        "'email', '<p>${name}</p>', 'x', 'Decided')"_s.arg(m_template));
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
        m_process = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_template = u"decided-"_s + m_process.left(8);
        m_database = m_sandbox->makeDatabase();
        Profile profile = m_sandbox->profile();
        profile.database = m_database->conninfo();
        m_window = std::make_unique<FailuresWindow>(profile);
        QTRY_VERIFY(m_window->page());
    }

    void cleanup()
    {
        m_window.reset();
        m_database.reset();
    }

    void operatorSendsWhatWouldWorkNow()
    {
        QVERIFY(letters::write(m_access, silentFailure(u"ann"_s) + silentFailure(u"bob"_s) + silentFailure(u"eve"_s)));
        FailuresWindow& w = *m_window;
        auto* line = w.find<QLineEdit>(u"deliveriesFilter"_s);
        w.click(line);
        QTest::keyClicks(line, u"process = "_s + m_process);
        QTest::keyClick(line, Qt::Key_Return);
        auto* groups = w.find<DataTable>(u"deliveryGroups"_s);
        auto* table = w.find<DataTable>(u"deliveryTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, 20'000);
        // As long as the template is not published they would only fail again.
        const auto verdict = [&](int row) {
            return table->model()->index(row, FailureModel::Verdict).data(roles::State).toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(verdict(0), u"would-fail"_s, 30'000);
        QCOMPARE(w.cell(groups, 0, FailureGroupModel::Verdict), u"3 would fail again"_s);
        w.picture(u"operator-1-would-fail"_s);

        // A colleague publishes it, and this window hears of it.
        publish();
        w.app().workspace().announceChange(u"templates"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(w.cell(groups, 0, FailureGroupModel::Verdict) == u"3 would succeed"_s,
            qPrintable(table->model()->index(0, FailureModel::Verdict).data(Qt::ToolTipRole).toString()), 30'000);
        w.clickRow(table, 0);
        auto* summary = w.find<QLabel>(u"deliverySummary"_s);
        QTRY_VERIFY(summary->isVisible());
        QVERIFY(summary->text().contains(m_template));
        w.picture(u"operator-2-would-succeed"_s);

        // One first.
        w.click(w.find<QPushButton>(u"replayActionButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w.isReady<QPushButton>(u"replayGo"_s), 30'000);
        QCOMPARE(w.inDialog<QPushButton>(u"replayGo"_s)->text(), u"Send 1 notification again"_s);
        QVERIFY(w.inDialog<QLabel>(u"replayNotes"_s)->text().contains(u"1 would succeed now"_s));
        QTest::keyClicks(w.inDialog<QLineEdit>(u"replayReason"_s), u"published now"_s);
        w.picture(u"operator-3-send-one"_s);
        w.click(w.inDialog<QPushButton>(u"replayGo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            w.inDialog<QLabel>(u"replayCounts"_s)->text().startsWith(u"1 sent, each exactly once"_s), 30'000);
        w.click(w.inDialog<QPushButton>(u"replayClose"_s));

        // Then the rest of the group.
        auto* states = w.find<QComboBox>(u"deliveriesFilterState"_s);
        states->setCurrentIndex(1);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 20'000);
        w.click(w.find<QPushButton>(u"replayActionButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w.isReady<QPushButton>(u"replayGo"_s), 30'000);
        QCOMPARE(w.inDialog<QPushButton>(u"replayGo"_s)->text(), u"Send 2 notifications again"_s);
        w.click(w.inDialog<QPushButton>(u"replayGo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w.inDialog<QLabel>(u"replayCounts"_s)->text().startsWith(u"2 sent"_s), 30'000);
        w.click(w.inDialog<QPushButton>(u"replayClose"_s));
        states->setCurrentIndex(0);
        for (int row = 0; row < 3; ++row)
            QTRY_COMPARE_WITH_TIMEOUT(w.cell(table, row, FailureModel::State), u"resent"_s, 20'000);

        // Each once, each to its one recipient and channel.
        QMap<QString, int> events;
        for (const Record& record : letters::readAll(m_access, u"user-notifications"_s)) {
            if (!record.value->contains(m_process.toUtf8()))
                continue;
            for (const QString& name : {u"ann"_s, u"bob"_s, u"eve"_s}) {
                if (record.value->contains("\"ignoreChannelPreferences\":true")
                    && record.value->contains(person(name).toUtf8()))
                    ++events[name];
            }
        }
        QCOMPARE(events, (QMap<QString, int>{{u"ann"_s, 1}, {u"bob"_s, 1}, {u"eve"_s, 1}}));

        // The ledger shows who did what and why.
        w.find<QTabWidget>(u"failuresTabs"_s)->setCurrentIndex(4);
        auto* ledger = w.find<DataTable>(u"ledgerTable"_s);
        QTRY_VERIFY(ledger->model()->rowCount() > 0);
        w.picture(u"operator-4-ledger"_s);
    }

    void operatorTakesADiscardBackFromTheLedger()
    {
        QVERIFY(letters::write(m_access, silentFailure(u"joe"_s)));
        FailuresWindow& w = *m_window;
        auto* line = w.find<QLineEdit>(u"deliveriesFilter"_s);
        QTest::keyClicks(line, u"process = "_s + m_process);
        QTest::keyClick(line, Qt::Key_Return);
        auto* table = w.find<DataTable>(u"deliveryTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 20'000);
        w.clickRow(table, 0);
        w.click(w.find<QPushButton>(u"discardActionButton"_s));
        QTRY_VERIFY(w.inDialog<QLineEdit>(u"discardReason"_s));
        QTest::keyClicks(w.inDialog<QLineEdit>(u"discardReason"_s), u"told by telephone "_s + m_process);
        w.click(w.inDialog<QPushButton>(u"discardButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w.cell(table, 0, FailureModel::State), u"discarded"_s, 20'000);

        w.find<QTabWidget>(u"failuresTabs"_s)->setCurrentIndex(4);
        auto* found = w.find<QLineEdit>(u"ledgerFilter"_s);
        QTest::keyClicks(found, m_process);
        auto* ledger = w.find<DataTable>(u"ledgerTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ledger->model()->rowCount(), 1, 20'000);
        w.clickRow(ledger, 0);
        auto* undo = w.find<QAction>(u"undoDiscardAction"_s);
        QTRY_VERIFY(undo->isEnabled());
        undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(w.cell(table, 0, FailureModel::State), u"open"_s, 20'000);
    }

    void helpDeskFindsAPersonAndSendsTheLetter()
    {
        QVERIFY(letters::write(m_access, silentFailure(u"ann"_s)));
        publish();
        FailuresWindow& w = *m_window;
        // From anywhere, by the keyboard alone.
        w.window().showPage(PageId::Overview);
        QTest::keyClick(&w.window(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = w.window().findChild<CommandPalette*>();
        QTRY_VERIFY(palette->isVisible());
        auto* command = palette->findChild<QLineEdit*>(u"paletteLine"_s);
        QTest::keyClicks(command, u"happened to a person"_s);
        QTest::keyClick(command, Qt::Key_Return);
        QTRY_COMPARE(w.window().currentPage(), PageId::Failures);
        auto* text = w.find<QLineEdit>(u"traceText"_s);
        QTRY_VERIFY(text->isVisible() && text->hasFocus());
        QTest::keyClicks(text, person(u"ann"_s));
        QTest::keyClick(text, Qt::Key_Return);

        // One timeline: requested, the letter failed and why, nothing sent since.
        auto* tree = w.find<QTreeView>(u"traceTree"_s);
        auto* send = w.find<QPushButton>(u"replayActionButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() == 1 && send->isEnabled(), 30'000);
        w.find<QAction>(u"copyFailuresAction"_s)->trigger();
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"requested"_s) && copied.contains(u"failed silently"_s), qPrintable(copied));
        QVERIFY2(copied.contains(u"Nothing has been sent since"_s), qPrintable(copied));
        QVERIFY(w.find<QLabel>(u"traceCoverage"_s)->text().startsWith(u"Looked through"_s));
        w.picture(u"helpdesk-1-timeline"_s);

        w.click(send);
        QTRY_VERIFY_WITH_TIMEOUT(w.isReady<QPushButton>(u"replayGo"_s), 30'000);
        w.picture(u"helpdesk-2-send"_s);
        w.click(w.inDialog<QPushButton>(u"replayGo"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w.inDialog<QLabel>(u"replayCounts"_s)->text().startsWith(u"1 sent"_s), 30'000);
        w.click(w.inDialog<QPushButton>(u"replayClose"_s));
        // The timeline goes on by itself, and there is nothing left to send.
        const auto timeline = [&w] {
            w.find<QAction>(u"copyFailuresAction"_s)->trigger();
            return QApplication::clipboard()->text();
        };
        QTRY_VERIFY_WITH_TIMEOUT(timeline().contains(u"sent again"_s), 30'000);
        QTRY_VERIFY(!send->isEnabled());
        w.picture(u"helpdesk-3-after"_s);
    }
};

QTEST_MAIN(TestJourneys)
#include "tst_journeys.moc"
