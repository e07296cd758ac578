#include "../../support/patience.h"
#include "../../support/registryclone.h"
#include "connections/profilestore.h"
#include "gui/application.h"
#include "widgets/common/noticebar.h"
#include "widgets/text/diffview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// Committing in the real window: what is shown is what is committed, and where it goes is one's own branch.
class TestGuiCommit : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RegistryClone> m_clone;
    std::unique_ptr<gui::Application> m_app;

    QByteArray git(const QStringList& arguments) const { return test::RegistryClone::git(m_clone->path(), arguments); }
    QAction* commit() const
    {
        Page* page = m_app->window().page(PageId::Channels);
        return page ? page->findChild<QAction*>(u"channelsCommit"_s) : nullptr;
    }
    NoticeBar* notices() const { return m_app->window().page(PageId::Channels)->findChild<NoticeBar*>(); }
    template <class T>
    T* inDialog(const QString& name) const
    {
        QWidget* dialog = QApplication::activeModalWidget();
        return dialog ? dialog->findChild<T*>(name) : nullptr;
    }
    void confirm() const { QTest::mouseClick(inDialog<QPushButton>(u"commitConfirm"_s), Qt::LeftButton); }
    /// The clone is a plain one, not Gerrit's.
    void plain() const
    {
        QVERIFY(QFile::remove(m_clone->bare() + u"/hooks/update"_s));
        git({u"rm"_s, u"-q"_s, u".gitreview"_s});
        git({u"commit"_s, u"-qm"_s, u"plain"_s});
        git({u"push"_s, u"-q"_s});
    }
    void start()
    {
        const QString config = m_folder->filePath(u"config"_s);
        Profile profile;
        profile.name = u"experts"_s;
        profile.registry = m_clone->path();
        QVERIFY(ProfileStore(config).add(profile));
        gui::Options options;
        options.profile = u"experts"_s;
        options.configFolder = config;
        options.language = Language::English;
        m_app = std::make_unique<gui::Application>(*qApp, options);
        m_app->window().resize(1280, 800);
        m_app->window().show();
        m_app->window().showPage(PageId::Channels);
        QTRY_VERIFY(commit());
    }
    void change(const QByteArray& from, const QByteArray& to) const
    {
        QVERIFY(m_clone->onDisk().contains(from));
        QVERIFY(writeFile(m_clone->values(), m_clone->onDisk().replace(from, to)));
    }

