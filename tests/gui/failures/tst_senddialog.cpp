#include "../../support/patience.h"
#include "events.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/deadletterstore.h"
#include "failures/lists/failuremodels.h"
#include "failures/lists/lettermodels.h"
#include "failureswindow.h"
#include "kafka/client/errors.h"
#include "senddialogstage.h"
#include "testsandbox.h"
#include "widgets/failures/sending/senddialog.h"
#include "widgets/text/diffview.h"
#include "widgets/text/jsoneditor.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabWidget>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace nc;

/// Everything that the dialog for sending again can do, by clicks and keys, on a real Kafka.
class TestSendDialog : public QObject, SendDialogStage {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        gui::initResources();
        openSandbox();
    }
    void init() { m_process = QUuid::createUuid().toString(QUuid::Id128); }
    void cleanup() { m_window.reset(); }

    void choosesATargetThatExists()
    {
        fill(3);
        const QString other = m_sandbox->makeTopic(u"elsewhere"_s, 2);
        start(m_topic, 3);
        openDialog();
        QVERIFY(goText().endsWith(m_target));
        auto* box = w().inDialog<QComboBox>(u"replayTo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(box->findText(other) > 0, 20'000);
        // Where they lie is no choice, nor is the ledger.
        QCOMPARE(box->findText(m_topic), -1);
        QCOMPARE(box->findText(u"notification-console.ledger"_s), -1);

        // One that does not exist is refused before anything goes, and not made.
        const QString missing = m_sandbox->uniqueName(u"nowhere"_s);
        w().click(box->lineEdit());
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), missing);
        QTRY_VERIFY(w().words(u"replayToHint"_s).contains(u"There is no topic “%1”"_s.arg(missing)));
        QVERIFY(!w().inDialog<QPushButton>(u"replayGo"_s)->isEnabled());
        w().picture(u"send-no-topic"_s);
        const auto admin = ClusterAdmin::open(m_access);
        QVERIFY((*admin)->topic(missing, {}).error().is(errors::unknownTopic));

        // What its reader expects is said.
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), u"email-notifications"_s);
        QTRY_VERIFY(w().words(u"replayToHint"_s).contains(u"its reader expects"_s));
        QVERIFY(w().words(u"replayToHint"_s).startsWith(u"15 partition"_s));

        // Any part of a name finds it.
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), other.section(u'.', 1));
        QAbstractItemView* popup = box->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(popup->model()->rowCount(), 1);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(box->currentText(), other);
        QTRY_VERIFY(w().words(u"replayToHint"_s).startsWith(u"2 partition"_s));
        QTRY_COMPARE_WITH_TIMEOUT(goText(), u"Replay 3 records to %1"_s.arg(other), 20'000);
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"3 sent, each exactly once"_s), 20'000);
        close();
        QCOMPARE(letters::ids(m_access, other), (QMap<int, int>{{0, 1}, {1, 1}, {2, 1}}));
        QVERIFY(letters::readAll(m_access, m_target).isEmpty());
    }

    void pausesGoesOnAndStops()
    {
        fill(400);
        start(m_topic, 400);
        openDialog();
        auto* rate = w().inDialog<QSpinBox>(u"replayRate"_s);
        rate->selectAll();
        QTest::keyClicks(rate, u"40"_s);
        QTRY_VERIFY(w().words(u"replayNotes"_s).contains(u"takes about 10 s"_s));
        go();
        auto* pause = w().inDialog<QPushButton>(u"replayPause"_s);
        auto* stop = w().inDialog<QPushButton>(u"replayClose"_s);
        auto* bar = w().inDialog<QProgressBar>(u"replayProgress"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            pause->isVisible() && bar->maximum() > 0, qPrintable(w().words(u"replayCounts"_s)), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!letters::readAll(m_access, m_target).isEmpty(), 20'000);
        w().click(pause);
        // What went of what is to go, not what was looked through.
        static const QRegularExpression paused(u"^Paused\\. (\\d+) of 400 sent; they stand in the ledger\\.$"_s);
        QTRY_VERIFY(paused.match(w().words(u"replayCounts"_s)).captured(1).toInt() > 0);
        QTRY_COMPARE(letters::readAll(m_access, m_target).size(),
            paused.match(w().words(u"replayCounts"_s)).captured(1).toInt());
        w().picture(u"send-paused"_s);
        // Nothing stays open, and a paused run is not closed away.
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QVERIFY(pause->isVisible());
        QVERIFY(w().words(u"replayNotes"_s).startsWith(u"It is paused"_s));
        const auto inLedger = [this] {
            qint64 count = 0;
            const LedgerIndex index = ledger(m_topic);
            for (const LedgerEntry& entry : index.entries())
                count += entry.count();
            return count;
        };
        QTRY_COMPARE(letters::readAll(m_access, m_target).size(), inLedger());
        const qint64 before = inLedger();
        QVERIFY(before < 400);
        QCOMPARE(pause->text(), u"Go on"_s);
        w().click(pause);
        QTRY_VERIFY_WITH_TIMEOUT(inLedger() > before, 20'000);
        QCOMPARE(stop->text(), u"Stop"_s);
        w().click(stop);
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"Stopped."_s), 20'000);
        w().picture(u"send-stopped"_s);
        QTRY_COMPARE(letters::readAll(m_access, m_target).size(), inLedger());
        QVERIFY(inLedger() < 400);
        close();

        // What is left goes with the next run, quicker while it runs; nothing twice.
        const qint64 left = 400 - inLedger();
        auto* states = w().find<QComboBox>(u"lettersFilterState"_s);
        states->setCurrentIndex(1);
        QTRY_COMPARE_WITH_TIMEOUT(w().find<DataTable>(u"letterTable"_s)->model()->rowCount(), left, 20'000);
        openDialog();
        rate = w().inDialog<QSpinBox>(u"replayRate"_s);
        rate->selectAll();
        QTest::keyClicks(rate, u"5"_s);
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().isReady<QPushButton>(u"replayPause"_s), 20'000);
        rate->setValue(0);
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"%1 sent"_s.arg(left)), 30'000);
        close();
        const QMap<int, int> ids = letters::ids(m_access, m_target);
        QCOMPARE(ids.size(), 400);
        QVERIFY(std::ranges::all_of(ids, [](int count) { return count == 1; }));
    }

    void canaryLetsTheOthersGoOrNot()
    {
        const Record event = letters::deadLetter(m_process);
        QVERIFY(letters::write(m_access, {event, event, event}));
        start(u"user-notifications.DLT"_s, 3, u"process = "_s + m_process);
        openDialog();
        w().tick(u"replayCanary"_s);
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).contains(u"watching what becomes of it"_s), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(sent().size(), 1, 20'000);
        w().picture(u"send-canary"_s);
        // It is delivered: the others follow.
        QVERIFY(letters::write(m_access, {letters::auditOf(event, true)}));
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"3 sent, each exactly once"_s), 30'000);
        QCOMPARE(sent().size(), 3);
        close();
        m_window.reset();

        // Another cause: the first one comes back, and the rest stays.
        fill(5);
        start(m_topic, 5);
        openDialog();
        w().tick(u"replayCanary"_s);
        go();
        QTRY_COMPARE_WITH_TIMEOUT(letters::readAll(m_access, m_target).size(), 1, 20'000);
        Record dead = letters::make(m_topic, m_target, 0, 1);
        for (Header& header : dead.headers) {
            if (header.name == "kafka_dlt-original-offset")
                header.value = letters::be64(letters::readAll(m_access, m_target).last().offset);
        }
        QVERIFY(letters::write(m_access, {dead}));
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"1 sent, each exactly once"_s), 30'000);
        QVERIFY2(w().words(u"replayNotes"_s).contains(u"first"_s), qPrintable(w().words(u"replayNotes"_s)));
        w().picture(u"send-canary-failed"_s);
        close();
        QCOMPARE(letters::readAll(m_access, m_target).size(), 1);
    }

    void narrowsToThoseWhoDidNotGetIt()
    {
        const Record event = letters::deadLetter(m_process);
        QVERIFY(letters::write(m_access, {event, letters::auditOf(event, true)}));
        start(u"user-notifications.DLT"_s, 1, u"process = "_s + m_process);
        // Who got what stands in the record's detail, before any dialog.
        w().clickRow(w().find<DataTable>(u"letterTable"_s), 0);
        auto* tabs = w().find<QTabWidget>(u"letterTabs"_s);
        QTRY_VERIFY(tabs->isVisible() && tabs->isTabVisible(4));
        tabs->setCurrentIndex(4);
        auto* got = w().find<DataTable>(u"letterWhoGot"_s);
        QTRY_COMPARE_WITH_TIMEOUT(got->model()->rowCount(), 2, 20'000);
        QCOMPARE(w().cell(got, 0, WhoGotModel::Recipient), u"ann"_s);
        QCOMPARE(w().cell(got, 0, WhoGotModel::Channel), u"email"_s);
        QCOMPARE(w().cell(got, 0, WhoGotModel::What), u"delivered"_s);
        QCOMPARE(w().cell(got, 1, WhoGotModel::Recipient), u"bob"_s);
        QCOMPARE(w().cell(got, 1, WhoGotModel::What), u"nothing known"_s);
        w().picture(u"who-got-it"_s);

        openDialog();
        // By itself nothing goes; both ways out are offered.
        QVERIFY(!w().inDialog<QPushButton>(u"replayGo"_s)->isEnabled());
        QVERIFY(w().isOffered(u"replayAlreadyGot"_s) && w().isOffered(u"replayNarrow"_s));
        w().tick(u"replayAlreadyGot"_s);
        QTRY_VERIFY_WITH_TIMEOUT(w().isReady<QPushButton>(u"replayGo"_s), 20'000);
        QVERIFY(w().words(u"replayNotes"_s).contains(u"1 would be delivered once more, to 1 recipient"_s));
        w().tick(u"replayAlreadyGot"_s);
        QTRY_VERIFY(!w().inDialog<QPushButton>(u"replayGo"_s)->isEnabled());
        w().tick(u"replayNarrow"_s);
        QTRY_VERIFY_WITH_TIMEOUT(w().isReady<QPushButton>(u"replayGo"_s), 20'000);
        QVERIFY(!w().words(u"replayNotes"_s).contains(u"once more"_s));
        w().inDialog<QTabWidget>(u"replayTabs"_s)->setCurrentIndex(1);
        w().picture(u"send-narrow"_s);
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"1 sent"_s), 20'000);
        close();
        // Ann's inbox by name and bob as he was; her letter is not sent again.
        QMap<QString, QStringList> channels;
        for (const QJsonObject& one : sent()) {
            for (const QJsonValue& person : one["recipients"_L1].toArray()) {
                for (const QJsonValue& channel : person["channels"_L1].toArray())
                    channels[person["id"_L1].toString()] += channel["channel"_L1].toString();
                if (person["channels"_L1].isNull())
                    channels[person["id"_L1].toString()] += u"own"_s;
            }
        }
        QCOMPARE(channels, (QMap<QString, QStringList>{{u"ann"_s, {u"inbox"_s}}, {u"bob"_s, {u"own"_s}}}));
    }

    void sendsWhatIsHeldWhenChosen()
    {
        Record late = letters::deadLetter(m_process, "login-otp");
        late.headers.append(
            Header{"kafka_dlt-original-timestamp", letters::be64(QDateTime::currentMSecsSinceEpoch() - 3'600'000)});
        Record asks = letters::deadLetter(m_process + u"a"_s);
        asks.headers.append(Header{"kafka_replyTopic", "answers"});
        Record often = letters::deadLetter(m_process + u"b"_s);
        for (int i = 0; i < 7; ++i) {
            often.headers.append(Header{"kafka_dlt-original-topic", "user-notifications"});
            often.headers.append(Header{"kafka_dlt-original-partition", letters::be32(2)});
            often.headers.append(Header{"kafka_dlt-original-offset", letters::be64(2'000'000'000 + i)});
        }
        QVERIFY(letters::write(m_access, {late, asks, often}));
        start(u"user-notifications.DLT"_s, 2, u"process : "_s + m_process);
        openDialog();
        // Three groups, of which the first is chosen; all that pass the filter are wanted.
        auto* what = w().inDialog<QComboBox>(u"replayWhat"_s);
        what->setCurrentIndex(what->findText(u"All that pass the filter (3)"_s));
        QTRY_COMPARE_WITH_TIMEOUT(w().words(u"replayCounts"_s), u"3 left out"_s, 20'000);
        const QStringList boxes{u"replayTooLate"_s, u"replayWithReplies"_s, u"replayForce"_s};
        for (const QString& box : boxes)
            QVERIFY2(w().isOffered(box) && !w().isTicked(box), qPrintable(box));
        w().picture(u"send-held"_s);
        for (int i = 0; i < 3; ++i) {
            w().tick(boxes[i]);
            QTRY_VERIFY_WITH_TIMEOUT(
                w().words(u"replayCounts"_s).startsWith(u"%1 → user-notifications"_s.arg(i + 1)), 20'000);
        }
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"3 sent"_s), 20'000);
        close();
        QCOMPARE(sent().size(), 3);
    }

    void patchesAll()
    {
        const Record event = letters::deadLetter(m_process);
        QVERIFY(letters::write(m_access, {event, event, event}));
        start(u"user-notifications.DLT"_s, 3, u"process = "_s + m_process);
        openDialog();
        QCOMPARE(w().inDialog<QPushButton>(u"replayEdit"_s)->text(), u"Change all of them…"_s);
        w().click(w().inDialog<QPushButton>(u"replayEdit"_s));
        QTRY_VERIFY(w().inDialog<JsonEditor>(u"editText"_s));
        auto* editor = w().inDialog<JsonEditor>(u"editText"_s);
        auto* use = w().inDialog<QPushButton>(u"editUse"_s);
        editor->setText(u"[1]"_s);
        QTRY_VERIFY(w().words(u"editProblem"_s).startsWith(u"A patch names"_s));
        QVERIFY(!use->isEnabled());
        editor->setText(uR"({"notification":{"templateName":"Mended"}})"_s);
        QTRY_VERIFY(use->isEnabled());
        w().picture(u"send-patch"_s);
        w().click(use);
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayNotes"_s).contains(u"the change stands in the ledger"_s), 20'000);
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"3 sent"_s), 20'000);
        close();
        QCOMPARE(sent().size(), 3);
        for (const QJsonObject& one : sent())
            QCOMPARE(one["notification"_L1]["templateName"_L1].toString(), u"Mended"_s);
        const LedgerIndex index = ledger(u"user-notifications.DLT"_s);
        QVERIFY(std::ranges::any_of(
            index.entries(), [](const LedgerEntry& entry) { return entry.changes.contains(u"Mended"_s); }));
    }

    void editIsCheckedAgainstWhatIsExpected()
    {
        QVERIFY(letters::write(m_access, {letters::deadLetter(m_process)}));
        start(u"user-notifications.DLT"_s, 1, u"process = "_s + m_process);
        openDialog();
        QCOMPARE(w().inDialog<QPushButton>(u"replayEdit"_s)->text(), u"Change the record…"_s);
        w().click(w().inDialog<QPushButton>(u"replayEdit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(w().inDialog<JsonEditor>(u"editText"_s), 20'000);
        auto* editor = w().inDialog<JsonEditor>(u"editText"_s);
        auto* use = w().inDialog<QPushButton>(u"editUse"_s);
        // Not the shape that the service reads.
        const QString before = editor->text();
        QString wrong = before;
        wrong.replace(u"\"realm\": \"CITIZEN\""_s, u"\"realm\": \"citizen\""_s);
        QVERIFY(wrong != before);
        editor->setText(wrong);
        QTRY_VERIFY(w().words(u"editProblem"_s).contains(u"realm"_s));
        QVERIFY(!use->isEnabled());
        w().picture(u"send-edit-wrong"_s);
        QString right = before;
        right.replace(u"ann@example.test"_s, u"ann@example.org"_s);
        editor->setText(right);
        QTRY_VERIFY(use->isEnabled());
        w().inDialog<QTabWidget>(u"editTabs"_s)->setCurrentIndex(1);
        QVERIFY(w().inDialog<DiffView>(u"editDifference"_s)->isVisible());
        w().picture(u"send-edit-before-after"_s);
        w().click(use);
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayNotes"_s).contains(u"the change stands in the ledger"_s), 20'000);
        w().inDialog<QTabWidget>(u"replayTabs"_s)->setCurrentIndex(1);
        w().picture(u"send-edit-difference"_s);
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"1 sent"_s), 20'000);
        close();
        QCOMPARE(sent()[0]["recipients"_L1][0]["channels"_L1][0]["email"_L1].toString(), u"ann@example.org"_s);
    }

    void atLeastOnceIsOfferedByName();
    void aResendAtLeastOnceToo();

    void productionWantsTheTopicTyped()
    {
        fill(2);
        start(m_topic, 2, {}, true);
        openDialog();
        QTRY_VERIFY_WITH_TIMEOUT(goText().startsWith(u"Replay 2 records"_s), 20'000);
        QVERIFY(!w().inDialog<QPushButton>(u"replayGo"_s)->isEnabled());
        w().type(u"replayType"_s, m_topic.chopped(1));
        QVERIFY(!w().inDialog<QPushButton>(u"replayGo"_s)->isEnabled());
        w().type(u"replayType"_s, m_topic);
        go();
        QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"2 sent"_s), 20'000);
        close();
        // A discard wants the profile's name.
        auto* table = w().find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(w().cell(table, 0, FailureModel::State), u"replayed"_s, 20'000);
    }
};

namespace {

/// A cluster that forbids transactions: only that one answer is made up.
template <class Job>
class Refused : public Job {
public:
    using Job::Job;
    Result<ReplaySummary> run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
        const SendingResults& results, const TaskContext& task) const override
    {
        if (!dryRun && !options.atLeastOnce)
            return fail(errors::transactionsForbidden, u"notification-console.x"_s,
                u"Transactional Id authorization failed"_s, Next::Fatal);
        return Job::run(access, options, dryRun, results, task);
    }
};

} // namespace

void TestSendDialog::atLeastOnceIsOfferedByName()
{
    fill(4);
    start(m_topic, 4);
    auto* dialog = new SendDialog(w().app().workspace(), std::make_shared<Refused<ReplayJob>>(m_topic), FailureScope(),
        Verdicts(), &w().window());
    dialog->open();
    QVERIFY(!w().isOffered(u"replayAtLeastOnce"_s));
    go();
    // The missing right is named; the lesser way is offered, and not taken by itself.
    QTRY_VERIFY_WITH_TIMEOUT(w().isOffered(u"replayAtLeastOnce"_s), 20'000);
    QVERIFY(w().words(u"replayCounts"_s).contains(u"notification-console.x"_s));
    QVERIFY(!w().inDialog<QPushButton>(u"replayGo"_s)->isEnabled());
    QVERIFY(letters::readAll(m_access, m_target).isEmpty());
    w().picture(u"send-at-least-once"_s);
    w().tick(u"replayAtLeastOnce"_s);
    go();
    QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"4 sent, each at least once"_s), 20'000);
    close();
    QCOMPARE(letters::ids(m_access, m_target), (QMap<int, int>{{0, 1}, {1, 1}, {2, 1}, {3, 1}}));
}

void TestSendDialog::aResendAtLeastOnceToo()
{
    QVERIFY(letters::write(m_access, {letters::auditOf(letters::deadLetter(m_process), false)}));
    FailureScope scope;
    for (const Record& record : letters::readAll(m_access, auditTopic())) {
        if (!record.value || !record.value->contains(m_process.toUtf8()))
            continue;
        scope.selected.add(record.partition, record.offset, record.offset);
        ++scope.selectedCount;
    }
    QCOMPARE(scope.selectedCount, 1);
    m_window = std::make_unique<FailuresWindow>(m_sandbox->profile());
    QTRY_VERIFY(w().page());
    auto* dialog =
        new SendDialog(w().app().workspace(), std::make_shared<Refused<ResendJob>>(), scope, Verdicts(), &w().window());
    dialog->open();
    QTRY_COMPARE_WITH_TIMEOUT(goText(), u"Send 1 notification again"_s, 20'000);
    go();
    QTRY_VERIFY_WITH_TIMEOUT(w().isOffered(u"replayAtLeastOnce"_s), 20'000);
    QVERIFY(w().words(u"replayCounts"_s).contains(u"notification-console.x"_s));
    QVERIFY(!w().inDialog<QPushButton>(u"replayGo"_s)->isEnabled() && sent().isEmpty());
    w().tick(u"replayAtLeastOnce"_s);
    go();
    QTRY_VERIFY_WITH_TIMEOUT(w().words(u"replayCounts"_s).startsWith(u"1 sent, each at least once"_s), 20'000);
    close();
    QCOMPARE(sent().size(), 1);
    QCOMPARE(sent()[0]["recipients"_L1].toArray().size(), 1);
    QVERIFY(sent()[0]["notification"_L1]["ignoreChannelPreferences"_L1].toBool());
    QCOMPARE(ledger(auditTopic()).entries().last().mode, u"at-least-once"_s);
}

QTEST_MAIN(TestSendDialog)
#include "tst_senddialog.moc"
