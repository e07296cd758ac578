#include "../../support/patience.h"
#include "authorfixture.h"
#include "authoring/problemmodel.h"
#include "widgets/common/noticebar.h"
#include "widgets/templates/templatefiles.h"

#include <QApplication>
#include <QBuffer>
#include <QDropEvent>
#include <QImage>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTabBar>
#include <QToolButton>

/// Files beside the text: style sheets come, are renamed and go; what nobody uses is deleted and taken back; pictures
/// become JPEGs; what is too long is shown. A way out never acts upon a text that has changed since.
class TestSheets : public AuthorFixture {
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
    TemplateFiles* files() const
    {
        for (TemplateFiles* candidate : page()->findChildren<TemplateFiles*>(u"templateFiles"_s)) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    QString tabs() const
    {
        QStringList names;
        for (int tab = 0; files() && tab < files()->count(); ++tab)
            names += files()->tabText(tab);
        return names.join(u' ');
    }
    QByteArray disk(const QString& file) const
    {
        const auto content = readFile(pathOf(file));
        return content ? content->bytes : QByteArray("absent");
    }
    void answer(const QString& name)
    {
        QTRY_VERIFY(anywhere<QInputDialog>(u"sheetNameDialog"_s));
        auto* dialog = anywhere<QInputDialog>(u"sheetNameDialog"_s);
        auto* line = dialog->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!anywhere<QInputDialog>(u"sheetNameDialog"_s));
    }
    void activate()
    {
        m_application->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_application->window()));
    }
    void openGreeting()
    {
        start();
        choose(u"Email"_s, u"greeting"_s);
        QTRY_VERIFY(editor(u"notification.ftlh"_s));
    }
    /// Alt+Enter, then the entry with these words.
    void take(const QString& words)
    {
        activate();
        files()->currentEditor()->setFocus();
        QTest::keyClick(files()->currentEditor(), Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(anywhere<QMenu>(u"fixMenu"_s));
        QMenu* menu = anywhere<QMenu>(u"fixMenu"_s);
        for (QAction* action : menu->actions()) {
            if (!action->text().contains(words) || !action->isEnabled())
                continue;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            QTRY_VERIFY(!anywhere<QMenu>(u"fixMenu"_s));
            return;
        }
        menu->close();
        QFAIL(qPrintable(u"not offered: "_s + words));
    }
    NoticeBar* notice() const { return page()->findChild<NoticeBar*>(u"noticeBar"_s, Qt::FindDirectChildrenOnly); }
    void pressNotice()
    {
        QTRY_VERIFY(notice()->isVisible());
        auto* button = notice()->findChild<QPushButton*>(u"noticeActionButton"_s);
        QTRY_VERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void sheetMenu(const QString& tab, const QString& words)
    {
        QTabBar* bar = files()->findChild<QTabBar*>();
        int index = -1;
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i) == tab)
                index = i;
        }
        QVERIFY(index >= 0);
        Q_EMIT bar->customContextMenuRequested(bar->tabRect(index).center());
        QTRY_VERIFY(anywhere<QMenu>(u"sheetMenu"_s));
        QMenu* menu = anywhere<QMenu>(u"sheetMenu"_s);
        for (QAction* action : menu->actions()) {
            if (action->text().contains(words))
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
        QTRY_VERIFY(!anywhere<QMenu>(u"sheetMenu"_s));
    }

