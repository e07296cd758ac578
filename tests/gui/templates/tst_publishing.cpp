#include "../../support/patience.h"
#include "core/atomicfile.h"
#include "gui/application.h"
#include "postgres/testdatabase.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/table/datatable.h"
#include "widgets/text/diffview.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The plan in the real window: what changes in each view, what somebody else did, commits, history and putting back.
class TestPublishing : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<gui::Application> m_application;

    template <class T>
    T* part(const QString& name) const
    {
        return m_application->window().findChild<T*>(name);
    }
    void put(const QString& file, const QByteArray& bytes)
    {
        QVERIFY(writeFile(m_folder->filePath(u"regulation/notifications/"_s + file), bytes));
    }
    void git(const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->filePath(u"regulation"_s));
        process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@t"_s} + arguments);
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    }
    void start(bool production = false)
    {
        const QJsonObject profile{{u"name"_s, u"test"_s}, {u"database"_s, m_database->target().conninfo},
            {u"regulation"_s, m_folder->filePath(u"regulation"_s)}, {u"production"_s, production}};
        const QJsonObject file{{u"version"_s, 1}, {u"active"_s, u"test"_s}, {u"profiles"_s, QJsonArray{profile}}};
        QVERIFY(writeFile(m_folder->filePath(u"config/profiles.json"_s), QJsonDocument(file).toJson()));
        gui::Options options;
        options.configFolder = m_folder->filePath(u"config"_s);
        options.language = Language::English;
        m_application = std::make_unique<gui::Application>(*qApp, options);
        m_application->window().resize(1400, 900);
        m_application->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_application->window()));
        QTest::keyClick(&m_application->window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(part<QPushButton>(u"publishTemplatesButton"_s));
        press(u"publishTemplatesButton"_s);
        QTRY_COMPARE(rows(u"planTable"_s), 2);
    }
    int rows(const QString& table) const { return part<DataTable>(table)->source()->rowCount(); }
    void press(const QString& button)
    {
        QTRY_VERIFY(part<QPushButton>(button));
        auto* widget = part<QPushButton>(button);
        QTRY_VERIFY(widget->isVisible() && widget->isEnabled());
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void publishAll()
    {
        press(u"publishTemplatesButton"_s);
        press(u"confirmButton"_s);
        QTRY_COMPARE(part<QPushButton>(u"publishTemplatesButton"_s)->text(), u"Publish 0 templates"_s);
    }
    /// Asks for the plan anew until the row has something to update: F5 means nothing while a publish still runs.
    bool refreshed(int row)
    {
        m_application->window().activateWindow(); // the dialog was in front
        QTest::keyClick(&m_application->window(), Qt::Key_F5);
        return part<DataTable>(u"planTable"_s)->source()->index(row, 2).data().toString() == u"update"_s;
    }
    void tab(int index)
    {
        auto* bar = part<QTabBar>(u"planTabs"_s);
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
        QCOMPARE(bar->currentIndex(), index);
    }
    bool differs(const QString& view) const
    {
        const auto* diff = part<DiffView>(view);
        return diff->isVisible() && diff->differs();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<TestDatabase>();
        put(u"email/greeting/notification.ftlh"_s, "<html><body><p>Hello ${name?html}</p></body></html>\n");
        put(u"email/greeting/notification.yml"_s, "title: Greeting\n");
        put(u"inbox/note/notification.ftl"_s, "Note ${x}\n");
        put(u"inbox/note/notification.yml"_s, "title: Note\n");
        git({u"init"_s, u"-q"_s});
        git({u"add"_s, u"-A"_s});
        git({u"commit"_s, u"-qm"_s, u"x"_s});
    }
    void cleanup()
    {
        m_application.reset();
        m_database.reset();
        m_folder.reset();
    }

    void everyViewOfAChange()
    {
        start();
        publishAll();
        put(u"email/greeting/notification.ftlh"_s, "<html><body><p>Dear ${name?html}</p></body></html>\n");
        m_database->sql(u"update notification_template set content = 'by hand', checksum = 'x' where name = 'note'"_s);
        auto* plan = part<DataTable>(u"planTable"_s);
        QTRY_VERIFY(refreshed(0));
        plan->selectSourceRow(0);
        for (int view = 0; view < 3; ++view) {
            tab(view);
            QTRY_VERIFY2_WITH_TIMEOUT(differs(u"planDiff"_s), qPrintable(QString::number(view)), 20000);
        }
        // Somebody else's hand is named.
        plan->selectSourceRow(1);
        QTRY_VERIFY(part<QLabel>(u"planReason"_s)->text().contains(u"Somebody else changed the row"_s));
    }

    void aVersionIsLookedAtAndPutBack()
    {
        start();
        publishAll();
        put(u"inbox/note/notification.ftl"_s, "Second ${x}\n");
        QTRY_VERIFY(refreshed(1));
        publishAll();
        QTRY_COMPARE(m_database->value(u"select content from notification_template where name = 'note'"_s),
            QByteArray("Second ${x}\n"));
        part<DataTable>(u"planTable"_s)->selectSourceRow(1);
        tab(4);
        QTRY_COMPARE(rows(u"versionTable"_s), 2);
        QVERIFY(!part<QPushButton>(u"restoreVersion"_s)->isEnabled()); // the one that stands there
        part<DataTable>(u"versionTable"_s)->selectSourceRow(1);
        QTRY_VERIFY(differs(u"versionDiff"_s));
        press(u"restoreVersion"_s);
        press(u"confirmButton"_s);
        QTRY_COMPARE(m_database->value(u"select content from notification_template where name = 'note'"_s),
            QByteArray("Note ${x}\n"));
        QTRY_COMPARE(rows(u"versionTable"_s), 3);
    }

    void productionIsToldWhatIsInNoCommit()
    {
        put(u"inbox/note/notification.ftl"_s, "Draft ${x}\n");
        start(true);
        auto* button = part<QPushButton>(u"publishTemplatesButton"_s);
        QTRY_COMPARE(button->text(), u"Publish 1 template"_s);
        auto* plan = part<DataTable>(u"planTable"_s);
        plan->selectSourceRow(1);
        QTRY_VERIFY(part<QLabel>(u"planReason"_s)->text().contains(u"in no commit"_s));
        // Chosen by hand it goes along.
        QVERIFY(plan->source()->setData(plan->source()->index(1, 0), Qt::Checked, Qt::CheckStateRole));
        QTRY_COMPARE(button->text(), u"Publish 2 templates"_s);
        press(u"publishTemplatesButton"_s);
        QTRY_VERIFY(part<QLineEdit>(u"confirmLine"_s));
        QTest::keyClicks(part<QLineEdit>(u"confirmLine"_s), u"test"_s);
        press(u"confirmButton"_s);
        QTRY_COMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("2"));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    gui::initResources();
    TestPublishing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_publishing.moc"
