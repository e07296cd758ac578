#include "../../support/patience.h"
#include "authorfixture.h"
#include "authoring/templatetree.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "failures/facts/shelflives.h"
#include "git/gitrepo.h"
#include "preview/samplesets.h"
#include "widgets/common/noticebar.h"
#include "widgets/editor/editorcompletion.h"
#include "widgets/editor/editorstructure.h"
#include "widgets/templates/picturespane.h"
#include "widgets/text/diffview.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeWidget>

/// The author's journey and what befalls her on the way, on the real page with keys and clicks: completion, problems
/// and their corrections, the letter, files as files, git, a colleague, a crash, broken files.
class TestAuthor : public AuthorFixture {
    Q_OBJECT

    template <class T>
    T* anywhere(const QString& name) const
    {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (T* found = top->objectName() == name ? qobject_cast<T*>(top) : top->findChild<T*>(name))
                return found;
        }
        return nullptr;
    }
    void runAction(const QString& name)
    {
        auto* action = page()->findChild<QAction*>(name);
        QVERIFY2(action && action->isEnabled(), qPrintable(name));
        action->trigger();
    }
    /// The page's, not those inside of editors.
    QString notice() const
    {
        auto* bar = page()->findChild<NoticeBar*>(u"noticeBar"_s, Qt::FindDirectChildrenOnly);
        return bar && bar->isVisible() ? bar->text() : QString();
    }
    void pressNotice()
    {
        QTRY_VERIFY(!notice().isEmpty());
        auto* bar = page()->findChild<NoticeBar*>(u"noticeBar"_s, Qt::FindDirectChildrenOnly);
        auto* button = bar->findChild<QPushButton*>(u"noticeActionButton"_s);
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QByteArray disk(const QString& file) const
    {
        const auto content = readFile(pathOf(file));
        return content ? content->bytes : QByteArray("unreadable");
    }
    void git(const QStringList& arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->filePath(u"regulation"_s));
        process.start(u"git"_s, arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
    void makeClone()
    {
        git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        git({u"config"_s, u"user.name"_s, u"Оксана Тест"_s});
        git({u"config"_s, u"user.email"_s, u"oksana@example.org"_s});
        git({u"add"_s, u"."_s});
        git({u"commit"_s, u"-q"_s, u"-m"_s, u"Перший"_s});
    }
    QVariant changeOf(const QString& key) const
    {
        const auto* tree = part<TemplateTreeView>(u"templateTree"_s);
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            const QModelIndex parent = tree->model()->index(row, 0);
            for (int leaf = 0; leaf < tree->model()->rowCount(parent); ++leaf) {
                const QModelIndex index = tree->model()->index(leaf, 0, parent);
                if (index.data(TemplateTree::Key).toString() == key)
                    return index.data(TemplateTree::Change);
            }
        }
        return u"no row"_s;
    }
    void typeName(const QString& name)
    {
        QTRY_VERIFY(anywhere<QLineEdit>(u"templateName"_s));
        auto* line = anywhere<QLineEdit>(u"templateName"_s);
        line->selectAll();
        QTest::keyClicks(line, name);
    }

private Q_SLOTS:
    void init() { makeRegulation(); }
    void cleanup() { endAll(); }

    void theJourney()
    {
        makeClone();
        start();
        // A new letter, from the starting text.
        QTest::keyClick(page(), Qt::Key_N, Qt::ControlModifier);
        typeName(u"decision"_s);
        QTest::keyClick(anywhere<QLineEdit>(u"templateName"_s), Qt::Key_Return);
        QTRY_VERIFY(editor(u"notification.ftlh"_s));
        QTRY_VERIFY(editor(u"notification.ftlh"_s)->text().contains(u"${fullName?html}"_s));
        QTRY_COMPARE(changeOf(u"email/decision"_s).toInt(), int(GitChange::Added));
        TemplateEditor* text = editor(u"notification.ftlh"_s);
        QTRY_VERIFY_WITH_TIMEOUT(part<QTextBrowser>(u"letterText"_s), 20000);
        auto* letter = part<QTextBrowser>(u"letterText"_s);
        QTRY_VERIFY(letter->toPlainText().contains(u"Вітаємо"_s));

        // Typed with completion; `[=` is a mistake that many make.
        text->setFocus();
        text->setCaret(text->text().indexOf(u"…"_s));
        QTest::keyClicks(text, u"${fu"_s);
        QCOMPARE(text->completion()->offered(), QStringList{u"fullName"_s});
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, u"?upp"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, u"} [=status]"_s);
        QTRY_VERIFY(problems().contains(u"not-interpolated"_s));
        QVERIFY(problems().contains(u"no-auto-escape"_s));
        QVERIFY(!text->problems().isEmpty());
        // Alt+Enter: what can be done about this line.
        const auto take = [&](const QString& words) {
            // A menu that closed may have taken the focus along, where no window manager gives it back.
            m_application->window().activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&m_application->window()));
            text->setFocus();
            QTest::keyClick(text, Qt::Key_Return, Qt::AltModifier);
            QTRY_VERIFY(anywhere<QMenu>(u"fixMenu"_s));
            QMenu* menu = anywhere<QMenu>(u"fixMenu"_s);
            for (QAction* action : menu->actions()) {
                if (!action->text().contains(words))
                    continue;
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                QTRY_VERIFY(!anywhere<QMenu>(u"fixMenu"_s));
                return;
            }
            QFAIL("not offered");
        };
        take(u"${…} instead"_s);
        QTRY_VERIFY(text->text().contains(u"${status}"_s));
        QTRY_VERIFY(!problems().contains(u"not-interpolated"_s));
        take(u"?html to ${fullName"_s);
        QTRY_VERIFY(text->text().contains(u"${fullName?upper_case?html}"_s));

        // The variables, and what the sample data lack.
        part<QTabWidget>(u"findingsTabs"_s)->setCurrentIndex(1);
        auto* variables = part<QTreeWidget>(u"variablesList"_s);
        QTRY_VERIFY(!variables->findItems(u"status"_s, Qt::MatchExactly).isEmpty());
        QTRY_COMPARE(variables->findItems(u"status"_s, Qt::MatchExactly).first()->text(3), u"missing"_s);

        // Find and replace by keys.
        m_application->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_application->window()));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier);
        auto* find = part<QLineEdit>(u"findLine"_s);
        QTRY_VERIFY(find->isVisible());
        QTest::keyClicks(find, u"status"_s);
        QTest::keyClick(find, Qt::Key_Return);
        QCOMPARE(text->selectedText(), u"status"_s);
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(!find->isVisible());

        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(disk(u"email/decision/notification.ftlh"_s), text->text().toUtf8());

        // Committed, then published.
        runAction(u"commitTemplates"_s);
        QTRY_VERIFY(anywhere<QPushButton>(u"commitConfirm"_s));
        QTest::mouseClick(anywhere<QPushButton>(u"commitConfirm"_s), Qt::LeftButton);
        QTRY_VERIFY(!changeOf(u"email/decision"_s).isValid());
        press(u"publishTemplatesButton"_s);
        auto* plan = part<DataTable>(u"planTable"_s);
        QTRY_COMPARE(plan->source()->rowCount(), 3);
        press(u"publishTemplatesButton"_s);
        QTRY_VERIFY(anywhere<QPushButton>(u"confirmButton"_s));
        if (auto* line = anywhere<QLineEdit>(u"confirmLine"_s); line && line->isVisible())
            QTest::keyClicks(line, u"email/decision"_s);
        QTRY_VERIFY(anywhere<QPushButton>(u"confirmButton"_s)->isEnabled());
        QTest::mouseClick(anywhere<QPushButton>(u"confirmButton"_s), Qt::LeftButton);
        QTRY_COMPARE(m_database->value(u"select count(*) from notification_template where name = 'decision'"_s),
            QByteArray("1"));
    }

    /// The state beside the name is a word where there is room; where there is none the name goes before it.
    void namesCanBeReadInANarrowTree()
    {
        start();
        auto* tree = part<TemplateTreeView>(u"templateTree"_s);
        const QModelIndex channel = tree->model()->index(0, 0);
        const QModelIndex state = tree->model()->index(0, 1, channel);
        QVERIFY(tree->isFirstColumnSpanned(0, {}));
        auto* splitter = part<QSplitter>(u"templatesSplitter"_s);
        splitter->setSizes({400, 800});
        QTRY_COMPARE(state.data().toString(), u"new"_s);
        splitter->setSizes({100, 1100});
        QTRY_COMPARE(state.data().toString(), u"↑"_s);
        QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), u"new"_s);
        QVERIFY(state.data(Qt::ToolTipRole).toString().contains(u"new"_s));
        QTRY_VERIFY(tree->columnWidth(1) < 60);
        QVERIFY(tree->columnWidth(0) > 140);
    }

    void renamesWithItsUses()
    {
        const QString process = m_folder->filePath(u"regulation/bpmn/a.bpmn"_s);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"regulation/bpmn"_s)));
        QVERIFY(writeFile(process,
            "<d xmlns:c='c'><process name='P'><c:inputParameter name=\"notificationTemplate\">note</c:inputParameter>"
            "</process></d>"));
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        const SampleSets samples(m_folder->filePath(u"config"_s), m_folder->filePath(u"regulation"_s));
        QVERIFY(samples.save({Channel::Inbox, u"note"_s}, u"Mine"_s, "{\"x\":\"seen\"}"));
        QVERIFY(ShelfLives::set(m_application->workspace().settings(), u"inbox/note"_s, u"2h"_s, false));
        QTest::keyClick(page(), Qt::Key_F2);
        typeName(u"a:b"_s);
        QVERIFY(!anywhere<QPushButton>(u"templateNameOk"_s)->isEnabled());
        QVERIFY(anywhere<QLabel>(u"templateNameProblem"_s)->text().contains(u"%20"_s));
        typeName(u"notice"_s);
        QVERIFY(anywhere<QCheckBox>(u"renameUses"_s)->isChecked());
        QTest::mouseClick(anywhere<QPushButton>(u"templateNameOk"_s), Qt::LeftButton);
        QTRY_COMPARE(part<TemplateTreeView>(u"templateTree"_s)->currentKey(), u"inbox/notice"_s);
        QCOMPARE(disk(u"inbox/notice/notification.ftl"_s), QByteArray("Note ${x}\n"));
        QVERIFY(readFile(process)->bytes.contains(">notice<"));
        // What the console keeps beside it goes along.
        QCOMPARE(samples.load({Channel::Inbox, u"notice"_s}, u"Mine"_s).value_or(QByteArray()), "{\"x\":\"seen\"}");
        QVERIFY(samples.list({Channel::Inbox, u"note"_s}).isEmpty());
        const ShelfLives lives(m_application->workspace().settings().get(settings::shelfLives));
        QCOMPARE(lives.all().keys(), QStringList{u"inbox/notice"_s});
    }

    /// A process names a template once for all channels: renaming one of them must not take the others along.
    void sharedNamesAreLeftInTheProcesses()
    {
        put(u"email/note/notification.ftlh"_s, "<p>a</p>");
        QVERIFY(QDir().mkpath(m_folder->filePath(u"regulation/bpmn"_s)));
        QVERIFY(writeFile(m_folder->filePath(u"regulation/bpmn/a.bpmn"_s),
            "<d xmlns:c='c'><process name='P'><c:inputParameter name=\"notificationTemplate\">note</c:inputParameter>"
            "</process></d>"));
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        QTest::keyClick(page(), Qt::Key_F2);
        QTRY_VERIFY(anywhere<QCheckBox>(u"renameUses"_s));
        QVERIFY(!anywhere<QCheckBox>(u"renameUses"_s)->isChecked());
        QVERIFY(anywhere<QLabel>(u"sharedName"_s)->text().contains(u"email"_s));
    }

    void deletesAndTakesBack()
    {
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        runAction(u"deleteTemplate"_s);
        QTRY_VERIFY(!QFileInfo::exists(pathOf(u"inbox/note"_s)));
        QTRY_COMPARE(part<TemplateTreeView>(u"templateTree"_s)->model()->rowCount(), 1);
        pressNotice();
        QTRY_COMPARE(part<TemplateTreeView>(u"templateTree"_s)->model()->rowCount(), 2);
        QCOMPARE(disk(u"inbox/note/notification.ftl"_s), QByteArray("Note ${x}\n"));
    }

    void gitTellsWhatChangedAndByWhom()
    {
        makeClone();
        QVERIFY(QDir(pathOf(u"email/greeting"_s)).removeRecursively());
        start();
        QTRY_COMPARE(changeOf(u"email/greeting"_s).toInt(), int(GitChange::Deleted));
        choose(u"Email"_s, u"greeting"_s);
        pressNotice(); // back from the last commit
        QTRY_VERIFY(editor(u"notification.ftlh"_s));
        QTRY_VERIFY(!changeOf(u"email/greeting"_s).isValid());
        TemplateEditor* text = editor(u"notification.ftlh"_s);
        text->setFocus();
        QTest::keyClicks(text, u"x"_s);
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(changeOf(u"email/greeting"_s).toInt(), int(GitChange::Modified));
        runAction(u"templateChanges"_s);
        QTRY_VERIFY(anywhere<QDialog>(u"changesDialog"_s));
        auto* dialog = anywhere<QDialog>(u"changesDialog"_s);
        QVERIFY(dialog->findChild<DiffView*>()->differs());
        dialog->close();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        runAction(u"lineAuthor"_s);
        QTRY_VERIFY(notice().contains(u"Оксана Тест"_s));
        QVERIFY(notice().contains(u"Перший"_s));
    }

    void twoChangesAreMerged()
    {
        put(u"inbox/note/notification.ftl"_s, "one\ntwo\nthree\n");
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        TemplateEditor* text = editor(u"notification.ftl"_s);
        text->setFocus();
        QTest::keyClicks(text, u"Mine "_s);
        put(u"inbox/note/notification.ftl"_s, "one\ntwo\nthree\nfour\n");
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(part<QWidget>(u"conflictBar"_s)->isVisible());
        press(u"mergeConflictButton"_s);
        QTRY_VERIFY(anywhere<QPushButton>(u"takeMergedButton"_s));
        QTest::mouseClick(anywhere<QPushButton>(u"takeMergedButton"_s), Qt::LeftButton);
        QTRY_COMPARE(text->text(), u"Mine one\ntwo\nthree\nfour\n"_s);
        QVERIFY(!part<QWidget>(u"conflictBar"_s)->isVisible());
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(disk(u"inbox/note/notification.ftl"_s), QByteArray("Mine one\ntwo\nthree\nfour\n"));
    }

    void aCrashLosesNextToNothing()
    {
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        TemplateEditor* text = editor(u"notification.ftl"_s);
        text->setFocus();
        QElapsedTimer clock;
        clock.start();
        QTest::keyClicks(text, u"Typed "_s);
        const QDir notes(m_folder->filePath(u"config/drafts"_s));
        QTRY_VERIFY(!notes.entryList({u"*.json"_s}, QDir::Files).isEmpty());
        QVERIFY2(clock.elapsed() < 10000, "two seconds are promised; a busy machine may take a little longer");
        QCOMPARE(disk(u"inbox/note/notification.ftl"_s), QByteArray("Note ${x}\n"));
        m_application.reset(); // as a crash ends it: nobody is asked

        start();
        QTRY_VERIFY(notice().contains(u"unsaved texts"_s));
        pressNotice();
        QTRY_VERIFY(anywhere<QPushButton>(u"takeUpDrafts"_s));
        QTest::mouseClick(anywhere<QPushButton>(u"takeUpDrafts"_s), Qt::LeftButton);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        QTRY_COMPARE(editor(u"notification.ftl"_s)->text(), u"Typed Note ${x}\n"_s);
        QCOMPARE(disk(u"inbox/note/notification.ftl"_s), QByteArray("Note ${x}\n"));
        QTest::keyClick(editor(u"notification.ftl"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(disk(u"inbox/note/notification.ftl"_s), QByteArray("Typed Note ${x}\n"));
        QTRY_VERIFY(notes.entryList({u"*.json"_s}, QDir::Files).isEmpty());
    }

    void picturesAreDroppedIn()
    {
        start();
        choose(u"Email"_s, u"greeting"_s);
        QTRY_VERIFY(editor(u"notification.ftlh"_s));
        auto* pane = part<PicturesPane>(u"picturesPane"_s);
        auto* tabs = part<QTabWidget>(u"templateFiles"_s);
        tabs->setCurrentWidget(pane);
        const QString file = m_folder->filePath(u"big.png"_s);
        QVERIFY(writeFile(file, "\x89PNG\r\n\x1A\n" + QByteArray(300 * 1024, 'x')));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(pane, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(pane, &drop);
        auto* list = part<QTreeWidget>(u"picturesList"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QVERIFY(list->topLevelItem(0)->text(2).contains(u"not a JPEG"_s));
        QVERIFY(list->topLevelItem(0)->text(2).contains(u"large"_s));
        QVERIFY(QFileInfo::exists(pathOf(u"email/greeting/images/big.png"_s)));
        QTRY_VERIFY(problems().contains(u"unused-file"_s));
        list->setCurrentItem(list->topLevelItem(0));
        press(u"insertPictureButton"_s);
        QTRY_VERIFY(editor(u"notification.ftlh"_s));
        QVERIFY(editor(u"notification.ftlh"_s)->text().contains(u"<img src=\"images/big.png\" alt=\"\">"_s));
        QTRY_COMPARE(problems(), u"image-type"_s);
    }

    void whatIsNoUtf8IsShownAndConverted()
    {
        const QByteArray old = "\xcf\xf0\xe8\xe2\xb3\xf2 ${x}\n";
        put(u"inbox/note/notification.ftl"_s, old);
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        TemplateEditor* text = editor(u"notification.ftl"_s);
        QVERIFY(text->isReadOnly());
        QTRY_VERIFY(problems().contains(u"not-utf8"_s));
        QTest::keyClick(text, Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(anywhere<QMenu>(u"fixMenu"_s));
        QMenu* menu = anywhere<QMenu>(u"fixMenu"_s);
        for (QAction* action : menu->actions()) {
            if (action->text().contains(u"1251"_s))
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
        QTRY_COMPARE(text->text(), u"Привіт ${x}\n"_s);
        QVERIFY(!text->isReadOnly());
        QCOMPARE(disk(u"inbox/note/notification.ftl"_s), old);
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(disk(u"inbox/note/notification.ftl"_s), QByteArray("Привіт ${x}\n"));
    }

    void theDirectoryVanishes()
    {
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        TemplateEditor* text = editor(u"notification.ftl"_s);
        text->setFocus();
        QTest::keyClicks(text, u"Typed "_s);
        QVERIFY(QDir(pathOf(u"inbox/note"_s)).removeRecursively());
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        // Said, and nothing is lost: the text is there.
        QTRY_VERIFY(part<QWidget>(u"conflictBar"_s)->isVisible() || !notice().isEmpty());
        QCOMPARE(text->text(), u"Typed Note ${x}\n"_s);
        QVERIFY(QDir(m_folder->filePath(u"regulation"_s)).removeRecursively());
        QTest::keyClick(&m_application->window(), Qt::Key_F5);
        QTRY_VERIFY(std::ranges::any_of(page()->findChildren<QPushButton*>(u"stateActionButton"_s),
            [](const QPushButton* button) { return button->isVisible(); }));
        QCOMPARE(text->text(), u"Typed Note ${x}\n"_s);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    gui::initResources();
    TestAuthor test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_author.moc"
