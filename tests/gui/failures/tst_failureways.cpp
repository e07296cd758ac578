#include "../../support/patience.h"
#include "failures/letters/deadletterstore.h"
#include "failures/lists/failuremodels.h"
#include "failures/lists/lettermodels.h"
#include "failureswindow.h"
#include "genuine.h"
#include "kafka/records/recordjson.h"
#include "letters.h"
#include "testsandbox.h"
#include "whole.h"
#include "widgets/common/noticebar.h"
#include "widgets/table/filterbar.h"
#include "widgets/text/jsoneditor.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace nc;

/// Ways through the page Failures: by the keyboard, to the cause of a failure, into a file before it is too late, past
/// a record that holds up a consumer.
class TestFailureWays : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<FailuresWindow> m_window;
    KafkaAccess m_access;

    FailuresWindow& w() const { return *m_window; }
    void open(const QVariantMap& target)
    {
        m_window = std::make_unique<FailuresWindow>(m_sandbox->profile());
        QTRY_VERIFY(w().page());
        w().page()->open(target);
    }
    /// Types a path into the open file dialog and accepts it.
    void saveAs(const QString& path)
    {
        QTRY_VERIFY(qobject_cast<QFileDialog*>(QApplication::activeModalWidget()));
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        auto* line = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
        QVERIFY(line);
        // What is typed is completed in a list of its own; this is what is left when it is closed.
        line->setText(path);
        auto* save = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
        QTRY_VERIFY(save && save->isEnabled());
        save->click();
        QTRY_VERIFY(!qobject_cast<QFileDialog*>(QApplication::activeModalWidget()));
    }
    static QList<Record> kept(const QString& path)
    {
        QFile file(path);
        QList<Record> records;
        if (!file.open(QIODevice::ReadOnly))
            return records;
        for (qint64 line = 1; !file.atEnd(); ++line) {
            if (const auto record = recordFromJson(file.readLine(), line))
                records.append(*record);
        }
        return records;
    }

