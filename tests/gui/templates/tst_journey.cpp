#include "../../support/patience.h"
#include "connections/profilestore.h"
#include "core/atomicfile.h"
#include "core/itemroles.h"
#include "gui/application.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"
#include "testsandbox.h"
#include "widgets/editor/editorcompletion.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/table/datatable.h"
#include "widgets/templates/authoringpane.h"
#include "widgets/templates/templatetreeview.h"
#include "widgets/text/diffview.h"

#include <QApplication>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace nc;

/// The template author's whole day with keys and clicks on the real PostgreSQL and Kafka: a regulation is opened, a
/// letter edited, looked at with made-up data and with a real event, on a phone and in the dark, published, and put
/// back.
class TestAuthorJourney : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<gui::Application> m_app;
    QString m_name;

    MainWindow& window() const { return m_app->window(); }
    Page* page() const { return window().page(PageId::Templates); }
    template <class T>
    T* part(const QString& name) const
    {
        return page()->findChild<AuthoringPane*>()->findChild<T*>(name);
    }
    template <class T>
    T* anywhere(const QString& name) const
    {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (T* found = top->objectName() == name ? qobject_cast<T*>(top) : top->findChild<T*>(name))
                return found;
        }
        return nullptr;
    }
    /// Pictures for looking at: NC_PICTURES=folder.
    void picture(const QString& name, QWidget* of = nullptr) const
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        if (!folder.isEmpty())
            (of ? of : &window())->grab().save(folder + u'/' + name + u".png"_s);
    }
    void put(const QString& file, const QByteArray& bytes) const
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
    static QString sha(const QByteArray& bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    void insertRow(const QString& channel, const QString& name, const QString& title, const QByteArray& content) const
    {
        m_database->run(u"insert into notification_template(name, channel, title, content, checksum) values "
                        "('%1', '%2', '%3', $body$%4$body$, '%5')"_s.arg(
                            name, channel, title, QString::fromUtf8(content), sha(content)));
    }
    QString content() const
    {
        return m_database->run(u"select content from notification_template where name = '%1'"_s.arg(m_name)).trimmed();
    }
    void press(const QString& button)
    {
        QTRY_VERIFY(anywhere<QAbstractButton>(button));
        auto* widget = anywhere<QAbstractButton>(button);
        QTRY_VERIFY2(widget->isVisible() && widget->isEnabled(), qPrintable(button));
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void chooseInTree(const QString& key)
    {
        auto* tree = part<TemplateTreeView>(u"templateTree"_s);
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            const QModelIndex channel = tree->model()->index(row, 0);
            for (int leaf = 0; leaf < tree->model()->rowCount(channel); ++leaf) {
                const QModelIndex index = tree->model()->index(leaf, 0, channel);
                if (index.data().toString() != key)
                    continue;
                tree->scrollTo(index);
                QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
                return;
            }
        }
        QFAIL("not in the tree");
    }
    TemplateEditor* editor() const
    {
        for (TemplateEditor* candidate : page()->findChildren<TemplateEditor*>(u"editor.notification.ftlh"_s)) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    QString problems() const
    {
        const auto* table = part<DataTable>(u"problemsTable"_s);
        QStringList codes;
        for (int row = 0; row < table->source()->rowCount(); ++row)
            codes += table->source()->index(row, 2).data().toString();
        return codes.join(u' ');
    }
    QString letter() const
    {
        auto* view = part<QTextBrowser>(u"letterText"_s);
        return view ? view->toPlainText().trimmed() : QString();
    }
    void activate()
    {
        // Without a window manager nobody gives the focus back when a dialog closes.
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void produceEvent() const
    {
        const auto writer = RecordWriter::open(m_sandbox->profile().kafka, *testSending());
        QVERIFY(writer);
        const TaskContext task;
        Record record;
        record.topic = u"user-notifications"_s;
        record.partition = 0;
        record.value = "{\"notification\":{\"templateName\":\"" + m_name.toUtf8()
            + "\"},\"recipients\":[{\"id\":\"a1\",\"realm\":\"CITIZEN\",\"parameters\":{\"fullName\":\"Леся "
              "Українка\",\"status\":\"прийнято\"}}]}";
        QVERIFY((*writer)->enqueue(
            record, 0, [](const auto&, qint64) {}, task));
        QVERIFY((*writer)->flush(task));
    }
    /// `create email/x, …` as the plan's table says it.
    QString plan() const
    {
        const auto* table = anywhere<DataTable>(u"planTable"_s);
        QStringList rows;
        for (int row = 0; row < table->source()->rowCount(); ++row)
            rows += table->source()->index(row, 2).data().toString() + u' '
                + table->source()->index(row, 0).data().toString();
        rows.sort();
        return rows.join(u", "_s);
    }
    int rowOf(const QString& name) const
    {
        const auto* table = anywhere<DataTable>(u"planTable"_s);
        for (int row = 0; row < table->source()->rowCount(); ++row) {
            if (table->source()->index(row, 0).data().toString() == name)
                return row;
        }
        return -1;
    }
    QString resultOf(const QString& name) const
    {
        return anywhere<DataTable>(u"planTable"_s)->source()->index(rowOf(name), 5).data(roles::State).toString();
    }
    void tab(int index) const
    {
        auto* bar = anywhere<QTabBar>(u"planTabs"_s);
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
        QCOMPARE(bar->currentIndex(), index);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_database = m_sandbox->makeDatabase();
        m_folder = std::make_unique<QTemporaryDir>();
        m_name = m_sandbox->uniqueName(u"decision"_s);
        put(u"email/"_s + m_name + u"/notification.ftlh"_s,
            "<html><head></head><body><p>Dear ${fullName?html}</p>\n<p>Status: …</p></body></html>");
        put(u"email/"_s + m_name + u"/notification.yml"_s, "title: Decision\n");
        put(u"inbox/fresh/notification.ftl"_s, "Fresh ${x}\n");
        put(u"inbox/fresh/notification.yml"_s, "title: Fresh\n");
        put(u"inbox/same/notification.ftl"_s, "Same\n");
        put(u"inbox/same/notification.yml"_s, "title: Same\n");
        insertRow(u"email"_s, m_name, u"Decision"_s, "<html><head></head><body>old ${fullName?html}</body></html>");
        insertRow(u"inbox"_s, u"same"_s, u"Same"_s, "Same\n");
        insertRow(u"inbox"_s, u"forgotten"_s, u"Forgotten"_s, "Nobody has a directory for it");
        git({u"init"_s, u"-q"_s});
        git({u"add"_s, u"-A"_s});
        git({u"commit"_s, u"-qm"_s, u"x"_s});
        produceEvent();
        Profile profile = m_sandbox->profile();
        profile.name = u"land"_s;
        profile.database = m_database->conninfo();
        profile.regulation = m_folder->filePath(u"regulation"_s);
        ProfileStore store(m_folder->filePath(u"config"_s));
        QVERIFY(store.add(profile, testPass(Operation::AddProfile)).has_value());
        QVERIFY(store.use(profile.name, testPass(Operation::UseProfile)).has_value());
    }
    void cleanupTestCase()
    {
        m_app.reset();
        m_database.reset();
    }

    void opensTheRegulation()
    {
        gui::Options options;
        options.configFolder = m_folder->filePath(u"config"_s);
        options.language = qEnvironmentVariable("NC_LANGUAGE") == u"uk" ? Language::Ukrainian : Language::English;
        m_app = std::make_unique<gui::Application>(*qApp, options);
        const int width = qEnvironmentVariableIntValue("NC_WIDTH"); // for looking at
        window().resize(width > 0 ? width : 1280, 900);
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(page());
        QTRY_COMPARE(part<TemplateTreeView>(u"templateTree"_s)->model()->rowCount(), 2);
        chooseInTree(m_name);
        QTRY_VERIFY(editor());
        QTRY_VERIFY_WITH_TIMEOUT(letter().contains(u"Dear"_s), 20000);
        QTRY_COMPARE(problems(), QString());
    }

    void editsWithCompletionAndProblems()
    {
        activate();
        TemplateEditor* text = editor();
        text->setFocus();
        text->setCaret(text->text().indexOf(u"…"_s));
        QTest::keyClick(text, Qt::Key_Delete);
        QTest::keyClicks(text, u"${fu"_s);
        QCOMPARE(text->completion()->offered(), QStringList{u"fullName"_s});
        QTest::keyClick(text, Qt::Key_Return); // accepted from the keyboard
        QTest::keyClicks(text, u"?up"_s);
        QVERIFY(text->completion()->offered().contains(u"upper_case"_s));
        QTest::keyClick(text, Qt::Key_Return);
        QTest::keyClicks(text, u"?html} [=status]"_s);
        QVERIFY(text->text().contains(u"${fullName?upper_case?html} [=status]"_s));
        QTRY_COMPARE(problems(), u"not-interpolated"_s);
        picture(u"journey-problem"_s);
        // The way out, by keys alone and at once: before the next check nothing is done, with it the menu comes.
        QTest::keyClicks(text, u"!"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(anywhere<QMenu>(u"fixMenu"_s));
        QTest::keyClick(anywhere<QMenu>(u"fixMenu"_s), Qt::Key_Return);
        QTRY_VERIFY(text->text().contains(u"${status}!"_s));
        QTRY_COMPARE(problems(), u"no-auto-escape"_s);
        activate();
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY(anywhere<QMenu>(u"fixMenu"_s));
        QTest::keyClick(anywhere<QMenu>(u"fixMenu"_s), Qt::Key_Return);
        QTRY_VERIFY(text->text().contains(u"${status?html}!"_s));
        QTRY_COMPARE(problems(), QString());
    }

    void looksWithSampleDataAndWithARealEvent()
    {
        // What the template reads now is missing in the set, and is added with a click.
        auto* status = part<QLabel>(u"sampleStatus"_s);
        QTRY_VERIFY(status->text().contains(u"Missing: status"_s));
        const QString link = u"href=\"add\""_s;
        QVERIFY(status->text().contains(link));
        Q_EMIT status->linkActivated(u"add"_s);
        QTRY_VERIFY(letter().contains(u"FULLNAME"_s) || letter().contains(u"status"_s));
        press(u"takeEventButton"_s);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget* dialog = QApplication::activeModalWidget();
        auto* take = dialog->findChild<QPushButton*>(u"takeEvent"_s);
        QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), 20000);
        picture(u"journey-events"_s, dialog);
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_VERIFY(part<QComboBox>(u"sampleSets"_s)->currentText().startsWith(u"user-notifications:0:"_s));
        QTRY_VERIFY(letter().contains(u"Dear Леся Українка"_s));
        QVERIFY(letter().contains(u"ЛЕСЯ УКРАЇНКА прийнято!"_s));
        picture(u"journey-event"_s);
    }

    void onAPhoneAndInTheDark()
    {
        auto* view = part<QTextBrowser>(u"letterText"_s);
        QTest::mouseClick(part<QToolButton>(u"phoneWidth"_s), Qt::LeftButton);
        QTRY_VERIFY(view->width() <= 375);
        QTest::mouseClick(part<QToolButton>(u"darkLetter"_s), Qt::LeftButton);
        QTRY_VERIFY(view->palette().color(QPalette::Base).lightness() < 60);
        QVERIFY(letter().contains(u"Dear Леся Українка"_s));
        picture(u"journey-phone-dark"_s);
        QTest::mouseClick(part<QToolButton>(u"darkLetter"_s), Qt::LeftButton);
        QTest::mouseClick(part<QToolButton>(u"desktopWidth"_s), Qt::LeftButton);
    }

    void publishesWhatThePlanSays()
    {
        activate();
        editor()->setFocus();
        QTest::keyClick(editor(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(readFile(m_folder->filePath(u"regulation/notifications/email/%1/notification.ftlh"_s.arg(m_name)))
                        ->bytes.contains("${status?html}!"));
        press(u"publishTemplatesButton"_s);
        QTRY_VERIFY(anywhere<DataTable>(u"planTable"_s)->source()->rowCount() == 4);
        QCOMPARE(plan(), u"create fresh, database-only forgotten, unchanged same, update "_s + m_name);
        auto* table = anywhere<DataTable>(u"planTable"_s);
        table->selectSourceRow(rowOf(m_name));
        auto* diff = anywhere<DiffView>(u"planDiff"_s);
        for (const int view : {0, 2}) {
            tab(view);
            QTRY_VERIFY_WITH_TIMEOUT(diff->isVisible() && diff->differs(), 20000);
        }
        picture(u"journey-plan"_s);
        auto* button = anywhere<QPushButton>(u"publishTemplatesButton"_s);
        QCOMPARE(button->text(), u"Publish 2 templates"_s);
        press(u"publishTemplatesButton"_s);
        press(u"confirmButton"_s);
        QTRY_COMPARE(resultOf(m_name), u"updated"_s);
        QTRY_COMPARE(resultOf(u"fresh"_s), u"created"_s);
        picture(u"journey-published"_s);
        // The row is what the publisher itself would have written.
        QVERIFY(content().contains(u"${status?html}!"_s));
        QProcess prepare;
        prepare.start(QStringLiteral(NC_NOTIFYCTL),
            {u"templates"_s, u"prepare"_s, m_folder->filePath(u"regulation"_s), u"email/"_s + m_name, u"--checksum"_s});
        QVERIFY(prepare.waitForFinished());
        QCOMPARE(
            m_database->run(u"select checksum from notification_template where name = '%1'"_s.arg(m_name)).trimmed(),
            QString::fromUtf8(prepare.readAllStandardOutput()).trimmed());
        QCOMPARE(m_database->run(u"select count(*) from notification_template"_s).trimmed(), u"4"_s);
    }

    void putsItBackFromTheHistory()
    {
        activate();
        anywhere<DataTable>(u"planTable"_s)->selectSourceRow(rowOf(m_name));
        tab(4);
        auto* versions = anywhere<DataTable>(u"versionTable"_s);
        QTRY_COMPARE(versions->source()->rowCount(), 2);
        versions->selectSourceRow(1);
        auto* diff = anywhere<DiffView>(u"versionDiff"_s);
        QTRY_VERIFY(diff->isVisible() && diff->differs());
        picture(u"journey-history"_s);
        press(u"restoreVersion"_s);
        press(u"confirmButton"_s);
        QTRY_COMPARE(content(), u"<html><head></head><body>old ${fullName?html}</body></html>"_s);
        QTRY_COMPARE(versions->source()->rowCount(), 3);
        // The author's files stay as they are, and the plan says what that means.
        QTRY_VERIFY(plan().contains(u"update "_s + m_name));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    gui::initResources();
    TestAuthorJourney test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_journey.moc"
