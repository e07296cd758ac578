#include "../../publish/fakediia.h"
#include "../../publish/fakeservice.h"
#include "../../support/patience.h"
#include "channels/channelsecrets.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "core/atomicfile.h"
#include "core/itemroles.h"
#include "gui/application.h"
#include "postgres/testdatabase.h"
#include "secrets/systemsecrets.h"
#include "widgets/common/noticebar.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/table/datatable.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The ways a publish can go in the real window: Diia first and the row behind it, over notification-service, to
/// production by its typed name, stopped between two templates, failed and tried again, rows deleted by themselves.
class TestPublishWays : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FakeDiia> m_diia;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<gui::Application> m_application;
    Profile m_profile;

    MainWindow& window() const { return m_application->window(); }
    template <class T>
    T* part(const QString& name) const
    {
        return window().findChild<T*>(name);
    }
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        if (!folder.isEmpty())
            window().grab().save(folder + u'/' + name + u".png"_s);
    }
    QString config() const { return m_folder->filePath(u"config"_s); }
    void put(const QString& file, const QByteArray& bytes)
    {
        QVERIFY(writeFile(m_folder->filePath(u"regulation/notifications/"_s + file), bytes));
    }
    void inbox(const QString& name, const QByteArray& text)
    {
        put(u"inbox/"_s + name + u"/notification.ftl"_s, text);
        put(u"inbox/"_s + name + u"/notification.yml"_s, "title: " + name.toUtf8() + "\n");
    }
    void push()
    {
        put(u"diia/push/notification.diia"_s, "Hello {name}");
        put(u"diia/push/notification.yml"_s,
            "title: Push\nattributes:\n  actionType: message\n  templateType: attention\n  shortText: Short\n");
        // Its address in the registry's configuration, its token where the Channels page keeps it.
        m_profile.registry = m_folder->filePath(u"registry"_s);
        QVERIFY(writeFile(m_profile.registry + u"/deploy-templates/values.yaml"_s,
            "external-systems:\n  diia:\n    url: " + m_diia->url().toUtf8() + "\n"));
        QVERIFY(channelsecrets::write(
            *openSecretStore(config()), channelsecrets::diiaKey(m_profile.registry), FakeDiia::partnerToken(), {}));
    }
    void start(int rows)
    {
        m_profile.name = u"land"_s;
        m_profile.regulation = m_folder->filePath(u"regulation"_s);
        ProfileStore store(config());
        QVERIFY(store.add(m_profile).has_value());
        QVERIFY(store.use(m_profile.name).has_value());
        gui::Options options;
        options.configFolder = config();
        options.language = Language::English;
        m_application = std::make_unique<gui::Application>(*qApp, options);
        window().resize(1400, 900);
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(part<QPushButton>(u"publishTemplatesButton"_s));
        press(u"publishTemplatesButton"_s);
        QTRY_COMPARE(table()->source()->rowCount(), rows);
    }
    DataTable* table() const { return part<DataTable>(u"planTable"_s); }
    QString cell(int row, int column) const
    {
        const QModelIndex index = table()->source()->index(row, column);
        return index.data(column == 5 ? int(roles::State) : int(Qt::DisplayRole)).toString();
    }
    void press(const QString& button)
    {
        QTRY_VERIFY(part<QPushButton>(button));
        auto* widget = part<QPushButton>(button);
        QTRY_VERIFY2(widget->isVisible() && widget->isEnabled(), qPrintable(button));
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void publish()
    {
        press(u"publishTemplatesButton"_s);
        press(u"confirmButton"_s);
    }
    /// Looks at the plan anew, as F5 does, until it is there.
    void look()
    {
        const auto busy = [this] {
            window().activateWindow();
            QTest::keyClick(&window(), Qt::Key_F5);
            return cell(0, 5).isEmpty();
        };
        QTRY_VERIFY(busy());
    }
    NoticeBar* notice() const
    {
        for (NoticeBar* bar : window().page(PageId::Templates)->findChildren<NoticeBar*>(u"noticeBar"_s)) {
            if (bar->isVisible())
                return bar;
        }
        return nullptr;
    }
    QString said() const { return notice() ? notice()->text() : QString(); }
    void pressNotice()
    {
        QTRY_VERIFY(notice());
        auto* button = notice()->findChild<QPushButton*>(u"noticeActionButton"_s);
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void confirmTyping(const QString& words)
    {
        QTRY_VERIFY(part<QLineEdit>(u"confirmLine"_s) && part<QLineEdit>(u"confirmLine"_s)->isVisible());
        QVERIFY(!part<QPushButton>(u"confirmButton"_s)->isEnabled());
        QTest::keyClicks(part<QLineEdit>(u"confirmLine"_s), words);
        press(u"confirmButton"_s);
    }
    QByteArray rows()
    {
        return m_database->value(
            u"select coalesce(string_agg(name || '=' || coalesce(ext_template_id, '-'), ',' order by name), '') from "
            "notification_template"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<TestDatabase>();
        m_diia = std::make_unique<FakeDiia>();
        m_service = std::make_unique<FakeService>();
        m_profile = {};
        m_profile.database = m_database->target().conninfo;
        QDir().mkpath(config());
    }
    void cleanup()
    {
        m_application.reset();
        m_database.reset();
        m_diia.reset();
        m_service.reset();
    }

    void diiaFirst()
    {
        push();
        start(1);
        // A refusal in Diia's own words; the row is not written.
        m_diia->set(FakeDiia::Fault::Forbidden, 2); // with the kept token, and once more with a new one
        publish();
        QTRY_COMPARE(cell(0, 5), u"failed"_s);
        table()->selectSourceRow(0);
        QTRY_VERIFY(part<QLabel>(u"planReason"_s)->text().contains(u"actionType is not allowed"_s));
        picture(u"ways-diia-refused"_s);
        QCOMPARE(rows(), QByteArray(""));
        // Tried again it is registered once, and the row has the id.
        look();
        publish();
        QTRY_COMPARE(rows(), QByteArray("push=diia-1"));
        QTRY_COMPARE(cell(0, 5), u"created"_s);
        QCOMPARE(m_diia->registered().size(), 1);
        look();
        QCOMPARE(cell(0, 2), u"unchanged"_s);
    }

    void aLostAnswerIsNotRepeatedUnasked()
    {
        push();
        start(1);
        m_diia->set(FakeDiia::Fault::CutAfterRegistering, 1);
        publish();
        QTRY_COMPARE(cell(0, 5), u"failed"_s);
        pressNotice(); // Look again
        QTRY_VERIFY(cell(0, 5).isEmpty());
        publish();
        QTRY_VERIFY(said().contains(u"not known"_s));
        QCOMPARE(m_diia->registered().size(), 1);
        picture(u"ways-diia-unsure"_s);
        pressNotice(); // Register again…
        confirmTyping(u"diia/push"_s);
        QTRY_COMPARE(rows(), QByteArray("push=diia-2"));
    }

    void overTheService()
    {
        inbox(u"a"_s, "A");
        inbox(u"b"_s, "B");
        m_profile.database.clear();
        m_profile.service = m_service->url();
        ProfileSecrets secrets;
        secrets.service = u"secret"_s;
        m_profile.name = u"land"_s;
        QVERIFY(saveSecrets(*openSecretStore(config()), u"land"_s, secrets, {}));
        start(2);
        publish();
        QTRY_COMPARE(m_service->size(), 2);
        QTRY_COMPARE(cell(1, 5), u"created"_s);
        QCOMPARE(m_service->row(u"inbox/a"_s)[u"content"].toString(), u"A"_s);
        picture(u"ways-service"_s);
        // Somebody else's hand, then ours again.
        inbox(u"a"_s, "A2");
        look();
        QTRY_COMPARE(cell(0, 2), u"update"_s);
        m_service->set(FakeService::Fault::ServerError);
        publish();
        QTRY_COMPARE(cell(0, 5), u"failed"_s);
        QTRY_VERIFY(part<QLabel>(u"planReason"_s)->text().contains(u"Something broke"_s));
        m_service->set(FakeService::Fault::None);
        look();
        publish();
        QTRY_COMPARE(m_service->row(u"inbox/a"_s)[u"content"].toString(), u"A2"_s);
    }

    void productionByItsName()
    {
        inbox(u"a"_s, "A");
        m_profile.production = true;
        start(1);
        // In no commit: it is only published when it is chosen.
        QVERIFY(!part<QPushButton>(u"publishTemplatesButton"_s)->isEnabled());
        QVERIFY(table()->source()->setData(table()->source()->index(0, 0), Qt::Checked, Qt::CheckStateRole));
        press(u"publishTemplatesButton"_s);
        QTRY_VERIFY(part<QLineEdit>(u"confirmLine"_s));
        auto* line = part<QLineEdit>(u"confirmLine"_s);
        auto* confirm = part<QPushButton>(u"confirmButton"_s);
        QTest::keyClicks(line, u"lan"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(rows(), QByteArray(""));
        picture(u"ways-production"_s);
        QTest::keyClicks(line, u"d"_s);
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(rows(), QByteArray("a=-"));
    }

    void stoppedBetweenTwoTemplates()
    {
        for (const char* name : {"a", "b", "c"})
            inbox(QString::fromLatin1(name), name);
        // b waits for a lock of ours until it is cancelled.
        m_database->sql(u"create function wait() returns trigger language plpgsql as $$ begin "
                        "if new.name = 'b' then perform pg_advisory_lock(77); end if; return new; end $$"_s);
        start(3);
        m_database->sql(u"create trigger wait before insert on notification_template for each row execute function "
                        "wait()"_s);
        m_database->sql(u"select pg_advisory_lock(77)"_s);
        publish();
        QTRY_COMPARE(cell(0, 5), u"created"_s);
        auto* stop = part<QAbstractButton>(u"taskCancelButton"_s);
        QTRY_VERIFY(stop && stop->isVisible());
        QTest::mouseClick(stop, Qt::LeftButton);
        m_database->sql(u"select pg_advisory_unlock(77)"_s);
        QTRY_VERIFY(cell(2, 5) == u"skipped"_s);
        QVERIFY(rows().startsWith("a=-"));
        QVERIFY(!rows().contains("c="));
        picture(u"ways-stopped"_s);
        // What is left goes the next time.
        look();
        publish();
        QTRY_COMPARE(rows(), QByteArray("a=-,b=-,c=-"));
    }

    void aFailedOneIsTriedAgain()
    {
        for (const char* name : {"a", "b", "c"})
            inbox(QString::fromLatin1(name), name);
        m_database->sql(u"create function no() returns trigger language plpgsql as $$ begin "
                        "if new.name = 'b' then raise exception 'not b'; end if; return new; end $$"_s);
        m_database->sql(
            u"create trigger no before insert on notification_template for each row execute function no()"_s);
        start(3);
        publish();
        QTRY_COMPARE(cell(1, 5), u"failed"_s);
        QTRY_COMPARE(cell(2, 5), u"created"_s); // the others are right
        QTRY_VERIFY(said().contains(u"Failed: 1"_s));
        QCOMPARE(rows(), QByteArray("a=-,c=-"));
        m_database->sql(u"drop trigger no on notification_template"_s);
        pressNotice();
        QTRY_COMPARE(part<QPushButton>(u"publishTemplatesButton"_s)->text(), u"Publish 1 template"_s);
        publish();
        QTRY_COMPARE(rows(), QByteArray("a=-,b=-,c=-"));
    }

    void rowsAreDeletedByThemselves()
    {
        inbox(u"a"_s, "A");
        m_database->sql(u"insert into notification_template(name, channel, title, content, checksum) values "
                        "('old', 'inbox', 'Old', 'x', 'x'), ('older', 'inbox', 'Older', 'x', 'x')"_s);
        start(3);
        // Publishing leaves them alone.
        publish();
        QTRY_COMPARE(rows(), QByteArray("a=-,old=-,older=-"));
        look();
        auto* remove = window().page(PageId::Templates)->findChild<QAction*>(u"deleteRows"_s);
        QVERIFY(remove && !remove->isEnabled());
        int old = -1;
        for (int row = 0; row < 3; ++row) {
            if (cell(row, 0) == u"old")
                old = row;
        }
        QCOMPARE(cell(old, 2), u"database-only"_s);
        // A plan made anew forgets what was chosen for deletion, so it is chosen until none is on its way.
        const auto chosen = [&] {
            table()->source()->setData(table()->source()->index(old, 0), Qt::Checked, Qt::CheckStateRole);
            return remove->isEnabled();
        };
        QTRY_VERIFY(chosen());
        remove->trigger();
        picture(u"ways-delete"_s);
        press(u"confirmButton"_s);
        QTRY_COMPARE(rows(), QByteArray("a=-,older=-"));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    gui::initResources();
    TestPublishWays test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_publishways.moc"