private Q_SLOTS:
    void initTestCase()
    {
        gui::initResources();
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_access = m_sandbox->profile().kafka;
    }
    void cleanup() { m_window.reset(); }

    void worksByKeyboard()
    {
        const QString target = m_sandbox->makeTopic(u"keys"_s, 1, true);
        const QString topic = target + u".DLT"_s;
        QList<Record> records;
        for (int id = 0; id < 5; ++id) {
            records.append(letters::make(topic, target, id, 1));
            if (id > 2)
                records.last().headers[1].value = "x.Other";
        }
        QVERIFY(letters::write(m_access, records));
        open({{u"tab"_s, u"letters"_s}, {u"topic"_s, topic}});
        auto* groups = w().find<DataTable>(u"letterGroups"_s);
        auto* table = w().find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 2, 20'000);
        // The largest group is chosen. Enter: its records; Enter: the first one's detail.
        QTRY_COMPARE(table->model()->rowCount(), 3);
        groups->setFocus();
        QTest::keyClick(groups, Qt::Key_Return);
        QTRY_VERIFY(table->hasFocus());
        QTRY_VERIFY(w().find<QLabel>(u"letterSummary"_s)->isVisible());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(w().find<QWidget>(u"letter"_s) == nullptr || !table->hasFocus());
        // Several groups at once, all of their records.
        w().clickRow(groups, 1, Qt::ControlModifier);
        QTRY_COMPARE(table->model()->rowCount(), 5);
        w().click(w().find<QPushButton>(u"replayActionButton"_s));
        QTRY_VERIFY(w().inDialog<QComboBox>(u"replayWhat"_s));
        QVERIFY(w().inDialog<QComboBox>(u"replayWhat"_s)->findText(u"All of the group: 2 groups (5)"_s) >= 0);
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        // Everything is selected and goes to a spreadsheet: titles, exact times, one line a record.
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().trimmed().split(u'\n');
        QCOMPARE(lines.size(), 6);
        QVERIFY2(lines[0].startsWith(u"Written\tState\t"_s), qPrintable(lines[0]));
        QVERIFY2(lines[1].contains(u'T') && lines[1].contains(u"\topen\t"_s), qPrintable(lines[1]));
        // The menu of a record has what can be done with it.
        w().rightClickRow(table, 0);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QStringList offered;
        for (const QAction* action : QApplication::activePopupWidget()->actions())
            offered += action->text();
        QVERIFY2(offered.contains(u"Replay…"_s) && offered.contains(u"Discard…"_s)
                && offered.contains(u"Keep in a file…"_s) && offered.contains(u"Copy rows with titles"_s),
            qPrintable(offered.join(u", "_s)));
        QApplication::activePopupWidget()->close();
        // Ctrl+F: the filter; what it finds is what is shown.
        QTest::keyClick(&w().window(), Qt::Key_F, Qt::ControlModifier);
        auto* line = w().find<QLineEdit>(u"lettersFilter"_s);
        QTRY_VERIFY(line->hasFocus());
        QTest::keyClicks(line, u"cause.exception : Other"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 20'000);
        QCOMPARE(groups->model()->rowCount(), 1);
    }

    void groupsAreDiscardedAndOpenedAgain()
    {
        const QString target = m_sandbox->makeTopic(u"discard"_s, 1, true);
        const QString topic = target + u".DLT"_s;
        QVERIFY(letters::fill(m_access, topic, target, 3, 1));
        open({{u"tab"_s, u"letters"_s}, {u"topic"_s, topic}});
        auto* groups = w().find<DataTable>(u"letterGroups"_s);
        auto* table = w().find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, 20'000);
        w().click(w().find<QPushButton>(u"discardActionButton"_s));
        QTRY_VERIFY(w().inDialog<QPushButton>(u"discardButton"_s));
        auto* discard = w().inDialog<QPushButton>(u"discardButton"_s);
        QCOMPARE(discard->text(), u"Discard 3 records"_s);
        // Without a reason nothing is discarded.
        QVERIFY(!discard->isEnabled());
        w().type(u"discardReason"_s, u"a test run"_s);
        w().click(discard);
        // The notice takes it back, although nothing is selected.
        auto* back = w().find<QPushButton>(u"noticeActionButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(back && back->isVisible(), 20'000);
        QCOMPARE(back->text(), u"Take it back"_s);
        w().click(back);
        const auto actions = [&] {
            QList<LedgerAction> done;
            const LedgerIndex ledger = test::whole(*(*DeadLetterStore::open(m_access))->ledger(topic, {}));
            for (const LedgerEntry& entry : ledger.entries())
                done += entry.action;
            return done;
        };
        QTRY_COMPARE_WITH_TIMEOUT(
            actions(), (QList<LedgerAction>{LedgerAction::Discarded, LedgerAction::Reopened}), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(w().cell(groups, 0, FailureGroupModel::Open), u"3"_s, 20'000);
    }

    void keepsWhatExpires()
    {
        const QString target = m_sandbox->makeTopic(u"expiry"_s, 1);
        const QString topic = target + u".DLT"_s;
        const auto admin = ClusterAdmin::open(m_access);
        QVERIFY((*admin)->createTopic({topic, 1, 1, {{u"retention.ms"_s, u"82800000"_s}}}, {}).has_value());
        QList<Record> records{letters::make(topic, target, 0, 1), letters::make(topic, target, 1, 1)};
        records[1].key = QByteArray("\0\xff", 2);
        records[1].value = QByteArray("\xfe\0\n", 3);
        QVERIFY(letters::write(m_access, records));
        open({{u"tab"_s, u"letters"_s}, {u"topic"_s, topic}});
        auto* table = w().find<DataTable>(u"letterTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!table->isColumnHidden(FailureModel::Expires), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(w().cell(table, 0, FailureModel::Expires), u"22 h left"_s, 20'000);
        QCOMPARE(table->model()->index(0, FailureModel::Expires).data(roles::Tone).toInt(), int(Tone::Warning));
        w().picture(u"failures-expiry"_s);
        // One action keeps them, losing nothing.
        auto* keep = w().find<QPushButton>(u"noticeActionButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(keep && keep->isVisible(), 20'000);
        QCOMPARE(keep->text(), u"Keep them in a file…"_s);
        w().click(keep);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"kept.jsonl"_s);
        saveAs(path);
        QTRY_COMPARE_WITH_TIMEOUT(kept(path).size(), 2, 20'000);
        const QList<Record> stand = letters::readAll(m_access, topic);
        for (const Record& record : kept(path)) {
            const auto same = std::ranges::find(stand, record.offset, &Record::offset);
            QVERIFY(same != stand.end());
            QCOMPARE(record.key, same->key);
            QCOMPARE(record.value, same->value);
            QCOMPARE(record.headers.size(), same->headers.size());
        }
    }

    void leadsToTheCause()
    {
        // A genuine silent failure about a template that the regulation has.
        const QString process = QUuid::createUuid().toString(QUuid::Id128);
        QList<Record> failures;
        for (Record record : genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s)) {
            record.value->replace("InstanceId\\\":\\\"11", "InstanceId\\\":\\\"" + process.toUtf8());
            record.value->replace("instance_id\": \"11", "instance_id\": \"" + process.toUtf8());
            record.value->replace("Nope", "application-decided");
            record.partition = 1;
            failures.append(record);
        }
        QVERIFY(letters::write(m_access, {failures.last()}));
        const auto select = [&] {
            open({{u"tab"_s, u"deliveries"_s}, {u"filter"_s, QString(u"process = "_s + process)}});
            auto* table = w().find<DataTable>(u"deliveryTable"_s);
            QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 20'000);
            w().clickRow(table, 0);
            QTRY_VERIFY(w().find<QLabel>(u"deliverySummary"_s)->isVisible());
        };
        // The template, with this event as its data.
        select();
        w().click(w().find<QPushButton>(u"deliveryToTemplate"_s));
        QTRY_COMPARE(w().window().currentPage(), PageId::Templates);
        Page* templates = w().window().page(PageId::Templates);
        QTRY_VERIFY_WITH_TIMEOUT(templates->findChild<QComboBox*>(u"sampleSets"_s)
                && templates->findChild<QComboBox*>(u"sampleSets"_s)->currentText().contains(u"From the failure"_s),
            20'000);
        QTRY_VERIFY(templates->findChild<JsonEditor*>(u"sampleEditor"_s)->text().contains(u"\"name\": \"Ann\""_s));
        w().picture(u"failure-to-template"_s);
        // The channel's settings.
        m_window.reset();
        select();
        w().click(w().find<QPushButton>(u"deliveryToChannel"_s));
        QTRY_COMPARE(w().window().currentPage(), PageId::Channels);
        // The record in its topic.
        m_window.reset();
        select();
        w().click(w().find<QPushButton>(u"deliveryToTopic"_s));
        QTRY_COMPARE(w().window().currentPage(), PageId::Topics);
        Page* topics = w().window().page(PageId::Topics);
        QTRY_VERIFY_WITH_TIMEOUT(topics->findChild<DataTable*>(u"recordTable"_s)
                && topics->findChild<DataTable*>(u"recordTable"_s)->model()->rowCount() == 1,
            20'000);
        // Everything else about the person.
        m_window.reset();
        select();
        w().click(w().find<QPushButton>(u"deliveryToPerson"_s));
        QTRY_COMPARE(w().find<QTabWidget>(u"failuresTabs"_s)->currentIndex(), 3);
        QTRY_COMPARE(w().find<QLineEdit>(u"traceText"_s)->text(), u"ann"_s);
    }

    void movesPastWhatHoldsUp();
};

void TestFailureWays::movesPastWhatHoldsUp()
{
    Record poison;
    poison.topic = u"inbox-notifications"_s;
    poison.partition = 3;
    poison.value = "{\"recipientName\":\"" + QByteArray(100'000, 'x') + "\"";
    QVERIFY(letters::write(m_access, {poison}));
    const auto admin = ClusterAdmin::open(m_access);
    const qint64 offset = (*admin)->topic(poison.topic, {})->partitions[3].high - 1;
    const QString group = m_sandbox->uniqueName(u"stuck"_s);
    QVERIFY((*admin)->setGroupOffsets(group, {{poison.topic, 3, offset}}, {}).has_value());
    open({{u"tab"_s, u"stuck"_s}});
    auto* table = w().find<DataTable>(u"stuckTable"_s);
    const auto rowOf = [&] {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (w().cell(table, row, StuckModel::Group) == group)
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOf() >= 0, 20'000);
    QCOMPARE(w().cell(table, rowOf(), StuckModel::Size), u"98 kB"_s);
    w().clickRow(table, rowOf());
    QTRY_VERIFY(w().page()->findChild<PageHeader*>()->stateLine().contains(u"still"_s));
    w().picture(u"stuck"_s);
    // The record is kept first; the group's name is typed.
    w().click(w().find<QPushButton>(u"stuckSkip"_s));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"stuck.jsonl"_s);
    saveAs(path);
    QTRY_VERIFY(w().inDialog<QLineEdit>(u"confirmLine"_s));
    auto* confirm = w().inDialog<QPushButton>(u"confirmButton"_s);
    QVERIFY(!confirm->isEnabled());
    // The group's name is asked for in any profile.
    QVERIFY(!std::ranges::any_of(QApplication::activeModalWidget()->findChildren<QLabel*>(),
        [](const QLabel* label) { return label->text().contains(u"production"_s); }));
    w().type(u"confirmLine"_s, group);
    QVERIFY(confirm->isEnabled());
    w().picture(u"stuck-confirm"_s);
    w().click(confirm);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(), -1, 20'000);
    QCOMPARE((*admin)->group(group, {})->offsets.first().place.offset, offset + 1);
    QCOMPARE(kept(path).size(), 1);
    QCOMPARE(kept(path).first().value, poison.value);

    // What was kept is mended and sent from here.
    auto* mend = w().find<QPushButton>(u"noticeActionButton"_s);
    QTRY_VERIFY(mend && mend->isVisible());
    QCOMPARE(mend->text(), u"Mend and send it…"_s);
    w().click(mend);
    QTRY_VERIFY(w().inDialog<JsonEditor>(u"editText"_s));
    QVERIFY(!w().inDialog<QPushButton>(u"editUse"_s)->isEnabled());
    const QString marker = QUuid::createUuid().toString(QUuid::Id128);
    w().inDialog<JsonEditor>(u"editText"_s)
        ->setText(uR"({"context":null,"notification":{"subject":"s","message":"%1"},"recipientName":"ann",)"
                  R"("recipient":{"id":"ann"}})"_s.arg(marker));
    QTRY_VERIFY(w().inDialog<QPushButton>(u"editUse"_s)->isEnabled());
    w().picture(u"stuck-mend"_s);
    w().click(w().inDialog<QPushButton>(u"editUse"_s));
    const auto sent = [&] {
        for (const Record& record : letters::readAll(m_access, poison.topic)) {
            if (record.value && record.value->contains(marker.toUtf8()))
                return record;
        }
        return Record();
    };
    QTRY_VERIFY_WITH_TIMEOUT(sent().value.has_value(), 20'000);
    // With the type that its reader expects.
    QVERIFY(std::ranges::any_of(sent().headers,
        [](const Header& header) { return header.name == "__TypeId__" && header.value && !header.value->isEmpty(); }));
}

QTEST_MAIN(TestFailureWays)
#include "tst_failureways.moc"
