#include "../../support/patience.h"
#include "authorfixture.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "failures/facts/shelflives.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>

/// The template author's work in the real window: types, sees problems and the letter, saves, publishes.
class TestTemplatesPage : public AuthorFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeRegulation(); }
    void cleanup() { endAll(); }

    void editsSeesSavesPublishes()
    {
        start();
        choose(u"Email"_s, u"greeting"_s);
        QTRY_VERIFY(editor(u"notification.ftlh"_s));
        TemplateEditor* text = editor(u"notification.ftlh"_s);
        // The letter, with sample data made from what it reads.
        QTRY_VERIFY_WITH_TIMEOUT(part<QTextBrowser>(u"letterText"_s), 20000);
        auto* letter = part<QTextBrowser>(u"letterText"_s);
        QTRY_COMPARE(letter->toPlainText().trimmed(), u"Hello name"_s);
        QCOMPARE(problems(), QString());

        // A directive that is not closed: seen as it is typed, gone when it is mended.
        text->setFocus();
        text->setCursorPosition(0, 15);
        QTest::keyClicks(text, u"[#if ]"_s);
        QTRY_VERIFY(problems().contains(u"syntax"_s));
        QCOMPARE(text->problems().isEmpty(), false);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(text, Qt::Key_Backspace);
        QTRY_COMPARE(problems(), QString());
        QTest::keyClicks(text, u"Dear "_s);
        QTRY_VERIFY(letter->toPlainText().contains(u"Dear"_s));

        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(readFile(pathOf(u"email/greeting/notification.ftlh"_s))->bytes,
            QByteArray("<html><body><p>Dear Hello ${name?html}</p></body></html>\n")
                .replace("<p>Dear Hello", "<p>Dear Hello"));
        // Undo reaches behind the saving.
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!text->text().contains(u"Dear "_s));
        QTest::keyClick(text, Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(text->text().contains(u"Dear "_s));

        press(u"publishTemplatesButton"_s);
        auto* plan = part<DataTable>(u"planTable"_s);
        QTRY_COMPARE(plan->source()->rowCount(), 2);
        QTRY_COMPARE(m_application->window().findChild<QPushButton*>(u"publishTemplatesButton"_s)->text(),
            u"Publish 2 templates"_s);
        press(u"publishTemplatesButton"_s);
        QTRY_VERIFY(m_application->window().findChild<QPushButton*>(u"confirmButton"_s));
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
        press(u"confirmButton"_s);
        QTRY_COMPARE(plan->source()->index(0, 5).data(Qt::UserRole + 2).toString(), u"created"_s);
        QVERIFY(!plan->isColumnHidden(5));
        QTRY_VERIFY(!m_application->window().findChild<QPushButton*>(u"publishTemplatesButton"_s)->isEnabled());
        QCOMPARE(m_database->sql(u"select channel, name, title from notification_template order by 1"_s),
            (QList<QByteArrayList>{{"email", "greeting", "Greeting"}, {"inbox", "note", "Note"}}));
        QVERIFY(m_database->value(u"select content from notification_template where channel = 'email'"_s)
                    .contains("Dear Hello ${name?html}"));
    }

    void titleFieldLeavesTheComment()
    {
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        choose(u"Email"_s, u"greeting"_s);
        QTRY_VERIFY(editor(u"notification.ftlh"_s));
        auto* tabs =
            qobject_cast<QTabWidget*>(editor(u"notification.ftlh"_s)->parentWidget()->parentWidget()->parentWidget());
        QVERIFY(tabs);
        tabs->setCurrentIndex(1);
        auto* title = tabs->currentWidget()->findChild<QLineEdit*>(u"metadataTitle"_s);
        QVERIFY(title);
        QCOMPARE(title->text(), u"Greeting"_s);
        title->setFocus();
        title->selectAll();
        QTest::keyClicks(title, u"Welcome"_s);
        QTRY_COMPARE(editor(u"notification.yml"_s)->text(), u"title: Welcome # shown in the list\n"_s);
        QTest::keyClick(title, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(readFile(pathOf(u"email/greeting/notification.yml"_s))->bytes,
            QByteArray("title: Welcome # shown in the list\n"));
    }

    void somebodyElsesEditIsNotOverwritten()
    {
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        TemplateEditor* text = editor(u"notification.ftl"_s);
        text->setFocus();
        QTest::keyClicks(text, u"Mine "_s);
        put(u"inbox/note/notification.ftl"_s, "Theirs\n");
        QTest::keyClick(text, Qt::Key_S, Qt::ControlModifier);
        auto* bar = part<QWidget>(u"conflictBar"_s);
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(readFile(pathOf(u"inbox/note/notification.ftl"_s))->bytes, QByteArray("Theirs\n"));
        press(u"takeTheirsButton"_s);
        QTRY_COMPARE(text->text(), u"Theirs\n"_s);
        QVERIFY(!bar->isVisible());
        // What was typed is an undo away.
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(text->text().startsWith(u"Mine"_s));
    }

    void readingAnewKeepsWhatIsOpen()
    {
        start();
        choose(u"Inbox"_s, u"note"_s);
        QTRY_VERIFY(editor(u"notification.ftl"_s));
        TemplateEditor* text = editor(u"notification.ftl"_s);
        text->setFocus();
        QTest::keyClicks(text, u"Typed "_s);
        put(u"inbox/another/notification.ftl"_s, "Another\n");
        put(u"inbox/another/notification.yml"_s, "title: Another\n");
        QTest::keyClick(&m_application->window(), Qt::Key_F5);
        auto* tree = part<TemplateTreeView>(u"templateTree"_s);
        QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(1, 0)), 2);
        QTRY_COMPARE(tree->currentKey(), u"inbox/note"_s);
        QCOMPARE(editor(u"notification.ftl"_s), text);
        QVERIFY(text->text().startsWith(u"Typed "_s));
    }

    void readOnlyProfileCannotPublish()
    {
        start(true);
        press(u"publishTemplatesButton"_s);
        QTRY_COMPARE(part<DataTable>(u"planTable"_s)->source()->rowCount(), 2);
        press(u"publishTemplatesButton"_s);
        QVERIFY(!m_application->window().findChild<QPushButton*>(u"confirmButton"_s));
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
    }

    void shelfLifeIsSetInTheWindow()
    {
        start();
        choose(u"Email"_s, u"greeting"_s);
        auto* action = m_application->window().findChild<QAction*>(u"templateShelfLife"_s);
        QVERIFY(action);
        const auto life = [this] {
            return ShelfLives(m_application->workspace().settings().get(settings::shelfLives))
                .of(u"email"_s, u"greeting"_s);
        };
        QVERIFY(!life());
        action->trigger();
        QTRY_VERIFY(m_application->window().findChild<QDialog*>(u"shelfLifeDialog"_s));
        auto* dialog = m_application->window().findChild<QDialog*>(u"shelfLifeDialog"_s);
        auto* line = dialog->findChild<QLineEdit*>(u"shelfLifeDuration"_s);
        auto* save = dialog->findChild<QPushButton*>(u"shelfLifeSave"_s);
        QVERIFY(!line->isEnabled());
        QTest::keyClick(dialog->findChild<QComboBox*>(u"shelfLifeChoice"_s), Qt::Key_End);
        QVERIFY(line->isEnabled() && !save->isEnabled());
        QTest::keyClicks(line, u"12x"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(!dialog->findChild<QLabel*>(u"shelfLifeProblem"_s)->text().isEmpty());
        QTest::keyClick(line, Qt::Key_Backspace);
        QTest::keyClicks(line, u"h"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(life(), std::optional<ShelfLives::Duration>(std::chrono::hours(12)));
        // It is remembered, and can be taken back.
        QTRY_VERIFY(!m_application->window().findChild<QDialog*>(u"shelfLifeDialog"_s));
        action->trigger();
        dialog = m_application->window().findChild<QDialog*>(u"shelfLifeDialog"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit*>(u"shelfLifeDuration"_s)->text(), u"12h"_s);
        QTest::keyClick(dialog->findChild<QComboBox*>(u"shelfLifeChoice"_s), Qt::Key_Home);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"shelfLifeSave"_s), Qt::LeftButton);
        QTRY_VERIFY(!life());
    }

    void productionAsksForTheName()
    {
        start(false, true);
        press(u"publishTemplatesButton"_s);
        auto* plan = part<DataTable>(u"planTable"_s)->source();
        QTRY_COMPARE(plan->rowCount(), 2);
        // Outside a clone nothing is committed: production takes only what is chosen by hand.
        for (int row = 0; row < 2; ++row)
            QVERIFY(plan->setData(plan->index(row, 0), Qt::Checked, Qt::CheckStateRole));
        press(u"publishTemplatesButton"_s);
        QTRY_VERIFY(m_application->window().findChild<QPushButton*>(u"confirmButton"_s));
        auto* button = m_application->window().findChild<QPushButton*>(u"confirmButton"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(m_application->window().findChild<QLineEdit*>(u"confirmLine"_s), u"test"_s);
        QTRY_VERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("2"));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    gui::initResources();
    TestTemplatesPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_templates.moc"
