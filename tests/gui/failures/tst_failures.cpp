#include "connections/profilestore.h"
#include "deadletters/deadletterstore.h"
#include "deadletters/failuremodels.h"
#include "genuine.h"
#include "gui/application.h"
#include "letters.h"
#include "testsandbox.h"
#include "widgets/common/datatable.h"
#include "widgets/common/textview.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The operator's journey in the real window: which causes, one dead letter, a replay by clicks, its state after it.
class TestGuiFailures : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<gui::Application> m_app;
    KafkaAccess m_access;
    QString m_target;
    QString m_topic;

    Page* page() const { return m_app->window().page(PageId::Failures); }
    template <class T>
    T* find(const QString& name) const
    {
        return page() ? page()->findChild<T*>(name) : nullptr;
    }
    template <class T>
    T* inDialog(const QString& name) const
    {
        QWidget* dialog = QApplication::activeModalWidget();
        return dialog ? dialog->findChild<T*>(name) : nullptr;
    }
    QString cell(DataTable* table, int row, int column) const
    {
        return table->model()->index(row, column).data().toString();
    }
    void clickRow(DataTable* table, int row) const
    {
        const QModelIndex index = table->model()->index(row, 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    }
    /// Pictures for looking at: NC_PICTURES=folder.
    void picture(const QString& name, QWidget* of = nullptr) const
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        if (!folder.isEmpty())
            (of ? of : &m_app->window())->grab().save(folder + u'/' + name + u".png"_s);
    }
    void start(bool production)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Profile profile = m_sandbox->profile();
        profile.name = u"land"_s;
        profile.production = production;
        ProfileStore store(m_folder->path());
        QVERIFY(store.add(profile).has_value());
        QVERIFY(store.use(profile.name).has_value());
        gui::Options options;
        options.configFolder = m_folder->path();
        options.language = qEnvironmentVariable("NC_LANGUAGE") == u"uk" ? Language::Ukrainian : Language::English;
        m_app = std::make_unique<gui::Application>(*qApp, options);
        m_app->theme().setMode(qEnvironmentVariable("NC_THEME") == u"dark" ? ThemeMode::Dark : ThemeMode::Light);
        m_app->window().resize(1440, 900);
        m_app->window().show();
        m_app->window().showPage(PageId::Failures);
        QTRY_VERIFY(page());
        page()->open({{u"tab"_s, u"letters"_s}, {u"topic"_s, m_topic}});
        auto* box = find<QComboBox>(u"letterTopic"_s);
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

    void cleanup() { m_app.reset(); }

    void replaysADeadLetterByClicks()
    {
        start(false);
        auto* groups = find<DataTable>(u"letterGroups"_s);
        auto* table = find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 3, 20'000);
        // Choose the refused letter's group, then the letter.
        int refused = -1;
        for (int row = 0; row < 3; ++row) {
            if (cell(groups, row, FailureGroupModel::Cause).contains(u"refused"_s))
                refused = row;
        }
        QVERIFY(refused >= 0);
        clickRow(groups, refused);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        clickRow(table, 0);
        auto* summary = find<QLabel>(u"letterSummary"_s);
        QTRY_VERIFY(summary->isVisible());
        QTRY_VERIFY(summary->text().contains(u"550 5.1.1"_s));
        // Personal data is hidden until somebody asks for it.
        QTRY_VERIFY(find<TextView>(u"letterValue"_s)->text().contains("\"recipient\""));
        QVERIFY(!find<TextView>(u"letterValue"_s)->text().contains("reject1@example.test"));
        find<QAction>(u"maskFailuresAction"_s)->trigger();
        QTRY_VERIFY(find<TextView>(u"letterValue"_s)->text().contains("reject1@example.test"));
        picture(u"failures-letter"_s);

        QTest::mouseClick(find<QPushButton>(u"replayActionButton"_s), Qt::LeftButton);
        QTRY_VERIFY(inDialog<QPushButton>(u"replayGo"_s));
        auto* go = inDialog<QPushButton>(u"replayGo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), 20'000);
        QVERIFY(go->text().contains(u"1 record"_s));
        auto* reason = inDialog<QLineEdit>(u"replayReason"_s);
        QTest::mouseClick(reason, Qt::LeftButton);
        QTest::keyClicks(reason, u"address mended"_s);
        picture(u"failures-replay"_s, QApplication::activeModalWidget());
        QVERIFY(letters::readAll(m_access, m_target).isEmpty());
        QTest::mouseClick(go, Qt::LeftButton);
        auto* counts = inDialog<QLabel>(u"replayCounts"_s);
        QTRY_VERIFY_WITH_TIMEOUT(counts->text().startsWith(u"1 sent"_s), 20'000);
        const QList<Record> arrived = letters::readAll(m_access, m_target);
        QCOMPARE(arrived.size(), 1);
        QVERIFY(arrived[0].value->contains("reject1@example.test"));
        QTest::mouseClick(inDialog<QPushButton>(u"replayClose"_s), Qt::LeftButton);

        // The state changes by itself.
        QTRY_COMPARE_WITH_TIMEOUT(cell(table, 0, FailureModel::State), u"replayed"_s, 20'000);
        picture(u"failures-after"_s);
        const auto store = DeadLetterStore::open(m_access);
        const auto ledger = (*store)->ledger(m_topic, {});
        QCOMPARE(ledger->entries().size(), 1);
        QCOMPARE(ledger->entries()[0].reason, u"address mended"_s);
    }

    void productionAsksForTheTopic()
    {
        start(true);
        auto* groups = find<DataTable>(u"letterGroups"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 3, 20'000);
        find<QAction>(u"replayAction"_s)->trigger();
        QTRY_VERIFY(inDialog<QPushButton>(u"replayGo"_s));
        auto* go = inDialog<QPushButton>(u"replayGo"_s);
        auto* type = inDialog<QLineEdit>(u"replayType"_s);
        QTRY_VERIFY_WITH_TIMEOUT(go->text().contains(u"1 record"_s), 20'000);
        QVERIFY(!go->isEnabled());
        QTest::mouseClick(type, Qt::LeftButton);
        QTest::keyClicks(type, m_topic);
        QVERIFY(go->isEnabled());
        QTest::mouseClick(inDialog<QPushButton>(u"replayClose"_s), Qt::LeftButton);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QVERIFY(letters::readAll(m_access, m_target).isEmpty());
    }

    void discardsWithAReason()
    {
        start(false);
        auto* groups = find<DataTable>(u"letterGroups"_s);
        auto* table = find<DataTable>(u"letterTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(groups->model()->rowCount(), 3, 20'000);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        clickRow(table, 0);
        QTRY_VERIFY(find<QAction>(u"discardAction"_s)->isEnabled());
        QTest::mouseClick(find<QPushButton>(u"discardActionButton"_s), Qt::LeftButton);
        QTRY_VERIFY(inDialog<QPushButton>(u"discardButton"_s));
        QVERIFY(!inDialog<QPushButton>(u"discardButton"_s)->isEnabled());
        QTest::keyClicks(inDialog<QLineEdit>(u"discardReason"_s), u"a duplicate"_s);
        QTest::mouseClick(inDialog<QPushButton>(u"discardButton"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(cell(table, 0, FailureModel::State), u"discarded"_s, 20'000);
    }
};

QTEST_MAIN(TestGuiFailures)
#include "tst_failures.moc"
