#include "../../support/patience.h"
#include "connections/profilestore.h"
#include "core/atomicfile.h"
#include "gui/application.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"
#include "testsandbox.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/table/datatable.h"
#include "widgets/templates/authoringpane.h"
#include "widgets/templates/templatetreeview.h"
#include "widgets/text/diffview.h"
#include "widgets/text/jsoneditor.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace nc;

/// What a reader gets, in the real window: the letter in its forms, named sample sets, real events, the published
/// version beside the edited one, what HTML parsing did.
class TestPreview : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<gui::Application> m_app;

    Page* page() const { return m_app->window().page(PageId::Templates); }
    /// Of the authoring side: history has previews of its own.
    template <class T>
    T* part(const QString& name) const
    {
        return page()->findChild<AuthoringPane*>()->findChild<T*>(name);
    }
    void put(const QString& file, const QByteArray& bytes)
    {
        const QString path = m_folder->filePath(u"regulation/notifications/"_s + file);
        QDir().mkpath(QFileInfo(path).path());
        QVERIFY(writeFile(path, bytes));
    }
    /// Pictures for looking at: NC_PICTURES=folder.
    void picture(const QString& name, QWidget* of = nullptr) const
    {
        const QString folder = qEnvironmentVariable("NC_PICTURES");
        if (!folder.isEmpty())
            (of ? of : &m_app->window())->grab().save(folder + u'/' + name + u".png"_s);
    }
    void press(const QString& button)
    {
        auto* widget = part<QToolButton>(button);
        QVERIFY2(widget && widget->isVisible(), qPrintable(button));
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void trigger(const QString& action)
    {
        auto* found = part<QAction>(action);
        QVERIFY2(found, qPrintable(action));
        found->trigger();
    }
    void answer(const QString& text)
    {
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setTextValue(text);
        dialog->accept();
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
    TemplateEditor* editor(const QString& file) const
    {
        for (TemplateEditor* candidate : page()->findChildren<TemplateEditor*>(u"editor."_s + file)) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void open(const QString& key)
    {
        page()->open({{u"template"_s, key}});
        QTRY_COMPARE(part<TemplateTreeView>(u"templateTree"_s)->currentKey(), key);
    }
    QString letter() const
    {
        auto* view = part<QTextBrowser>(u"letterText"_s);
        return view ? view->toPlainText().trimmed() : QString();
    }

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<test::TestSandbox>(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = m_sandbox->makeDatabase();
        put(u"email/greeting/notification.ftlh"_s,
            "<html><body><h1>Hello</h1>\n<p>Dear ${name?html}, see <a href=\"https://e.org\">there</a></p>\n"
            "[#list items as i]<b>${i.t}</b>[/#list]</body></html>\n");
        put(u"email/greeting/notification.yml"_s, "title: Greeting\n");
        put(u"email/torn/notification.ftlh"_s,
            "<html><body>\n<p>x</p>\n<p [#if odd]class=\"odd\"[/#if]>y</p></body></html>\n");
        put(u"email/far/notification.ftlh"_s,
            "<html><body><p>${x}</p><img src=\"https://e.org/logo.png\"></body></html>");
        put(u"inbox/note/notification.ftl"_s, "Note <b>${x}</b>\n");
        put(u"inbox/note/notification.yml"_s, "title: Note\n");
        put(u"diia/push/notification.diia"_s, "Hello {name}");
        put(u"diia/push/notification.yml"_s,
            QByteArray("title: ") + QByteArray(70, 'T')
                + "\nattributes:\n  actionType: a\n  templateType: t\n  shortText: short\n");
        m_database->run(u"insert into notification_template(name, channel, title, content, checksum) values "
                        "('greeting', 'email', 'Greeting', '<html><head></head><body><h1>Hello</h1> <p>Dear old "
                        "${name?html}</p></body></html>', 'x')"_s);
        Profile profile = m_sandbox->profile();
        profile.name = u"land"_s;
        profile.database = m_database->conninfo();
        profile.regulation = m_folder->filePath(u"regulation"_s);
        ProfileStore store(m_folder->filePath(u"config"_s));
        QVERIFY(store.add(profile, testPass(Operation::AddProfile)).has_value());
        QVERIFY(store.use(profile.name, testPass(Operation::UseProfile)).has_value());
        gui::Options options;
        options.configFolder = m_folder->filePath(u"config"_s);
        options.language = qEnvironmentVariable("NC_LANGUAGE") == u"uk" ? Language::Ukrainian : Language::English;
        m_app = std::make_unique<gui::Application>(*qApp, options);
        MainWindow& window = m_app->window();
        window.resize(1500, 950);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(page());
        QTRY_COMPARE(part<TemplateTreeView>(u"templateTree"_s)->model()->rowCount(), 3);
    }
    void cleanup()
    {
        m_app.reset();
        m_database.reset();
        m_folder.reset();
    }

    void formsOfALetter()
    {
        open(u"email/greeting"_s);
        QTRY_VERIFY_WITH_TIMEOUT(letter().contains(u"Dear name"_s), 20000);
        picture(u"preview-letter"_s);
        auto* holder = part<QWidget>(u"letterHolder"_s);
        auto* view = part<QTextBrowser>(u"letterText"_s);
        QCOMPARE(view->width(), holder->width());
        if (holder->width() > 375) {
            press(u"phoneWidth"_s);
            QTRY_COMPARE(view->width(), 375);
            press(u"desktopWidth"_s);
            QTRY_COMPARE(view->width(), holder->width());
        }
        press(u"darkLetter"_s);
        QTRY_VERIFY(view->palette().color(QPalette::Base).lightness() < 60);
        QTRY_VERIFY(part<QLabel>(u"previewAbout"_s)->text().contains(u"dark"_s));
        picture(u"preview-dark"_s);
        press(u"darkLetter"_s);
        press(u"textView"_s);
        auto* plain = part<QPlainTextEdit>(u"letterPlain"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            plain->toPlainText(), u"Hello\n\nDear name, see there <https://e.org>\n\nt\n"_s, 10000);
        picture(u"preview-text"_s);
        // Typing goes on to be followed.
        TemplateEditor* text = editor(u"notification.ftlh"_s);
        text->setFocus();
        text->setCursorPosition(0, 16);
        QTest::keyClicks(text, u"Oh "_s);
        QTRY_VERIFY(plain->toPlainText().startsWith(u"Oh Hello"_s));
    }

    void whatIsRefusedIsSaid()
    {
        open(u"email/far"_s);
        // It cannot be published, and is shown all the same.
        QTRY_VERIFY_WITH_TIMEOUT(letter().contains(u'x'), 20000);
        auto* about = part<QLabel>(u"previewAbout"_s);
        QTRY_VERIFY(about->isVisible());
        QCOMPARE(about->toolTip(), u"https://e.org/logo.png"_s);
        picture(u"preview-refused"_s);
    }

    void besideWhatIsPublished()
    {
        open(u"email/greeting"_s);
        QTRY_VERIFY_WITH_TIMEOUT(letter().contains(u"Dear name"_s), 20000);
        press(u"publishedView"_s);
        auto* status = part<QLabel>(u"compareStatus"_s);
        auto* tabs = part<QTabWidget>(u"compareTabs"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tabs->isVisible(), 20000);
        QTRY_VERIFY(status->text().contains(u"differences"_s));
        auto* published = part<QWidget>(u"publishedLetter"_s)->findChild<QTextBrowser*>();
        QVERIFY(published);
        QVERIFY(published->toPlainText().contains(u"Dear old name"_s));
        QVERIFY(published->toHtml().contains(u"line-through"_s));
        picture(u"preview-published"_s);
        tabs->setCurrentIndex(1);
        QVERIFY(part<DiffView>(u"compareTexts"_s)->differs());
        tabs->setCurrentIndex(2);
        QVERIFY(part<DiffView>(u"compareSources"_s)->differs());
        picture(u"preview-published-source"_s);
        open(u"inbox/note"_s);
        // Not published: said, with what to do.
        QTRY_VERIFY(!tabs->isVisible());
    }

    void whatHtmlParsingDid()
    {
        open(u"email/torn"_s);
        press(u"preparationView"_s);
        auto* status = part<QLabel>(u"preparationStatus"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status->text().contains(u"changed"_s), 20000);
        auto* result = part<TemplateEditor>(u"preparationResult"_s);
        QVERIFY(result->text().contains(u"[#if=\"\""_s));
        QVERIFY(!result->problems().isEmpty());
        QVERIFY(!part<TemplateEditor>(u"preparationSource"_s)->problems().isEmpty());
        picture(u"preview-parsing"_s);
        // A click leads to the author's line.
        const int line = result->problems().first().line - 1;
        const auto position = result->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line) + 6;
        const auto x = result->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0, position);
        const auto y = result->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0, position);
        QTest::mouseClick(result->viewport(), Qt::LeftButton, {}, QPoint(int(x) + 1, int(y) + 4));
        int at = -1;
        int column = 0;
        QTRY_VERIFY((editor(u"notification.ftlh"_s)->getCursorPosition(&at, &column), at == 2));
        open(u"inbox/note"_s);
        QTRY_VERIFY(!part<QToolButton>(u"preparationView"_s)->isVisible());
    }

    void cardsOfInboxAndDiia()
    {
        open(u"inbox/note"_s);
        auto* text = part<QLabel>(u"cardText"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"Note &lt;b&gt;x&lt;/b&gt;"_s), 20000);
        QVERIFY(!part<QLabel>(u"cardTitleCounter"_s)->isVisible());
        picture(u"preview-inbox"_s);
        open(u"diia/push"_s);
        QTRY_VERIFY(text->text().contains(u"Hello name"_s));
        QVERIFY(part<QLabel>(u"cardTitleCounter"_s)->text().contains(u"70 of 60"_s));
        QVERIFY(part<QLabel>(u"cardTitle"_s)->text().contains(u"<span style=\"background"_s));
        picture(u"preview-diia"_s);
    }

    void namedSampleSets()
    {
        open(u"email/greeting"_s);
        QTRY_VERIFY_WITH_TIMEOUT(letter().contains(u"Dear name"_s), 20000);
        auto* sets = part<QComboBox>(u"sampleSets"_s);
        auto* json = part<JsonEditor>(u"sampleEditor"_s);
        auto* status = part<QLabel>(u"sampleStatus"_s);
        QCOMPARE(sets->currentText(), u"Sample"_s);
        trigger(u"duplicateSample"_s);
        answer(u"Second"_s);
        QTRY_COMPARE(sets->count(), 2);
        QCOMPARE(sets->currentText(), u"Second"_s);
        json->setText(uR"({"name": "Ada", "odd": {"x": 1}})"_s);
        QTRY_VERIFY(status->text().contains(u"Missing: items[].t"_s) || status->text().contains(u"Missing: items"_s));
        QVERIFY(status->text().contains(u"Never read: odd"_s));
        picture(u"preview-missing"_s);
        Q_EMIT status->linkActivated(u"add"_s);
        QTRY_VERIFY(!status->text().contains(u"Missing"_s));
        QTRY_VERIFY(letter().contains(u"Dear Ada"_s));
        trigger(u"renameSample"_s);
        answer(u"Ada"_s);
        QTRY_COMPARE(sets->currentText(), u"Ada"_s);
        trigger(u"shareSample"_s);
        QTRY_VERIFY(
            QFile::exists(m_folder->filePath(u"regulation/.notification-console/samples/email/greeting/Ada.json"_s)));
        // Another template and back: the set that was in front is in front again.
        open(u"inbox/note"_s);
        QTRY_COMPARE(sets->currentText(), u"Sample"_s);
        open(u"email/greeting"_s);
        QTRY_COMPARE(sets->currentText(), u"Ada"_s);
        QTRY_VERIFY(letter().contains(u"Dear Ada"_s));
        sets->setFocus();
        QTest::keyClick(sets, Qt::Key_Down);
        QTRY_COMPARE(sets->currentText(), u"Sample"_s);
        QTRY_VERIFY(letter().contains(u"Dear name"_s));
        trigger(u"removeSample"_s);
        QTRY_VERIFY(m_app->window().findChild<QPushButton*>(u"confirmButton"_s));
        QTest::mouseClick(m_app->window().findChild<QPushButton*>(u"confirmButton"_s), Qt::LeftButton);
        QTRY_COMPARE(sets->count(), 1);
        QCOMPARE(sets->currentText(), u"Ada"_s);
    }

    void aRealEventBecomesASampleSet()
    {
        const QString name = u"greeting"_s;
        const auto writer = RecordWriter::open(m_sandbox->profile().kafka, *testSending());
        QVERIFY(writer);
        const TaskContext task;
        Record record;
        record.topic = u"user-notifications"_s;
        record.partition = 0;
        record.value = R"({"notification":{"templateName":"greeting"},"recipients":[{"id":"a1","realm":"CITIZEN",)"
                       R"("parameters":{"name":"ada@example.org","items":[{"t":"real"}]}}]})";
        QVERIFY((*writer)->enqueue(
            record, 0, [](const auto&, qint64) {}, task));
        QVERIFY((*writer)->flush(task));
        open(u"email/greeting"_s);
        QTRY_VERIFY_WITH_TIMEOUT(letter().contains(u"Dear name"_s), 20000);
        QTest::mouseClick(part<QPushButton>(u"takeEventButton"_s), Qt::LeftButton);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget* dialog = QApplication::activeModalWidget();
        auto* take = dialog->findChild<QPushButton*>(u"takeEvent"_s);
        QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), 20000);
        auto* table = dialog->findChild<DataTable*>(u"templateEvents"_s);
        QVERIFY(!table->source()->index(0, 4).data().toString().contains(u"ada@example"_s));
        picture(u"preview-events"_s, dialog);
        QTest::mouseClick(take, Qt::LeftButton);
        QTRY_VERIFY(part<QComboBox>(u"sampleSets"_s)->currentText().startsWith(u"user-notifications:0:"_s));
        QTRY_VERIFY(letter().contains(u"Dear ada@example.org"_s));
        QVERIFY(letter().contains(u"real"_s));
    }

    /// As the failures' page asks for it.
    void opensWithAnEventsParameters()
    {
        page()->open({{u"channel"_s, u"inbox"_s}, {u"name"_s, u"note"_s},
            {u"event"_s, QByteArray(R"({"x":"of the event"})")}, {u"eventName"_s, u"user-notifications:3:7"_s}});
        QTRY_COMPARE(part<QComboBox>(u"sampleSets"_s)->currentText(), u"user-notifications:3:7"_s);
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(u"cardText"_s)->text().contains(u"of the event"_s), 20000);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    gui::initResources();
    TestPreview test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_preview.moc"
