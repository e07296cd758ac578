#include "../../support/patience.h"
#include "connections/profilestore.h"
#include "core/atomicfile.h"
#include "gui/application.h"
#include "testpass.h"
#include "widgets/common/noticebar.h"
#include "widgets/text/diffview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The administrator's journey in the real window: switch to an external server, see what changes, save, commit.
class TestGuiChannels : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<gui::Application> m_app;
    QByteArray m_original;

    QString clone() const { return m_folder->filePath(u"registry"_s); }
    QString path() const { return clone() + u"/deploy-templates/values.yaml"_s; }
    QByteArray onDisk() const { return readFile(path())->bytes; }
    QByteArray git(const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(clone());
        process.start(u"git"_s, arguments);
        process.waitForFinished();
        return process.readAllStandardOutput().trimmed();
    }

    Page* page() const { return m_app->window().page(PageId::Channels); }
    template <class T>
    T* find(const QString& name) const
    {
        return page() ? page()->findChild<T*>(name) : nullptr;
    }
    QAction* action(const QString& name) const { return find<QAction>(name); }
    template <class T>
    T* inDialog(const QString& name) const
    {
        QWidget* dialog = QApplication::activeModalWidget();
        return dialog ? dialog->findChild<T*>(name) : nullptr;
    }
    void type(const QString& field, const QString& text)
    {
        auto* edit = find<QLineEdit>(field);
        QVERIFY(edit);
        QTest::mouseClick(edit, Qt::LeftButton);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    /// Pictures for looking at: NC_PICTURES=folder.
    void picture(const QString& name, QWidget* of = nullptr) const
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        if (folder.isEmpty())
            return;
        (of ? of : &m_app->window())->grab().save(folder + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase() { gui::initResources(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_original = readFile(QStringLiteral(NC_TEST_DATA "/channels/values.yaml"))->bytes;
        QVERIFY(writeFile(path(), m_original));
        git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        git({u"config"_s, u"user.name"_s, u"Оксана"_s});
        git({u"config"_s, u"user.email"_s, u"o@example.org"_s});
        git({u"add"_s, u"."_s});
        git({u"commit"_s, u"-qm"_s, u"first"_s});
        const QString config = m_folder->filePath(u"config"_s);
        Profile profile;
        profile.name = u"land"_s;
        profile.registry = clone();
        QVERIFY(ProfileStore(config).add(profile, testPass(Operation::AddProfile)));
        gui::Options options;
        options.profile = u"land"_s;
        options.configFolder = config;
        options.language = qEnvironmentVariable("NC_LANGUAGE") == u"uk" ? Language::Ukrainian : Language::English;
        m_app = std::make_unique<gui::Application>(*qApp, options);
        m_app->theme().setMode(qEnvironmentVariable("NC_THEME") == u"dark" ? ThemeMode::Dark : ThemeMode::Light);
        m_app->window().resize(1280, 800);
        m_app->window().show();
        m_app->window().showPage(PageId::Channels);
        QTRY_VERIFY(find<QRadioButton>(u"emailInternal"_s) && find<QRadioButton>(u"emailInternal"_s)->isVisible());
        QTRY_VERIFY(find<QRadioButton>(u"emailInternal"_s)->isChecked());
    }
    void cleanup()
    {
        m_app.reset();
        m_folder.reset();
    }

    void switchesToAnExternalServer()
    {
        picture(u"channels-1"_s);
        QVERIFY(!action(u"channelsSave"_s)->isEnabled());
        QTest::mouseClick(find<QRadioButton>(u"emailExternal"_s), Qt::LeftButton, {}, {10, 10});
        QTRY_VERIFY(find<QLineEdit>(u"emailHost"_s)->isVisible());
        QVERIFY(find<QLabel>(u"emailHostProblem"_s)->isVisible());
        type(u"emailHost"_s, u"smtp.example.org:"_s);
        QVERIFY(find<QLabel>(u"emailHostProblem"_s)->text().contains(u"smtp.example.org:"_s));
        picture(u"channels-2"_s);
        QVERIFY(!action(u"channelsSave"_s)->isEnabled());
        type(u"emailHost"_s, u"smtp.example.org"_s);
        type(u"emailPort"_s, u"587"_s);
        type(u"emailAddress"_s, u"registry@example.org"_s);
        QVERIFY(!find<QLabel>(u"emailHostProblem"_s)->isVisible());
        QVERIFY(action(u"channelsSave"_s)->isEnabled());
        QCOMPARE(onDisk(), m_original);
        auto* diff = find<DiffView>(u"channelsDiff"_s);
        QCOMPARE(diff->addedCount(), 4);
        QCOMPARE(diff->removedCount(), 1);
        picture(u"channels-3"_s);
        find<QTabWidget>(u"channelsTabs"_s)->setCurrentIndex(2);
        picture(u"channels-4"_s);
        find<QTabWidget>(u"channelsTabs"_s)->setCurrentIndex(0);

        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(inDialog<QPushButton>(u"saveConfirm"_s));
        QVERIFY(inDialog<DiffView>(u"saveDiff"_s)->differs());
        picture(u"channels-5"_s, QApplication::activeModalWidget());
        QCOMPARE(onDisk(), m_original);
        QTest::mouseClick(inDialog<QPushButton>(u"saveConfirm"_s), Qt::LeftButton);
        QByteArray expected = m_original;
        expected.replace("      type: internal   # internal | external\n",
            "      type: external   # internal | external\n      host: smtp.example.org\n      port: 587\n"
            "      address: registry@example.org\n");
        QTRY_COMPARE(onDisk(), expected);
        QTRY_VERIFY(!action(u"channelsSave"_s)->isEnabled());

        QTRY_VERIFY(action(u"channelsCommit"_s)->isEnabled());
        picture(u"channels-6"_s);
        QTest::mouseClick(find<QPushButton>(u"channelsCommitButton"_s), Qt::LeftButton);
        QTRY_VERIFY(inDialog<QPlainTextEdit>(u"commitMessage"_s));
        QVERIFY(inDialog<QPlainTextEdit>(u"commitMessage"_s)
                    ->toPlainText()
                    .startsWith(u"Send email through smtp.example.org"_s));
        picture(u"channels-7"_s, QApplication::activeModalWidget());
        QTest::mouseClick(inDialog<QPushButton>(u"commitConfirm"_s), Qt::LeftButton);
        QTRY_COMPARE(
            git({u"log"_s, u"-1"_s, u"--format=%an: %s"_s}), QByteArray("Оксана: Send email through smtp.example.org"));
        QTRY_VERIFY(!action(u"channelsCommit"_s)->isEnabled());
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QByteArray());
    }

    void testsARealServer()
    {
        QProcess server;
        server.start(u"/usr/bin/python3"_s,
            {QStringLiteral(NC_SOURCE_DIR "/tests/channels/mailserver.py"), u"garbage"_s, m_folder->path()});
        while (!server.canReadLine() && server.waitForReadyRead(20'000)) { }
        const QString port = QString::fromLatin1(server.readLine()).trimmed();
        QTest::mouseClick(find<QRadioButton>(u"emailExternal"_s), Qt::LeftButton, {}, {10, 10});
        type(u"emailHost"_s, u"localhost"_s);
        type(u"emailPort"_s, port);
        type(u"emailAddress"_s, u"registry@example.org"_s);
        QTest::mouseClick(find<QPushButton>(u"channelsTestButton"_s), Qt::LeftButton);
        QTRY_VERIFY(find<QPushButton>(u"testEmail"_s)->isVisible());
        type(u"testPassword"_s, u"CANARY"_s);
        QTest::mouseClick(find<QPushButton>(u"testEmail"_s), Qt::LeftButton);
        QTRY_VERIFY(find<QLabel>(u"stage-auth"_s));
        QVERIFY(find<QLabel>(u"stage-tls"_s)->text().contains(u"localhost"_s));
        picture(u"channels-test"_s);
        server.kill();
        server.waitForFinished();
    }

    void undoGoesBackFieldByField()
    {
        QTest::mouseClick(find<QRadioButton>(u"emailExternal"_s), Qt::LeftButton, {}, {10, 10});
        type(u"emailHost"_s, u"smtp.example.org"_s);
        QCOMPARE(find<QLineEdit>(u"emailHost"_s)->text(), u"smtp.example.org"_s);
        action(u"channelsUndo"_s)->trigger();
        QCOMPARE(find<QLineEdit>(u"emailHost"_s)->text(), QString());
        action(u"channelsUndo"_s)->trigger();
        QVERIFY(find<QRadioButton>(u"emailInternal"_s)->isChecked());
        QVERIFY(!action(u"channelsUndo"_s)->isEnabled());
        action(u"channelsRedo"_s)->trigger();
        QVERIFY(find<QRadioButton>(u"emailExternal"_s)->isChecked());
    }

    void movesTheOldPasswordOut()
    {
        QByteArray old = m_original;
        old.replace("      type: internal   # internal | external\n",
            "      type: external\n      host: smtp.example.org\n      port: 587\n      address: a@example.org\n"
            "      password: Q0FOQVJZ\n");
        QVERIFY(writeFile(path(), old));
        QTRY_VERIFY(find<QPushButton>(u"emailMovePassword"_s)->isVisible());
        picture(u"channels-10"_s);
        QTest::mouseClick(find<QPushButton>(u"emailMovePassword"_s), Qt::LeftButton);
        QTRY_VERIFY(action(u"channelsSave"_s)->isEnabled());
        action(u"channelsSave"_s)->trigger();
        QTRY_VERIFY(inDialog<QPushButton>(u"saveConfirm"_s));
        QTest::mouseClick(inDialog<QPushButton>(u"saveConfirm"_s), Qt::LeftButton);
        QTRY_COMPARE(onDisk(), QByteArray(old).replace("      password: Q0FOQVJZ\n", ""));
    }

    void movesAnOpenTokenOut()
    {
        QByteArray old = m_original;
        const qsizetype at = old.indexOf("secret: vault:");
        QVERIFY(at > 0);
        const QByteArray line = old.mid(at, old.indexOf('\n', at) - at);
        old.replace(line, "secret: CANARYTOKEN");
        QVERIFY(writeFile(path(), old));
        auto* move = find<QPushButton>(u"diiaMoveToken"_s);
        QTRY_VERIFY(move->isVisibleTo(page()));
        QTest::mouseClick(move, Qt::LeftButton);
        QTRY_VERIFY(action(u"channelsSave"_s)->isEnabled());
        QVERIFY(!move->isVisibleTo(page()));
        action(u"channelsUndo"_s)->trigger();
        QVERIFY(move->isVisibleTo(page()));
        action(u"channelsRedo"_s)->trigger();
        // Its new place is written where it stood.
        type(u"diiaSecret"_s, u"registry-kv/registry/experts/external-systems/diia-20261122T101500Z"_s);
        action(u"channelsSave"_s)->trigger();
        QTRY_VERIFY(inDialog<QPushButton>(u"saveConfirm"_s));
        QTest::mouseClick(inDialog<QPushButton>(u"saveConfirm"_s), Qt::LeftButton);
        QTRY_COMPARE(onDisk(),
            QByteArray(old).replace("secret: CANARYTOKEN",
                "secret: vault:registry-kv/registry/experts/external-systems/diia-20261122T101500Z"));
        QVERIFY(writeFile(path(), m_original));
        QTRY_VERIFY(!action(u"channelsUndo"_s)->isEnabled());
    }

    void takesDiiaOutAndKeepsTheRest()
    {
        QTest::mouseClick(find<QCheckBox>(u"diiaOn"_s), Qt::LeftButton, {}, {10, 10});
        QTRY_VERIFY(action(u"channelsSave"_s)->isEnabled());
        QCOMPARE(find<DiffView>(u"channelsDiff"_s)->addedCount(), 0);
        QCOMPARE(find<DiffView>(u"channelsDiff"_s)->removedCount(), 7);
    }

    void anotherHandIsNoticed()
    {
        // Nothing typed: the newer file is simply shown.
        QByteArray other = m_original;
        other.replace("https://api2t.diia.gov.ua/", "https://api2.diia.gov.ua/");
        QVERIFY(writeFile(path(), other));
        QTRY_COMPARE(find<QLineEdit>(u"diiaUrl"_s)->text(), u"https://api2.diia.gov.ua/"_s);
        // Something typed: it stays, and the person decides.
        type(u"diiaUrl"_s, u"https://mine.example.org/"_s);
        QVERIFY(writeFile(path(), m_original));
        auto* notices = page()->findChild<NoticeBar*>();
        QTRY_VERIFY(notices->text().contains(u"values.yaml"_s));
        QCOMPARE(find<QLineEdit>(u"diiaUrl"_s)->text(), u"https://mine.example.org/"_s);
        QCOMPARE(onDisk(), m_original);
        picture(u"channels-8"_s);
    }

    void brokenFileIsShownWithItsProblem()
    {
        QVERIFY(writeFile(path(), "global:\n\tnotifications: 1\n"));
        QTRY_VERIFY(!find<QRadioButton>(u"emailInternal"_s)->isEnabled());
        QVERIFY(!action(u"channelsSave"_s)->isEnabled());
        picture(u"channels-9"_s);
        QVERIFY(writeFile(path(), m_original));
        QTRY_VERIFY(find<QRadioButton>(u"emailInternal"_s)->isEnabled());
    }

    void everyControlHasItsName()
    {
        QTest::mouseClick(find<QRadioButton>(u"emailExternal"_s), Qt::LeftButton, {}, {10, 10});
        for (const QString& name : {u"emailHost"_s, u"emailPort"_s, u"emailAddress"_s, u"diiaUrl"_s})
            QVERIFY2(!find<QLineEdit>(name)->accessibleName().isEmpty(), qPrintable(name));
    }
};

QTEST_MAIN(TestGuiChannels)
#include "tst_channels.moc"