private Q_SLOTS:
    void initTestCase() { gui::initResources(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clone = std::make_unique<test::RegistryClone>(m_folder->path());
    }
    void cleanup()
    {
        m_app.reset();
        m_clone.reset();
        m_folder.reset();
    }

    void showsWhatIsCommitted()
    {
        plain();
        change("type: internal", "type: external");
        start();
        QTRY_VERIFY(commit()->isEnabled());
        commit()->trigger();
        QTRY_VERIFY(inDialog<DiffView>(u"commitDiff"_s));
        QCOMPARE(inDialog<DiffView>(u"commitDiff"_s)->addedCount(), 1);
        QVERIFY(inDialog<QLabel>(u"commitAuthor"_s)->text().contains(u"Оксана Адмін <oksana@example.org>"_s));
        // Nothing is pushed unasked; if it is, to a branch of its own.
        auto* push = inDialog<QCheckBox>(u"commitPush"_s);
        QVERIFY(!push->isChecked());
        push->setChecked(true);
        const QString branch = inDialog<QLineEdit>(u"commitBranch"_s)->text();
        QVERIFY2(branch.startsWith(u"channels-2"_s), qPrintable(branch));
        QVERIFY(!inDialog<QWidget>(u"commitWhere"_s)->isVisible());
        inDialog<QLineEdit>(u"commitBranch"_s)->setText(u"main"_s);
        QVERIFY(inDialog<QWidget>(u"commitWhere"_s)->isVisible());
        inDialog<QLineEdit>(u"commitBranch"_s)->setText(branch);
        inDialog<QPlainTextEdit>(u"commitMessage"_s)->setPlainText(u"My words"_s);

        // Changed meanwhile: said, shown anew, my words kept.
        change("type: external", "type: external # really");
        confirm();
        QTRY_VERIFY(inDialog<QWidget>(u"commitMeanwhile"_s) && inDialog<QWidget>(u"commitMeanwhile"_s)->isVisible());
        QCOMPARE(inDialog<QPlainTextEdit>(u"commitMessage"_s)->toPlainText(), u"My words"_s);
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s}), QByteArray("plain"));
        inDialog<QCheckBox>(u"commitPush"_s)->setChecked(true);
        inDialog<QLineEdit>(u"commitBranch"_s)->setText(u"mine"_s);
        confirm();
        QTRY_VERIFY(notices()->text().contains(u"refs/heads/mine"_s));
        QCOMPARE(test::RegistryClone::git(m_clone->bare(), {u"log"_s, u"-1"_s, u"--format=%s"_s, u"mine"_s}),
            QByteArray("My words"));
        QVERIFY(test::RegistryClone::git(m_clone->bare(), {u"show"_s, u"mine:deploy-templates/values.yaml"_s})
                    .contains("# really"));
    }

    void pushedAgain()
    {
        plain();
        QVERIFY(writeFile(m_clone->bare() + u"/hooks/update"_s, "#!/bin/sh\necho not today >&2\nexit 1\n"));
        QFile::setPermissions(m_clone->bare() + u"/hooks/update"_s, QFile::ReadOwner | QFile::ExeOwner);
        change("type: internal", "type: external");
        start();
        QTRY_VERIFY(commit()->isEnabled());
        commit()->trigger();
        QTRY_VERIFY(inDialog<QCheckBox>(u"commitPush"_s));
        inDialog<QCheckBox>(u"commitPush"_s)->setChecked(true);
        confirm();
        QTRY_VERIFY(notices()->text().contains(u"not today"_s));
        QVERIFY(QFile::remove(m_clone->bare() + u"/hooks/update"_s));
        const auto buttons = notices()->findChildren<QPushButton*>();
        const auto again = std::find_if(buttons.begin(), buttons.end(),
            [](QPushButton* b) { return b->isVisible() && b->text().contains(u"Push"_s); });
        QVERIFY(again != buttons.end());
        (*again)->click();
        QTRY_VERIFY(inDialog<QPushButton>(u"commitConfirm"_s));
        QCOMPARE(inDialog<QPushButton>(u"commitConfirm"_s)->text(), u"Push"_s);
        inDialog<QLineEdit>(u"commitBranch"_s)->setText(u"mine"_s);
        confirm();
        QTRY_VERIFY(notices()->text().contains(u"refs/heads/mine"_s));
        QCOMPARE(
            test::RegistryClone::git(m_clone->bare(), {u"rev-parse"_s, u"mine"_s}), git({u"rev-parse"_s, u"HEAD"_s}));
    }

    void whatCannotBeReadIsNotCommitted_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("broken") << QByteArray("\n  broken: [1, 2\n\tx: 3\n");
        QTest::newRow("in conflict") << QByteArray("\n<<<<<<< HEAD\n");
        QTest::newRow("a tab") << QByteArray("\n\ta: 1\n");
    }
    void whatCannotBeReadIsNotCommitted()
    {
        QFETCH(QByteArray, more);
        start();
        change("type: internal", "type: external");
        QTRY_VERIFY(commit()->isEnabled());
        QVERIFY(writeFile(m_clone->values(), m_clone->onDisk() + more));
        QTRY_VERIFY(!commit()->isEnabled());
    }

    void somebodyElses()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a folder away");
        change("type: internal", "type: external");
        QProcess::execute(u"chown"_s, {u"-R"_s, u"12345"_s, m_clone->path()});
        start();
        QTRY_VERIFY(notices()->text().contains(u"belongs to uid 12345"_s));
        QVERIFY(!commit()->isEnabled());
        const auto buttons = notices()->findChildren<QPushButton*>();
        const auto trust =
            std::find_if(buttons.begin(), buttons.end(), [](QPushButton* b) { return b->text() == u"Trust it"_s; });
        QVERIFY(trust != buttons.end());
        (*trust)->click();
        QTRY_VERIFY(commit()->isEnabled());
        QVERIFY(readFile(m_folder->filePath(u"config/settings.json"_s))->bytes.contains("12345"));
    }
};

QTEST_MAIN(TestGuiCommit)
#include "tst_commit.moc"
