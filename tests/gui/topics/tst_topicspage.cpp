#include "../../support/patience.h"
#include "connections/profilestore.h"
#include "core/itemroles.h"
#include "gui/application.h"
#include "kafka/lists/recordsmodel.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"
#include "testsandbox.h"
#include "widgets/table/datatable.h"
#include "widgets/text/textview.h"
#include "widgets/topics/readerview.h"
#include "widgets/topics/topicspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The Topics page in the real window, on the real broker, by keys and clicks.
class TestTopicsPage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<gui::Application> m_application;
    QString m_topic;
    int m_picture = 0;

    MainWindow& window() { return m_application->window(); }

    template <class T>
    T* find(const QString& name)
    {
        T* found = window().findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    /// With NC_PICTURES=folder each step leaves a picture to look at.
    void picture()
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(300);
            window().grab().save(folder + u"/topics-%1.png"_s.arg(++m_picture + 100));
        }
    }

    QString cell(DataTable* table, int row, int column)
    {
        return table->source()->index(row, column).data().toString();
    }

    void typeFilter(const QString& text)
    {
        // A dialog that was closed leaves nobody active on the offscreen platform.
        window().activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &window());
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        auto* line = find<QLineEdit>(u"recordFilter"_s);
        // Its popup of earlier filters would take the next keys.
        line->setCompleter(nullptr);
        QTRY_VERIFY(line->hasFocus());
        line->selectAll();
        QTest::keyClicks(line, text);
        if (text.isEmpty())
            line->clear();
        QTest::keyClick(line, Qt::Key_Return);
    }

    void chooseRange(Qt::Key key)
    {
        auto* range = find<QComboBox>(u"rangeChoice"_s);
        range->setFocus();
        QTest::keyClick(range, key);
    }
    void startReading() { QTest::mouseClick(find<QPushButton>(u"topicsReadButton"_s), Qt::LeftButton); }

