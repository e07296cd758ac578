#include "../../support/patience.h"
#include "core/whoami.h"
#include "events.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/facts/shelflives.h"
#include "failures/ledger/ledgerlines.h"
#include "failures/lists/failuremodels.h"
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
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
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
    QString m_bill;

    QString person(const QString& name) const { return name + u'.' + m_process.left(8); }

    /// A genuine silent failure of an email, of a process, a template and a person of its own; with its event.
    QList<Record> silentFailure(const QString& name, const QString& file = u"11-unknown-template.jsonl"_s,
        const QByteArray& failing = "Nope", qint64 age = 0) const
    {
        QList<Record> records;
        const QByteArray number = file.left(2).toUtf8();
        for (Record record : genuine::read(file, {}, age)) {
            QByteArray& value = *record.value;
            if (record.topic == u"audit-events" && !value.contains("\\\"channel\\\":\\\"email\\\",\\\"status"))
                continue;
            value.replace("InstanceId\\\":\\\"" + number, "InstanceId\\\":\\\"" + m_process.toUtf8());
            value.replace("InstanceId\":\"" + number, "InstanceId\":\"" + m_process.toUtf8());
            value.replace("instance_id\": \"" + number, "instance_id\": \"" + m_process.toUtf8());
            value.replace("act-1", "act-" + name.toUtf8());
            value.replace("\\\"ann\\\"", "\\\"" + person(name).toUtf8() + "\\\"");
            value.replace("\"ann\"", '"' + person(name).toUtf8() + '"');
            value.replace(failing, (failing == "Nope" ? m_template : m_bill).toUtf8());
            record.partition = 4;
            records.append(record);
        }
        return records;
    }
    /// Dead letters as they were written, in a topic of their own.
    void writeDeadLetters(const QString& target, const QStringList& files) const
    {
        QList<Record> records;
        for (const QString& file : files) {
            for (Record record : genuine::deadLetters(file)) {
                record.topic = target + u".DLT"_s;
                for (Header& header : record.headers) {
                    if (header.name == "kafka_dlt-original-topic")
                        header.value = target.toUtf8();
                }
                records.append(record);
            }
        }
        QVERIFY(letters::write(m_access, records));
    }
    /// The row of the group whose cause has these words; -1: none.
    static int groupWith(const DataTable* groups, const QString& words)
    {
        for (int row = 0; row < groups->model()->rowCount(); ++row) {
            if (FailuresWindow::cell(groups, row, FailureGroupModel::Cause).contains(words))
                return row;
        }
        return -1;
    }
    /// The events of this process that were sent again.
    QList<Record> sentAgain() const
    {
        QList<Record> out;
        for (const Record& record : letters::readAll(m_access, u"user-notifications"_s)) {
            if (record.value->contains(m_process.toUtf8())
                && record.value->contains("\"ignoreChannelPreferences\":true"))
                out.append(record);
        }
        return out;
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
        m_bill = u"bill-"_s + m_process.left(8);
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

    void operatorsJourney()
    {
        // Four letters without a template, of which one is old by now; two whose template fails; dead letters.
        QVERIFY(letters::write(m_access,
            silentFailure(u"ann"_s) + silentFailure(u"bob"_s) + silentFailure(u"eve"_s)
                + silentFailure(u"joe"_s, u"11-unknown-template.jsonl"_s, "Nope", 7'200'000)
                + silentFailure(u"lia"_s, u"12-missing-variable.jsonl"_s, "Missing")
                + silentFailure(u"max"_s, u"12-missing-variable.jsonl"_s, "Missing")));
        m_database->run(u"insert into notification_template (name, channel, content, checksum, title) values ('%1', "
                        "'email', '<p>${name}: ${amount}</p>', 'x', 'A bill')"_s.arg(m_bill));
        const QString target = m_sandbox->makeTopic(u"journey"_s, 15, true);
        const QString refused = u"50-email-smtp-550.jsonl"_s;
        const QString poison = u"13-poison-not-json.jsonl"_s;
        writeDeadLetters(target, {refused, refused, refused, poison, poison});
        FailuresWindow& w = *m_window;
        QVERIFY(ShelfLives::set(w.app().workspace().settings(), u"email/"_s + m_template, u"1h"_s, false).has_value());

        // The overview says that deliveries failed without any dead letter, and leads to them.
        w.window().showPage(PageId::Overview);
        Page* overview = w.window().page(PageId::Overview);
        QTest::keyClick(&w.window(), Qt::Key_F5);
        // The card names the two largest causes of the whole sandbox, which others fill too; the count has ours at
        // least.
        auto* figure = overview->findChild<QLabel*>(u"silentCardFigure"_s);
        QVERIFY(figure);
        QTRY_VERIFY_WITH_TIMEOUT(figure->text().section(u' ', 0, 0).toInt() >= 6, 30'000);
        w.picture(u"operator-0-overview"_s);
        w.click(overview->findChild<QAbstractButton*>(u"silentCardLink"_s));
        QTRY_COMPARE(w.window().currentPage(), PageId::Failures);
        QCOMPARE(w.find<QTabWidget>(u"failuresTabs"_s)->currentIndex(), 0);

        // Which causes: as long as the template is not published they would only fail again. What the service does not
        // say about the others is found by filling in their template.
        auto* line = w.find<QLineEdit>(u"deliveriesFilter"_s);
        w.click(line);
        QTest::keyClicks(line, u"process = "_s + m_process);
        QTest::keyClick(line, Qt::Key_Return);
        auto* groups = w.find<DataTable>(u"deliveryGroups"_s);
        auto* table = w.find<DataTable>(u"deliveryTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 2, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell(groups, 0, FailureGroupModel::Verdict), u"4 would fail again"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(groupWith(groups, u"amount"_s) == 1, 30'000);
        QCOMPARE(w.cell(groups, 1, FailureGroupModel::Count), u"2"_s);
        w.picture(u"operator-1-would-fail"_s);

        // A colleague publishes it, and this window hears of it. One is older than the template's shelf life.
        publish();
        w.app().workspace().announceChange(u"templates"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(w.cell(groups, 0, FailureGroupModel::Verdict) == u"3 would succeed, 1 too late"_s,
            qPrintable(table->model()->index(0, FailureModel::Verdict).data(Qt::ToolTipRole).toString()), 30'000);
        w.clickRow(groups, 0);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        w.picture(u"operator-2-would-succeed"_s);

        // One first, and watched; what comes too late is held.
        w.click(w.find<QPushButton>(u"replayActionButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w.isReady<QPushButton>(u"replayGo"_s), 30'000);
        QCOMPARE(w.inDialog<QPushButton>(u"replayGo"_s)->text(), u"Send 3 notifications again"_s);
        QCOMPARE(w.words(u"replayCounts"_s), u"3 → user-notifications · 1 left out"_s);
        QVERIFY(w.words(u"replayNotes"_s).contains(u"3 would succeed now"_s));
        QVERIFY(w.isOffered(u"replayTooLate"_s) && !w.isTicked(u"replayTooLate"_s));
        w.tick(u"replayCanary"_s);
        w.type(u"replayReason"_s, u"published now"_s);
        w.picture(u"operator-3-send-one-first"_s);
        w.click(w.inDialog<QPushButton>(u"replayGo"_s));
        QTRY_COMPARE_WITH_TIMEOUT(sentAgain().size(), 1, 30'000);
        QVERIFY(letters::write(m_access, {letters::auditOf(sentAgain().first(), true)}));
        QTRY_VERIFY_WITH_TIMEOUT(w.words(u"replayCounts"_s).startsWith(u"3 sent, each exactly once"_s), 30'000);
        w.picture(u"operator-4-all-sent"_s);
        w.click(w.inDialog<QPushButton>(u"replayClose"_s));
        // Each once, each to its one recipient and channel.
        QMap<QString, int> events;
        for (const Record& record : sentAgain()) {
            const QJsonArray people = QJsonDocument::fromJson(*record.value)["recipients"_L1].toArray();
            QCOMPARE(people.size(), 1);
            QCOMPARE(people[0]["channels"_L1].toArray().size(), 1);
            QCOMPARE(people[0]["channels"_L1][0]["channel"_L1].toString(), u"email"_s);
            ++events[people[0]["id"_L1].toString()];
        }
        QCOMPARE(events, (QMap<QString, int>{{person(u"ann"_s), 1}, {person(u"bob"_s), 1}, {person(u"eve"_s), 1}}));
        QTRY_COMPARE_WITH_TIMEOUT(w.cell(groups, 0, FailureGroupModel::Open), u"1"_s, 20'000);

        // The refused letters go back, exactly once, with progress.
        w.page()->open({{u"tab"_s, u"letters"_s}, {u"topic"_s, QString(target + u".DLT"_s)}});
        groups = w.find<DataTable>(u"letterGroups"_s);
        table = w.find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 2, 20'000);
        w.clickRow(groups, groupWith(groups, u"refused"_s));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        w.click(w.find<QPushButton>(u"replayActionButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w.isReady<QPushButton>(u"replayGo"_s), 30'000);
        QCOMPARE(w.inDialog<QPushButton>(u"replayGo"_s)->text(), u"Replay 3 records to "_s + target);
        w.inDialog<QSpinBox>(u"replayRate"_s)->setValue(2);
        w.type(u"replayReason"_s, u"mail server is back"_s);
        w.click(w.inDialog<QPushButton>(u"replayGo"_s));
        auto* bar = w.inDialog<QProgressBar>(u"replayProgress"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible() && bar->maximum() > 0 && bar->value() > 0, 20'000);
        w.picture(u"operator-5-progress"_s);
        QTRY_VERIFY_WITH_TIMEOUT(w.words(u"replayCounts"_s).startsWith(u"3 sent, each exactly once"_s), 30'000);
        w.click(w.inDialog<QPushButton>(u"replayClose"_s));
        QCOMPARE(letters::readAll(m_access, target).size(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell(table, 0, FailureModel::State), u"replayed"_s, 20'000);

        // What nobody can read is discarded, the whole group, with a reason.
        w.clickRow(groups, groupWith(groups, u"could not read"_s));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        w.click(w.find<QPushButton>(u"discardActionButton"_s));
        QTRY_VERIFY(w.inDialog<QPushButton>(u"discardButton"_s));
        QCOMPARE(w.inDialog<QPushButton>(u"discardButton"_s)->text(), u"Discard 2 records"_s);
        w.type(u"discardReason"_s, u"no JSON, a test of the sender's"_s);
        w.picture(u"operator-6-discard"_s);
        w.click(w.inDialog<QPushButton>(u"discardButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w.cell(table, 0, FailureModel::State), u"discarded"_s, 20'000);
        QCOMPARE(w.cell(table, 1, FailureModel::State), u"discarded"_s);

        // The ledger shows who did what and why.
        w.find<QTabWidget>(u"failuresTabs"_s)->setCurrentIndex(4);
        auto* ledger = w.find<DataTable>(u"ledgerTable"_s);
        const auto entry = [&](const QString& reason) {
            QStringList cells;
            for (int row = 0; row < ledger->model()->rowCount() && cells.isEmpty(); ++row) {
                if (w.cell(ledger, row, LedgerLineModel::Reason) != reason)
                    continue;
                for (const int column :
                    {LedgerLineModel::Action, LedgerLineModel::Count, LedgerLineModel::Topic, LedgerLineModel::By})
                    cells += w.cell(ledger, row, column);
            }
            return cells.join(u" | "_s);
        };
        QTRY_COMPARE_WITH_TIMEOUT(entry(u"no JSON, a test of the sender's"_s),
            u"records discarded | 2 | %1.DLT | %2"_s.arg(target, whoAmI()), 20'000);
        QCOMPARE(entry(u"mail server is back"_s), u"records replayed | 3 | %1.DLT | %2"_s.arg(target, whoAmI()));
        QCOMPARE(entry(u"published now"_s), u"notifications resent | 3 | audit-events | "_s + whoAmI());
        w.picture(u"operator-7-ledger"_s);
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
        // Requested, in the inbox, no template for the letter.
        const QList<Record> failed = silentFailure(u"ann"_s);
        Record arrived = failed.last();
        arrived.value->replace("\\\"channel\\\":\\\"email\\\",\\\"status\\\":\\\"FAILURE\\\"",
            "\\\"channel\\\":\\\"inbox\\\",\\\"status\\\":\\\"SUCCESS\\\"");
        arrived.value->replace("{\\\"result\\\":\\\"FAILURE\\\"", "{\\\"result\\\":\\\"SUCCESS\\\"");
        QVERIFY(letters::write(m_access, failed + QList{arrived}));
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
        QVERIFY2(copied.contains(u"Inbox\tdelivered"_s), qPrintable(copied));
        QVERIFY2(
            copied.contains(u"Template %1 was not published for channel email"_s.arg(m_template)), qPrintable(copied));
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

    void helpDeskSearchesByAnything()
    {
        const QString email = m_process.left(8) + u"@example.test"_s;
        const QString request = m_process.left(8) + m_process.last(8);
        QList<Record> failed = silentFailure(u"ann"_s);
        for (Record& record : failed) {
            record.value->replace("ann@example.test", email.toUtf8());
            record.value->replace("542df0b46123d28b", request.toUtf8());
            record.key = "key-" + m_process.toUtf8();
        }
        QVERIFY(letters::write(m_access, failed));
        FailuresWindow& w = *m_window;
        w.page()->open({{u"tab"_s, u"trace"_s}});
        auto* by = w.find<QComboBox>(u"traceBy"_s);
        auto* text = w.find<QLineEdit>(u"traceText"_s);
        auto* tree = w.find<QTreeView>(u"traceTree"_s);
        auto* button = w.find<QPushButton>(u"traceSearch"_s);
        QTRY_VERIFY(text->isVisible());
        const auto search = [&](const QString& words) {
            w.click(text);
            text->selectAll();
            QTest::keyClicks(text, words);
            QTest::keyClick(text, Qt::Key_Return);
        };
        const auto found = [&] {
            w.find<QAction>(u"copyFailuresAction"_s)->trigger();
            return button->text() == u"Search"_s && tree->model()->rowCount() > 0
                && QApplication::clipboard()->text().contains(m_template);
        };
        // An address is no id: the box follows what is typed.
        search(email);
        QCOMPARE(by->currentIndex(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(found(), 30'000);
        const std::pair<int, QString> ways[] = {
            {0, person(u"ann"_s)}, {2, m_process}, {3, request}, {4, u"key-"_s + m_process}};
        for (const auto& [way, words] : ways) {
            QApplication::clipboard()->clear();
            by->setCurrentIndex(way);
            search(words);
            QTRY_VERIFY2_WITH_TIMEOUT(found(), qPrintable(words), 30'000);
        }
        // How far back it looked is said, and it goes on further.
        auto* since = w.find<QComboBox>(u"traceSince"_s);
        auto* coverage = w.find<QLabel>(u"traceCoverage"_s);
        auto* further = w.find<QPushButton>(u"traceFurther"_s);
        QCOMPARE(since->currentIndex(), 1);
        QVERIFY2(coverage->text().contains(u", back to 20"_s), qPrintable(coverage->text()));
        w.click(further);
        QCOMPARE(since->currentIndex(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(coverage->text().contains(u"back to the beginning"_s), 30'000);
        QVERIFY(!further->isVisible());
        // What is not there is said, too.
        search(u"nobody-"_s + m_process);
        QTRY_VERIFY2_WITH_TIMEOUT(button->text() == u"Search"_s && tree->model()->rowCount() == 0,
            qPrintable(button->text() + QString::number(tree->model()->rowCount()) + text->text()), 30'000);
        QVERIFY(!tree->isVisible());
        w.picture(u"helpdesk-4-nothing"_s);
    }
};

QTEST_MAIN(TestJourneys)
#include "tst_journeys.moc"
