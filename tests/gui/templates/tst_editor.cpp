#include "../../support/patience.h"
#include "widgets/editor/editorcompletion.h"
#include "widgets/editor/editorstructure.h"
#include "widgets/editor/findbar.h"
#include "widgets/editor/templateeditor.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace nc;

/// The editor by itself: folds, pairs, completion, find and replace, by keys as a person types them.
class TestEditor : public QObject {
    Q_OBJECT

    std::unique_ptr<TemplateEditor> m_editor;

    void show(TemplateSyntax syntax, const QString& text)
    {
        m_editor = std::make_unique<TemplateEditor>(syntax);
        m_editor->load(text);
        m_editor->resize(600, 400);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
        m_editor->setFocus();
    }
    int foldLevel(int line) const
    {
        return int(m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, static_cast<unsigned long>(line)))
            & QsciScintilla::SC_FOLDLEVELNUMBERMASK;
    }
    bool isHeader(int line) const
    {
        return m_editor->SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, static_cast<unsigned long>(line))
            & QsciScintilla::SC_FOLDLEVELHEADERFLAG;
    }

private Q_SLOTS:
    void cleanup() { m_editor.reset(); }

    void folds()
    {
        show(TemplateSyntax::Letter,
            u"<table>\n[#list xs as x]\n<tr>\n<td>${x}</td>\n</tr>\n[/#list]\n</table>\n<p>short</p>\n"_s);
        QVERIFY(isHeader(0) && isHeader(1) && isHeader(2));
        QVERIFY(!isHeader(3) && !isHeader(7));
        QCOMPARE(foldLevel(3) - foldLevel(0), 3);
        QCOMPARE(foldLevel(7), foldLevel(0));
        m_editor->foldLine(1);
        QVERIFY(!m_editor->SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, 3UL));
        // A click on a problem in there opens it again.
        m_editor->goTo(4, 1);
        QVERIFY(m_editor->SendScintilla(QsciScintilla::SCI_GETLINEVISIBLE, 3UL));
        m_editor->load(u"a {\n b: c;\n}\n"_s);
        TemplateEditor sheet(TemplateSyntax::Sheet);
        sheet.load(u"a {\n b: c;\n}\n"_s);
        QVERIFY(sheet.SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, 0UL) & QsciScintilla::SC_FOLDLEVELHEADERFLAG);
    }

    void followsTheTyping()
    {
        show(TemplateSyntax::Letter, u"[#if a]\nї\n"_s);
        QVERIFY(!isHeader(0));
        m_editor->setCaret(m_editor->text().size());
        QTest::keyClicks(m_editor.get(), u"[/#if]"_s);
        QTRY_VERIFY(isHeader(0));
        QTRY_COMPARE(m_editor->structure()->matchingTexts(), (QStringList{u"[#if a]"_s, u"[/#if]"_s}));
        m_editor->setCaret(9);
        QTRY_COMPARE(m_editor->structure()->matchingTexts(), QStringList());
    }

    void goesToDefinitionsAndEnds()
    {
        show(TemplateSyntax::Letter, u"[#macro box t]ї${t}[/#macro]\n\n<p>[@box t='a'/]</p>"_s);
        m_editor->setCaret(m_editor->text().indexOf(u"box t='a'"_s) + 1);
        QVERIFY(m_editor->structure()->goToDefinition());
        QCOMPARE(m_editor->caret(), 0);
        QVERIFY(m_editor->structure()->goToPartner());
        QCOMPARE(m_editor->caret(), m_editor->text().indexOf(u"[/#macro]"_s));
        m_editor->setCaret(m_editor->text().indexOf(u"<p>"_s) + 1);
        QVERIFY(!m_editor->structure()->goToDefinition());
    }

    void completesWhileTyping()
    {
        show(TemplateSyntax::Letter, u"ї\n"_s);
        KnownNames names;
        names.addJson(R"({"fullName":"x","items":[{"title":"y"}]})");
        m_editor->completion()->setNames(names);
        m_editor->setCaret(m_editor->text().size());
        QTest::keyClicks(m_editor.get(), u"[#li"_s);
        QCOMPARE(m_editor->completion()->offered(), QStringList{u"list"_s});
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QCOMPARE(m_editor->text(), u"ї\n[#list  as item][/#list]"_s);
        QTest::keyClicks(m_editor.get(), u"it"_s);
        QCOMPARE(m_editor->completion()->offered(), QStringList{u"items"_s});
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_editor->text(), u"ї\n[#list items as item][/#list]"_s);
        m_editor->setCaret(m_editor->text().indexOf(u"[/#list]"_s));
        QTest::keyClicks(m_editor.get(), u"${item."_s);
        QCOMPARE(m_editor->completion()->offered(), QStringList{u"title"_s});
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), u"?htm"_s);
        QCOMPARE(m_editor->completion()->offered(), QStringList{u"html"_s});
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), u"}"_s);
        QCOMPARE(m_editor->text(), u"ї\n[#list items as item]${item.title?html}[/#list]"_s);
        // Prose is left in peace; Escape closes.
        m_editor->setCaret(1);
        QTest::keyClicks(m_editor.get(), u" text."_s);
        QCOMPARE(m_editor->completion()->offered(), QStringList());
        QTest::keyClicks(m_editor.get(), u"${"_s);
        QVERIFY(!m_editor->completion()->offered().isEmpty());
        QTest::keyClick(m_editor.get(), Qt::Key_Escape);
        QCOMPARE(m_editor->completion()->offered(), QStringList());
        QVERIFY(m_editor->completion()->offer());
    }

    void editsAreOneStep()
    {
        show(TemplateSyntax::Text, u"ї [=a] [=b]"_s);
        m_editor->apply({{2, 2, u"${"_s}, {5, 1, u"}"_s}, {7, 2, u"${"_s}, {10, 1, u"}"_s}});
        QCOMPARE(m_editor->text(), u"ї ${a} ${b}"_s);
        m_editor->undo();
        QCOMPARE(m_editor->text(), u"ї [=a] [=b]"_s);
    }

    void findsAndReplaces()
    {
        show(TemplateSyntax::Text, u"ї one two\nOne three one"_s);
        FindBar bar;
        bar.setEditor(m_editor.get());
        bar.open(true);
        auto* line = bar.findChild<QLineEdit*>(u"findLine"_s);
        auto* by = bar.findChild<QLineEdit*>(u"replaceLine"_s);
        auto* count = bar.findChild<QLabel*>(u"findCount"_s);
        QTest::keyClicks(line, u"one"_s);
        QCOMPARE(count->text(), u"Found: 3"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTest::keyClick(line, Qt::Key_Return);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(count->text(), u"3 of 3"_s);
        QCOMPARE(m_editor->selectedText(), u"one"_s);
        QCOMPARE(m_editor->caret(), m_editor->text().size());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(count->text(), u"1 of 3"_s);
        QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count->text(), u"3 of 3"_s);
        QTest::mouseClick(bar.findChild<QToolButton*>(u"findCase"_s), Qt::LeftButton);
        QVERIFY(count->text().endsWith(u"2"_s));

        QTest::mouseClick(bar.findChild<QToolButton*>(u"findRegex"_s), Qt::LeftButton);
        line->clear();
        QTest::keyClicks(line, u"(\\w+) (t\\w+)"_s);
        QTest::keyClicks(by, u"$2-$1"_s);
        QTest::mouseClick(bar.findChild<QPushButton*>(u"replaceAllButton"_s), Qt::LeftButton);
        QCOMPARE(m_editor->text(), u"ї two-one\nthree-One one"_s);
        m_editor->undo();
        QCOMPARE(m_editor->text(), u"ї one two\nOne three one"_s);
        line->setText(u"("_s);
        QCOMPARE(count->text(), u"Wrong expression"_s);
        line->setText(u"nothing"_s);
        QCOMPARE(count->text(), u"Not found"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
    }

    void replacesOneByOne()
    {
        show(TemplateSyntax::Text, u"a a a"_s);
        FindBar bar;
        bar.setEditor(m_editor.get());
        bar.open(true);
        QTest::keyClicks(bar.findChild<QLineEdit*>(u"findLine"_s), u"a"_s);
        auto* by = bar.findChild<QLineEdit*>(u"replaceLine"_s);
        QTest::keyClicks(by, u"aa"_s);
        QTest::keyClick(by, Qt::Key_Return); // to the first
        QTest::keyClick(by, Qt::Key_Return);
        QCOMPARE(m_editor->text(), u"aa a a"_s);
        QTest::keyClick(by, Qt::Key_Return);
        QCOMPARE(m_editor->text(), u"aa aa a"_s);
    }

    void commentsAndBack()
    {
        show(TemplateSyntax::Letter, u"<p>a</p>"_s);
        m_editor->toggleComment();
        QCOMPARE(m_editor->text(), u"[#-- <p>a</p> --]"_s);
        m_editor->toggleComment();
        QCOMPARE(m_editor->text(), u"<p>a</p>"_s);
    }

    void tenMegabytes()
    {
        QString text = QString(u"<p>[#if a]${b}[/#if]</p>\n"_s).repeated(400'000);
        show(TemplateSyntax::Letter, text);
        QCOMPARE(m_editor->length(), int(text.size()));
        QTest::keyClicks(m_editor.get(), u"x"_s);
        QCOMPARE(m_editor->length(), int(text.size()) + 1);
    }
};

QTEST_MAIN(TestEditor)
#include "tst_editor.moc"