private Q_SLOTS:
    void initTestCase()
    {
        gui::initResources();
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_topic = m_sandbox->makeTopic(u"page"_s, 3, true);
        auto writer = RecordWriter::open(m_sandbox->profile().kafka, *testSending());
        QVERIFY(writer);
        const TaskContext task;
        for (int i = 0; i < 300; ++i) {
            Record record;
            record.topic = m_topic;
            record.partition = i % 3;
            record.timestamp = QDateTime::currentMSecsSinceEpoch() - 300'000 + i * 1000;
            record.key = i % 10 == 0 ? std::optional<QByteArray>("key-" + QByteArray::number(i)) : std::nullopt;
            // Single quotes here: moc stumbles over raw strings.
            record.value =
                QByteArray("{'notification':{'templateName':'template-%1','n':%2},'recipients':[{'id':'user-%2',"
                           "'email':'ann.smith@example.test','text':'Рішення прийнято'}]}")
                    .replace("%1", QByteArray::number(i % 5))
                    .replace("%2", QByteArray::number(i))
                    .replace('\'', '"');
            record.headers = {{"b3", "trace-" + QByteArray::number(i)}, {"empty", std::nullopt}};
            QVERIFY((*writer)->enqueue(
                record, i, [](const Result<WriteTarget>&, qint64) {}, task));
        }
        QVERIFY((*writer)->flush(task));

        m_folder = std::make_unique<QTemporaryDir>();
        Profile profile = m_sandbox->profile();
        profile.name = u"test"_s;
        ProfileStore store(m_folder->path());
        QVERIFY(store.add(profile, testPass(Operation::AddProfile)));
        QVERIFY(store.use(u"test"_s, testPass(Operation::UseProfile)));
        gui::Options options;
        options.configFolder = m_folder->path();
        options.language = Language::English;
        m_application = std::make_unique<gui::Application>(*qApp, options);
        window().resize(1400, 860);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        window().setFocus();
        QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
        QTRY_COMPARE(window().currentPage(), PageId::Topics);
    }

    void listShowsTopics()
    {
        auto* table = find<DataTable>(u"topicTable"_s);
        QTRY_VERIFY(table->source()->rowCount() > 0);
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        auto* line = find<QLineEdit>(u"topicFilter"_s);
        QTRY_VERIFY(line->hasFocus());
        picture();
        QTest::keyClicks(line, m_topic);
        QTRY_COMPARE(table->source()->rowCount(), 2);
        QCOMPARE(cell(table, 0, 0), m_topic);
        QCOMPARE(table->source()->index(0, 3).data().toInt(), 300);
        picture();
    }

    void enterOpensTheNewest()
    {
        auto* topics = find<DataTable>(u"topicTable"_s);
        topics->setFocus();
        QTest::keyClick(topics, Qt::Key_Return);
        auto* records = find<DataTable>(u"recordTable"_s);
        QTRY_COMPARE(records->source()->rowCount(), 100);
        QVERIFY(records->isVisible());
        // The newest stands first.
        QVERIFY(cell(records, 0, RecordsModel::Value).contains(u"\"n\":299"_s));
        QTRY_VERIFY(find<QLabel>(u"recordFigures"_s)->text().startsWith(u"100 records"_s));
        picture();
    }

    void aRowShowsTheWholeRecord()
    {
        auto* records = find<DataTable>(u"recordTable"_s);
        QTest::mouseClick(records->viewport(), Qt::LeftButton, {},
            records->visualRect(records->model()->index(9, RecordsModel::Value)).center());
        auto* value = find<TextView>(u"recordValue"_s);
        QTRY_VERIFY(value->text().contains("user-290"));
        QVERIFY(find<QLabel>(u"recordKey"_s)->text().contains(u"key-290"_s));
        auto* headers = find<DataTable>(u"recordHeaders"_s);
        QCOMPARE(headers->source()->rowCount(), 2);
        QCOMPARE(cell(headers, 0, 1), u"trace-290"_s);
        QCOMPARE(cell(headers, 1, 2), u"null"_s);
        picture();
        find<QTabWidget>(u"recordTabs"_s)->setCurrentIndex(1);
        picture();
        find<QTabWidget>(u"recordTabs"_s)->setCurrentIndex(2);
        picture();
        find<QTabWidget>(u"recordTabs"_s)->setCurrentIndex(0);
    }

    void filterOverTheWholeTopic()
    {
        chooseRange(Qt::Key_Down);
        QCOMPARE(find<QComboBox>(u"rangeChoice"_s)->currentText(), u"From the beginning"_s);
        typeFilter(u"notification.n >= 290 and not key: *"_s);
        auto* records = find<DataTable>(u"recordTable"_s);
        QTRY_COMPARE(records->source()->rowCount(), 9);
        QTRY_COMPARE(find<QLabel>(u"recordFigures"_s)->text(), u"9 of 300 records match"_s);
        picture();
    }

    void aWrongFilterSaysWhere()
    {
        auto* records = find<DataTable>(u"recordTable"_s);
        const int before = records->source()->rowCount();
        typeFilter(u"a = "_s);
        const auto says = [this] {
            for (const QLabel* label : window().findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(u"column 4"_s))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says());
        QCOMPARE(records->source()->rowCount(), before);
        picture();
        typeFilter(u"there.is.no: such"_s);
        QTRY_COMPARE(records->source()->rowCount(), 0);
        QTRY_VERIFY(find<QLabel>(u"recordFigures"_s)->text().startsWith(u"0 of 300"_s));
        picture();
        typeFilter(u"key: *"_s);
        QTRY_COMPARE(records->source()->rowCount(), 30);
    }

    void filtersAreSavedAndChosenByKeys()
    {
        auto* records = find<DataTable>(u"recordTable"_s);
        auto* line = find<QLineEdit>(u"recordFilter"_s);
        auto* menu = find<QMenu>(u"recordFilterSavedMenu"_s);
        const auto inMenu = [&](const std::function<void()>& act) {
            window().activateWindow();
            QTRY_COMPARE(QApplication::activeWindow(), &window());
            line->setFocus();
            QTest::keyClick(line, Qt::Key_L, Qt::ControlModifier);
            QTRY_VERIFY(menu->isVisible());
            act();
            menu->hide();
        };
        inMenu([&] {
            QVERIFY(!menu->actions().first()->isEnabled()); // none yet
            menu->findChild<QAction*>(u"saveFilter"_s)->trigger();
        });
        QDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window().findChild<QDialog*>(u"saveFilterDialog"_s)) && dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(), u"with a key"_s);
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(!window().findChild<QDialog*>(u"saveFilterDialog"_s));
        typeFilter(u"notification.n = 7"_s);
        QTRY_COMPARE_WITH_TIMEOUT(records->source()->rowCount(), 1, 10'000);
        inMenu([&] {
            picture();
            QTest::keyClick(menu, Qt::Key_Down);
            QCOMPARE(menu->activeAction()->text(), u"with a key"_s);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTRY_COMPARE(line->text(), u"key: *"_s);
        QTRY_COMPARE_WITH_TIMEOUT(records->source()->rowCount(), 30, 10'000);
        inMenu([&] { menu->findChild<QMenu*>(u"removeFilter"_s)->actions().first()->trigger(); });
        inMenu([&] { QVERIFY(!menu->actions().first()->isEnabled()); });
        // A popup that was closed leaves nobody active on the offscreen platform.
        window().activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &window());
        records->setFocus();
    }

    void personalDataCanBeHidden()
    {
        auto* records = find<DataTable>(u"recordTable"_s);
        QVERIFY(cell(records, 0, RecordsModel::Value).contains(u"ann.smith"_s));
        auto* mask = find<QCheckBox>(u"maskRecords"_s);
        QTest::mouseClick(mask, Qt::LeftButton, {}, QPoint(8, mask->height() / 2));
        QVERIFY(mask->isChecked());
        QVERIFY(!cell(records, 0, RecordsModel::Value).contains(u"ann.smith"_s));
        records->selectSourceRow(1);
        auto* value = find<TextView>(u"recordValue"_s);
        QTRY_VERIFY(value->text().contains("a***@***"));
        QTest::mouseClick(mask, Qt::LeftButton, {}, QPoint(8, mask->height() / 2));
    }

    void exportsWhatMatches()
    {
        QTest::keyClick(&window(), Qt::Key_E, Qt::ControlModifier);
        auto* dialog = window().findChild<QFileDialog*>(u"exportDialog"_s);
        QVERIFY(dialog);
        const QString path = m_folder->filePath(u"out.jsonl"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 30);
        QCOMPARE(QJsonDocument::fromJson(lines.first()).object()[u"topic"_s].toString(), m_topic);
    }

    void sendsARecord()
    {
        QTest::mouseClick(find<QPushButton>(u"topicsProduceButton"_s), Qt::LeftButton);
        auto* dialog = window().findChild<QDialog*>(u"produceDialog"_s);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit*>(u"produceKey"_s), u"sent-key"_s);
        dialog->findChild<QPlainTextEdit*>(u"produceHeaders"_s)->setPlainText(u"a=b"_s);
        dialog->findChild<QPlainTextEdit*>(u"produceValue"_s)->setPlainText(u"{\"hello\":1}"_s);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"produceSend"_s), Qt::LeftButton);
        auto* records = find<DataTable>(u"recordTable"_s);
        QTRY_COMPARE(records->source()->rowCount(), 31);
        picture();
    }

    /// Reading comes in parts: scrolling on brings the next one, the position bar begins anywhere.
    void longTopicsAreScrolled()
    {
        auto* reader = window().findChild<ReaderView*>();
        QVERIFY(reader);
        reader->setRowsAtOnce(50);
        auto* records = find<DataTable>(u"recordTable"_s);
        auto* position = find<QSlider>(u"recordPosition"_s);
        auto* figures = find<QLabel>(u"recordFigures"_s);
        QCOMPARE(find<QComboBox>(u"rangeChoice"_s)->currentText(), u"From the beginning"_s);
        typeFilter({});
        QTRY_COMPARE(records->source()->rowCount(), 50);
        QTRY_VERIFY(position->isVisible());
        QTRY_VERIFY(figures->text().contains(u"scroll down for more"_s));
        picture();
        QSet<QString> places;
        for (int rows = 50; rows < 301;) {
            records->scrollToTop();
            records->scrollToBottom();
            rows = qMin(rows + 50, 301);
            QTRY_COMPARE(records->source()->rowCount(), rows);
            QTRY_VERIFY(figures->text().contains(u"scroll down"_s) == (rows < 301));
        }
        for (int row = 0; row < 301; ++row)
            places.insert(records->source()->index(row, 0).data(roles::Identity).toString());
        QCOMPARE(places.size(), 301);
        // To the middle of each partition, which holds about a hundred.
        position->setValue(5000);
        QTRY_COMPARE(records->source()->rowCount(), 50);
        QTRY_VERIFY(figures->text().contains(u"from record 150 of 301"_s));
        for (int row = 0; row < 50; ++row)
            QVERIFY(cell(records, row, 2).toInt() >= 50);
        records->scrollToBottom();
        QTRY_COMPARE(records->source()->rowCount(), 100);
        picture();
        // What is chosen anew begins at its own beginning.
        reader->setRowsAtOnce(20'000);
        chooseRange(Qt::Key_Home);
        QTRY_COMPARE(records->source()->rowCount(), 100);
        QTRY_VERIFY(cell(records, 0, 2).toInt() >= 90);
        QTRY_VERIFY(!position->isVisible());
    }

    /// "Newest" goes on towards the beginning: by itself as far as was asked for, further on purpose.
    void newestGoesOnToOlderOnes()
    {
        auto* reader = window().findChild<ReaderView*>();
        reader->setRowsAtOnce(40);
        auto* records = find<DataTable>(u"recordTable"_s);
        auto* figures = find<QLabel>(u"recordFigures"_s);
        startReading();
        QTRY_COMPARE_WITH_TIMEOUT(records->source()->rowCount(), 40, 10'000);
        QTRY_VERIFY(figures->text().contains(u"scroll down for older"_s));
        for (const int rows : {80, 100}) {
            records->scrollToTop();
            records->scrollToBottom();
            QTRY_COMPARE_WITH_TIMEOUT(records->source()->rowCount(), rows, 10'000);
            QTRY_VERIFY(figures->text().contains(u"scroll down"_s));
        }
        // A hundred were asked for; more come only to whoever goes on at the end.
        records->scrollToTop();
        records->scrollToBottom();
        QVERIFY(!figures->text().contains(u"reading"_s));
        records->selectSourceRow(99);
        QTest::keyClick(records, Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(records->source()->rowCount(), 140, 10'000);
        QCOMPARE(records->currentSource().row(), 99);
        // By time over all partitions, the newest first.
        for (int row = 1; row < 140; ++row)
            QVERIFY(cell(records, row - 1, 0).toLongLong() >= cell(records, row, 0).toLongLong());
        reader->setRowsAtOnce(20'000);
    }

    /// Someone jumps into the middle and reads on in both directions; only so many rows are kept, and what is chosen
    /// stays chosen.
    void readsBothWaysInAWindowOfRows()
    {
        auto* reader = window().findChild<ReaderView*>();
        auto* records = find<DataTable>(u"recordTable"_s);
        auto* figures = find<QLabel>(u"recordFigures"_s);
        auto* position = find<QSlider>(u"recordPosition"_s);
        auto* value = find<TextView>(u"recordValue"_s);
        reader->setRowsAtOnce(50);
        reader->setRowsKept(120);
        chooseRange(Qt::Key_Down);
        startReading();
        QTRY_COMPARE_WITH_TIMEOUT(records->source()->rowCount(), 50, 10'000);
        QTRY_VERIFY(position->isVisible());
        position->setValue(5000);
        QTRY_VERIFY(figures->text().contains(u"from record 150 of 301"_s));
        QTRY_VERIFY(figures->text().contains(u"scroll up for older"_s));
        records->selectSourceRow(0);
        const QString chosen = records->currentSource().data(roles::Identity).toString();
        const QString place = u"Partition %1, offset %2"_s.arg(chosen.section(u':', 0, 0), chosen.section(u':', 1));
        QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(u"recordPlace"_s)->text(), place, 10'000);
        const QByteArray shown = value->text();
        const auto identityAt = [records](int row) {
            return records->source()->index(row, 0).data(roles::Identity).toString();
        };
        // Up: what was at the top stays there, older ones stand above it.
        QTest::keyClick(records, Qt::Key_Up);
        QTRY_COMPARE_WITH_TIMEOUT(records->source()->rowCount(), 100, 10'000);
        QCOMPARE(identityAt(50), chosen);
        QTRY_VERIFY(figures->text().contains(u"from record 100 of 301"_s));
        QCOMPARE(records->currentSource().row(), 50);
        QCOMPARE(records->toSource(records->indexAt({0, 0})).row(), 50);
        picture();
        // On to the beginning; rows at the other end make room.
        records->scrollToTop();
        QTRY_VERIFY(figures->text().contains(u"from record 50 of"_s));
        records->scrollToTop();
        QTRY_VERIFY(!figures->text().contains(u"scroll up"_s) && !figures->text().contains(u"reading"_s));
        QCOMPARE(records->source()->rowCount(), 120);
        // Down to the end: the chosen record's row goes, its detail does not.
        QSet<QString> seen;
        const auto look = [&] {
            for (int row = 0; row < records->source()->rowCount(); ++row)
                seen.insert(identityAt(row));
        };
        look();
        for (int i = 0; figures->text().contains(u"scroll down"_s); ++i) {
            QVERIFY(i < 10);
            records->scrollToBottom();
            QTRY_VERIFY(!figures->text().contains(u"reading"_s));
            look();
            QVERIFY(records->source()->rowCount() <= 120);
        }
        QCOMPARE(seen.size(), 301);
        QVERIFY(!records->currentSource().isValid());
        QCOMPARE(value->text(), shown);
        // And up again until it is back.
        for (int i = 0; i < 6 && !records->currentSource().isValid(); ++i) {
            records->scrollToTop();
            QTRY_VERIFY(!figures->text().contains(u"reading"_s));
        }
        QVERIFY(records->currentSource().isValid());
        QCOMPARE(records->currentSource().data(roles::Identity).toString(), chosen);
        QCOMPARE(value->text(), shown);
        reader->setRowsAtOnce(20'000);
        reader->setRowsKept(RecordsModel::capacity);
    }

    void followsNewRecords()
    {
        chooseRange(Qt::Key_End);
        QCOMPARE(find<QComboBox>(u"rangeChoice"_s)->currentText(), u"Live"_s);
        typeFilter({});
        startReading();
        auto* records = find<DataTable>(u"recordTable"_s);
        QTRY_COMPARE(records->source()->rowCount(), 0);
        auto writer = RecordWriter::open(m_sandbox->profile().kafka, *testSending());
        Record record;
        record.topic = m_topic;
        record.value = "live one";
        // The tail begins at the end as it is once connected: send until the first is seen.
        QTRY_VERIFY_WITH_TIMEOUT(
            ((*writer)->write(record, {}), QTest::qWait(50), records->source()->rowCount() > 0), 15'000);
        QCOMPARE(cell(records, 0, RecordsModel::Value), u"live one"_s);
        picture();
        QTest::mouseClick(find<QPushButton>(u"topicsStopButton"_s), Qt::LeftButton);
        QTRY_VERIFY(find<QLabel>(u"recordFigures"_s)->text().contains(u"stopped"_s));
    }

    void escapeGoesBack()
    {
        QTest::keyClick(&window(), Qt::Key_Escape);
        QTRY_VERIFY(find<DataTable>(u"topicTable"_s)->isVisible());
    }

    void darkToo()
    {
        QTest::keyClick(find<DataTable>(u"topicTable"_s), Qt::Key_Return);
        m_application->theme().setMode(ThemeMode::Dark);
        auto* range = find<QComboBox>(u"rangeChoice"_s);
        QTRY_VERIFY(range->isVisible());
        chooseRange(Qt::Key_Home);
        startReading();
        auto* records = find<DataTable>(u"recordTable"_s);
        QTRY_VERIFY(records->isVisible() && records->source()->rowCount() == 100);
        records->selectSourceRow(20);
        QTRY_VERIFY(!find<TextView>(u"recordValue"_s)->text().isEmpty());
        picture();
    }

    void cleanupTestCase() { m_application.reset(); }
};

QTEST_MAIN(TestTopicsPage)
#include "tst_topicspage.moc"
