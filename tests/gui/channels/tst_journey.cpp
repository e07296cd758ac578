#include "../../support/canary.h"
#include "../../support/patience.h"
#include "../../support/registryclone.h"
#include "../../support/testserver.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "gui/application.h"
#include "secrets/systemsecrets.h"
#include "testsandbox.h"
#include "widgets/channels/yamlview.h"
#include "widgets/common/noticebar.h"
#include "widgets/text/diffview.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The administrator's journey with clicks and keys, on the sandbox's servers and the demo registry: opens the clone,
/// switches email to an external server, tests it, sends a letter, sees the difference, saves, offers it to Gerrit.
class TestChannelsJourney : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RegistryClone> m_clone;
    std::unique_ptr<TestServer> m_mail;
    std::unique_ptr<TestServer> m_vault;
    std::unique_ptr<gui::Application> m_app;

    QString config() const { return m_folder->filePath(u"config"_s); }
    Page* page() const { return m_app->window().page(PageId::Channels); }
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
    /// What a stage of the connection test says; empty while it runs.
    QString stage(const QString& name) const
    {
        const auto* label = find<QLabel>(u"stage-"_s + name);
        return label ? label->text() : QString();
    }
    void click(const QString& button)
    {
        auto* widget = find<QAbstractButton>(button);
        QVERIFY2(widget && widget->isVisible() && widget->isEnabled(), qPrintable(button));
        QTest::mouseClick(widget, Qt::LeftButton, {}, {10, 10});
    }
    void type(const QString& field, const QString& text)
    {
        auto* edit = find<QLineEdit>(field);
        QVERIFY2(edit && edit->isVisible() && edit->isEnabled(), qPrintable(field));
        QTest::mouseClick(edit, Qt::LeftButton);
        QTest::keySequence(edit, QKeySequence::SelectAll);
        QTest::keyClicks(edit, text);
        QCOMPARE(edit->text(), text);
    }
    void open(const QString& vault)
    {
        Profile profile = m_sandbox->profile();
        profile.name = u"experts"_s;
        profile.registry = m_clone->path();
        profile.regulation = QStringLiteral(NC_SOURCE_DIR "/resources/demo/regulation");
        profile.vault.url = vault;
        QVERIFY(ProfileStore(config()).add(profile));
        gui::Options options;
        options.profile = u"experts"_s;
        options.configFolder = config();
        options.language = qEnvironmentVariable("NC_LANGUAGE") == u"uk" ? Language::Ukrainian : Language::English;
        m_app = std::make_unique<gui::Application>(*qApp, options);
        m_app->theme().setMode(qEnvironmentVariable("NC_THEME") == u"dark" ? ThemeMode::Dark : ThemeMode::Light);
        m_app->window().resize(1280, 860);
        m_app->window().show();
        QVERIFY(QTest::qWaitForWindowActive(&m_app->window()));
        QTest::keyClick(&m_app->window(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(find<QRadioButton>(u"emailInternal"_s) && find<QRadioButton>(u"emailInternal"_s)->isVisible());
        QTRY_VERIFY(find<QRadioButton>(u"emailInternal"_s)->isChecked());
    }
    /// Everything that a picture of the window could show, as text.
    QByteArray shownText() const
    {
        QString all;
        for (QWidget* top : QApplication::topLevelWidgets()) {
            all += top->windowTitle() + u'\n';
            for (const QWidget* widget : top->findChildren<QWidget*>()) {
                all += widget->accessibleName() + u'\n' + widget->accessibleDescription() + u'\n' + widget->toolTip();
                if (const auto* label = qobject_cast<const QLabel*>(widget))
                    all += label->text();
                if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
                    all += edit->displayText();
                if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
                    all += text->toPlainText();
                if (const auto* code = qobject_cast<const QsciScintilla*>(widget))
                    all += code->text();
            }
        }
        return all.toUtf8();
    }
    /// Pictures for looking at: NC_PICTURES=folder.
    void picture(const QString& name, QWidget* of = nullptr) const
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        if (!folder.isEmpty())
            (of ? of : &m_app->window())->grab().save(folder + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        gui::initResources();
        m_sandbox = std::make_unique<test::TestSandbox>();
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir().mkpath(m_folder->filePath(u"servers"_s));
        m_clone = std::make_unique<test::RegistryClone>(m_folder->path());
        m_mail = std::make_unique<TestServer>(m_folder->filePath(u"servers"_s));
        m_vault = std::make_unique<TestServer>(m_folder->filePath(u"servers"_s));
    }
    void cleanup()
    {
        m_app.reset();
        m_mail.reset();
        m_vault.reset();
        m_clone.reset();
        m_folder.reset();
    }

    void switchesTestsSavesAndOffersForReview()
    {
        const test::Canary canary("CANARY-window-9d20e");
        qputenv("NC_MAIL_PASSWORD", canary.word);
        m_mail->certificate(u"localhost"_s);
        const QString port = QString::number(m_mail->start(u"mailserver.py"_s, {u"starttls"_s}));
        open({});
        QVERIFY(find<QLabel>(u"inboxNothingToSet"_s)->isVisible());

        click(u"emailExternal"_s);
        type(u"emailHost"_s, u"localhost"_s);
        type(u"emailPort"_s, port);
        type(u"emailAddress"_s, u"registry@example.org"_s);
        type(u"emailNewPassword"_s, QString::fromLatin1(canary.word));
        QCOMPARE(m_clone->onDisk(), m_clone->original);

        click(u"channelsTestButton"_s);
        QTRY_VERIFY(find<QPushButton>(u"testEmail"_s)->isVisible());
        // An unknown authority is said with what to do; then it is named.
        click(u"testEmail"_s);
        QTRY_VERIFY(stage(u"tls"_s).contains(u"localhost"_s));
        type(u"testCa"_s, m_folder->filePath(u"servers/cert.pem"_s));
        QTRY_VERIFY(find<QPushButton>(u"testEmail"_s)->isEnabled());
        click(u"testEmail"_s);
        QTRY_COMPARE(stage(u"auth"_s), u"registry@example.org"_s);
        type(u"testTo"_s, u"me@example.org"_s);
        auto* templates = find<QComboBox>(u"testTemplate"_s);
        QTRY_VERIFY(templates->count() > 5);
        QTest::mouseClick(templates, Qt::LeftButton);
        QTest::keyClick(templates, Qt::Key_Escape);
        templates->setFocus();
        QTest::keyClicks(templates, u"email/application-rec"_s);
        QCOMPARE(templates->currentText(), u"email/application-received"_s);
        QTRY_VERIFY(find<QPushButton>(u"testSend"_s)->isEnabled());
        QVERIFY(!QFile::exists(m_folder->filePath(u"servers/letter-1.eml"_s)));
        click(u"testSend"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage(u"letter"_s), u"me@example.org"_s, 60'000);
        picture(u"journey-letter"_s);
        const auto letter = readFile(m_folder->filePath(u"servers/letter-1.eml"_s));
        QVERIFY(letter && letter->bytes.contains("X-Notification-Console: test"));

        // The difference before saving: the file is as it was until it is confirmed.
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(inDialog<DiffView>(u"saveDiff"_s));
        QCOMPARE(inDialog<DiffView>(u"saveDiff"_s)->addedCount(), 4);
        QCOMPARE(inDialog<DiffView>(u"saveDiff"_s)->removedCount(), 1);
        picture(u"journey-save"_s, QApplication::activeModalWidget());
        QVERIFY(!canary.isIn(shownText()));
        QCOMPARE(m_clone->onDisk(), m_clone->original);
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Return);
        QByteArray expected = m_clone->original;
        expected.replace("      type: internal     # internal | external\n",
            "      type: external     # internal | external\n      host: localhost\n      port: " + port.toLatin1()
                + "\n      address: registry@example.org\n");
        QTRY_COMPARE(m_clone->onDisk(), expected);
        auto* notices = page()->findChild<NoticeBar*>();
        QTRY_VERIFY(notices->text().contains(u"secrets.json"_s));
        QCOMPARE(find<QLineEdit>(u"emailNewPassword"_s)->text(), QString());

        QTRY_VERIFY(find<QPushButton>(u"channelsCommitButton"_s)->isEnabled());
        click(u"channelsCommitButton"_s);
        QTRY_VERIFY(inDialog<QCheckBox>(u"commitPush"_s));
        QVERIFY(inDialog<QCheckBox>(u"commitPush"_s)->isChecked());
        picture(u"journey-commit"_s, QApplication::activeModalWidget());
        QTest::mouseClick(inDialog<QPushButton>(u"commitConfirm"_s), Qt::LeftButton);
        QTRY_VERIFY(notices->text().contains(u"https://gerrit.example.org/c/experts/+/7"_s));
        picture(u"journey-offered"_s);
        const QByteArray commit =
            test::RegistryClone::git(m_clone->bare(), {u"log"_s, u"-1"_s, u"--format=%an|%s|%b"_s, u"refs/for/main"_s});
        QVERIFY2(commit.startsWith("Оксана Адмін|Send email through localhost|"), commit.constData());
        QVERIFY2(commit.contains("Change-Id: I"), commit.constData());
        QCOMPARE(test::RegistryClone::git(m_clone->bare(), {u"diff"_s, u"--numstat"_s, u"main"_s, u"refs/for/main"_s}),
            QByteArray("4\t1\tdeploy-templates/values.yaml"));

        // The password is in none of this.
        QVERIFY(!canary.isIn(shownText()));
        m_app.reset();
        int looked = 0;
        const QStringList found = canary.filesWithIt(m_folder->path(), &looked);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
        QVERIFY(looked > 20);
        QVERIFY(!canary.wasInArguments());
        QCOMPARE(QFileInfo(config() + u"/secrets.json"_s).permissions() & 0x0077, QFile::Permissions());
        QCOMPARE(QFileInfo(config() + u"/secrets.key"_s).permissions() & 0x0077, QFile::Permissions());
    }

    void passwordAndTokenIntoTheVault()
    {
        const test::Canary canary("CANARY-token-20c7f");
        const int port = m_vault->start(u"vaultserver.py"_s, {u"good"_s});
        ProfileSecrets secrets;
        secrets.vault = u"token-right"_s;
        QVERIFY(saveSecrets(*openSecretStore(config()), u"experts"_s, secrets, {}));
        open(u"http://localhost:%1"_s.arg(port));
        type(u"diiaToken"_s, QString::fromLatin1(canary.word));
        const QString place = find<QLineEdit>(u"diiaSecret"_s)->text();
        QVERIFY2(place.startsWith(u"registry-kv/registry/experts/external-systems/diia-2"_s), qPrintable(place));
        picture(u"journey-vault"_s);
        // Taken back with one step of undo, the place too; and made again.
        QTest::keyClick(&m_app->window(), Qt::Key_Z, Qt::ControlModifier);
        find<QAction>(u"channelsUndo"_s)->trigger();
        QTRY_VERIFY(find<QLineEdit>(u"diiaToken"_s)->text().isEmpty());
        QVERIFY(find<QLineEdit>(u"diiaSecret"_s)->text() != place);
        find<QAction>(u"channelsRedo"_s)->trigger();
        QCOMPARE(find<QLineEdit>(u"diiaToken"_s)->text(), QString::fromLatin1(canary.word));
        QVERIFY(!canary.isIn(shownText()));
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(inDialog<QPushButton>(u"saveConfirm"_s));
        QTest::mouseClick(inDialog<QPushButton>(u"saveConfirm"_s), Qt::LeftButton);
        QTRY_VERIFY(m_clone->onDisk().contains("secret: vault:" + place.toUtf8() + '\n'));
        const QJsonObject stored =
            QJsonDocument::fromJson(readFile(m_folder->filePath(u"servers/vault.json"_s))->bytes).object();
        QCOMPARE(
            stored[u"data/"_s + place.section(u'/', 1)][0][u"external-systems.diia.auth.secret.token"_s].toString(),
            QString::fromLatin1(canary.word));
        QFile::remove(m_folder->filePath(u"servers/vault.json"_s));

        // A vault that is away: said in words, and what was typed is still there.
        m_vault->stop();
        QTRY_VERIFY(find<QLineEdit>(u"diiaToken"_s)->text().isEmpty());
        const QByteArray before = m_clone->onDisk();
        type(u"diiaToken"_s, QString::fromLatin1(canary.word));
        click(u"channelsSaveButton"_s);
        QTRY_VERIFY(inDialog<QPushButton>(u"saveConfirm"_s));
        QTest::mouseClick(inDialog<QPushButton>(u"saveConfirm"_s), Qt::LeftButton);
        auto* notices = page()->findChild<NoticeBar*>();
        const QString theVault = qEnvironmentVariable("NC_LANGUAGE") == u"uk" ? u"сховищ"_s : u"vault"_s;
        QTRY_VERIFY(
            notices->text().contains(theVault, Qt::CaseInsensitive) && notices->text().contains(u"localhost"_s));
        QCOMPARE(m_clone->onDisk(), before);
        QCOMPARE(find<QLineEdit>(u"diiaToken"_s)->text(), QString::fromLatin1(canary.word));
        QVERIFY(!canary.isIn(shownText()));
        m_app.reset();
        const QStringList found = canary.filesWithIt(m_folder->path());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
    }
};

QTEST_MAIN(TestChannelsJourney)
#include "tst_journey.moc"