private Q_SLOTS:
    void init() { makeRegulation(); }
    void cleanup() { endAll(); }

    void comeGetOtherNamesAndGo()
    {
        openGreeting();
        QCOMPARE(tabs(), u"Content Metadata Pictures"_s);
        QTest::mouseClick(part<QToolButton>(u"newSheetButton"_s), Qt::LeftButton);
        answer(u"letter"_s);
        QTRY_COMPARE(tabs(), u"Content Metadata letter.css Pictures"_s);
        QCOMPARE(files()->currentFile(), u"css/letter.css"_s);
        QCOMPARE(disk(u"email/greeting/css/letter.css"_s), QByteArray("body {\n}\n"));
        // Nobody names it yet; the way out links it, at the right place.
        QTRY_COMPARE(problems(), u"unused-file"_s);
        files()->setCurrentIndex(0);
        take(u"Link letter.css"_s);
        QTRY_VERIFY(
            editor(u"notification.ftlh"_s)->text().contains(u"<link rel=\"stylesheet\" href=\"letter.css\">"_s));
        QTRY_COMPARE(problems(), QString());
        // Another name, in the letter as well.
        sheetMenu(u"letter.css"_s, u"Rename"_s);
        answer(u"a/b.css"_s);
        QTRY_VERIFY(notice()->isVisible());
        sheetMenu(u"letter.css"_s, u"Rename"_s);
        answer(u"style.css"_s);
        QTRY_COMPARE(tabs(), u"Content • Metadata style.css Pictures"_s);
        QVERIFY(files()->editor(u"notification.ftlh"_s)->text().contains(u"href=\"style.css\""_s));
        // Deleted, and taken back.
        sheetMenu(u"style.css"_s, u"Delete"_s);
        QTRY_COMPARE(tabs(), u"Content • Metadata Pictures"_s);
        QTRY_COMPARE(problems(), u"missing-style"_s);
        pressNotice();
        QTRY_COMPARE(tabs(), u"Content • Metadata style.css Pictures"_s);
        QTRY_COMPARE(problems(), QString());
    }

    void droppedOnTheText()
    {
        openGreeting();
        const QString file = m_folder->filePath(u"dropped.css"_s);
        QVERIFY(writeFile(file, "p { color: red }\n"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QWidget* target = editor(u"notification.ftlh"_s)->viewport();
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &drop);
        QTRY_COMPARE(tabs(), u"Content Metadata dropped.css Pictures"_s);
        QCOMPARE(disk(u"email/greeting/css/dropped.css"_s), QByteArray("p { color: red }\n"));
        // It became no text of the letter.
        QVERIFY(!editor(u"notification.ftlh"_s) || !editor(u"notification.ftlh"_s)->text().contains(u"dropped"_s));
        // One that came from elsewhere appears as well.
        put(u"email/greeting/css/more.css"_s, "a {}\n");
        QTest::keyClick(&m_application->window(), Qt::Key_F5);
        QTRY_COMPARE(tabs(), u"Content Metadata dropped.css more.css Pictures"_s);
    }

    void unusedFilesAreDeletedAndTakenBack()
    {
        put(u"email/greeting/notes.txt"_s, "mine");
        openGreeting();
        QTRY_COMPARE(problems(), u"unused-file"_s);
        take(u"Delete notes.txt"_s);
        QTRY_COMPARE(disk(u"email/greeting/notes.txt"_s), QByteArray("absent"));
        QTRY_COMPARE(problems(), QString());
        pressNotice();
        QTRY_COMPARE(disk(u"email/greeting/notes.txt"_s), QByteArray("mine"));
        QTRY_COMPARE(problems(), u"unused-file"_s);
    }

    void picturesBecomeJpegs()
    {
        QImage image(20, 10, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(image.save(&buffer, "png"));
        put(u"email/greeting/images/logo.png"_s, png);
        put(u"email/greeting/notification.ftlh"_s,
            "<html><body><img src=\"images/logo.png\"><img src=\"images/logo.png\"></body></html>\n");
        openGreeting();
        QTRY_COMPARE(problems(), u"image-type"_s);
        take(u"to JPEG"_s);
        QTRY_VERIFY(disk(u"email/greeting/images/logo.jpg"_s).startsWith("\xFF\xD8\xFF"));
        const QImage made(pathOf(u"email/greeting/images/logo.jpg"_s));
        QCOMPARE(made.size(), QSize(20, 10));
        QVERIFY(made.pixelColor(3, 3).lightness() > 240); // transparent becomes white, not black
        QCOMPARE(editor(u"notification.ftlh"_s)->text().count(u"images/logo.jpg"_s), 2);
        QCOMPARE(disk(u"email/greeting/images/logo.png"_s), QByteArray("absent"));
        QTRY_COMPARE(problems(), QString());
    }

    /// The sign that a key has made stale is looked at anew before anything is done about it.
    void aWayOutWaitsForTheCheck()
    {
        put(u"inbox/note/notification.ftl"_s, "one\ntwo [=x]\n");
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        QTRY_COMPARE(problems(), u"not-interpolated"_s);
        activate();
        TemplateEditor* text = editor(u"notification.ftl"_s);
        text->setFocus();
        text->setCaret(0);
        QTest::keyClick(text, Qt::Key_Return);
        // At once, before any check: the problem has moved along with its line.
        const auto* table = part<DataTable>(u"problemsTable"_s);
        QCOMPARE(table->source()->rowCount(), 1);
        QCOMPARE(table->source()->index(0, ProblemModel::PlaceColumn).data().toString(), u"notification.ftl:3"_s);
        text->setCaret(text->text().indexOf(u"[="_s));
        QTest::keyClick(text, Qt::Key_Return, Qt::AltModifier);
        QVERIFY(!anywhere<QMenu>(u"fixMenu"_s)); // first the check
        QTRY_VERIFY(anywhere<QMenu>(u"fixMenu"_s));
        QTest::keyClick(anywhere<QMenu>(u"fixMenu"_s), Qt::Key_Return);
        QTRY_COMPARE(text->text(), u"\none\ntwo ${x}\n"_s);
    }

    void whatIsTooLongIsShown()
    {
        put(u"diia/push/notification.diia"_s, QByteArray(2048, 'a') + "beyond");
        put(u"diia/push/notification.yml"_s,
            "title: T\nattributes:\n  actionType: a\n  templateType: t\n  shortText: s\n");
        QVERIFY(QDir(pathOf(u"inbox"_s)).removeRecursively()); // two channels, as start() expects
        start();
        choose(u"Diia"_s, u"push"_s);
        QTRY_VERIFY(editor(u"notification.diia"_s));
        QTRY_COMPARE(problems(), u"too-long"_s);
        take(u"Show what is too much"_s);
        QTRY_COMPARE(editor(u"notification.diia"_s)->selectedText(), u"beyond"_s);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    gui::initResources();
    TestSheets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sheets.moc"
