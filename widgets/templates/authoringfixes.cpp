#include "templates/lint/quickfix.h"
#include "widgets/editor/fixmenu.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/templates/authoringpane.h"
#include "widgets/templates/templatefiles.h"

using namespace Qt::StringLiterals;

namespace nc {

void AuthoringPane::showFixes()
{
    TemplateEditor* text = editor();
    if (!text)
        return;
    int line = 0;
    int column = 0;
    text->getCursorPosition(&line, &column);
    const auto caret = static_cast<unsigned long>(text->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
    const QPoint at(int(text->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, long(caret))),
        int(text->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, long(caret)))
            + int(text->SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL)));
    showFixesOfLine(line + 1, text->viewport()->mapToGlobal(at));
}

void AuthoringPane::showFixesOfLine(int line, const QPoint& at)
{
    const DraftFile* file = currentFile();
    if (!file)
        return;
    if (!m_workbench.isChecked()) {
        // Where the problems stand is only known again after the check, which is made at once.
        m_fixesAsked = Asked{line, at};
        m_workbench.textsChanged(true);
        return;
    }
    QList<Problem> here;
    QList<Problem> elsewhere;
    for (const Problem& problem : m_workbench.problems())
        (problem.path == file->path && problem.line == line ? here : elsewhere).append(problem);
    if (!here.isEmpty())
        showFixesOf(here, at);
    else if (!elsewhere.isEmpty())
        showFixesOf(elsewhere.mid(0, 5), at);
}

void AuthoringPane::showFixesOf(const QList<Problem>& problems, const QPoint& at)
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft)
        return;
    const DraftFile* content = draft->file(draft->contentName());
    const DraftFile* metadata = draft->file(metadataFileName());
    FixTexts texts{draft->key(), draft->directory().path, content->text, content->saved, {}};
    if (metadata->exists || !metadata->text.isEmpty())
        texts.metadata = metadata->text;
    QList<ProblemFixes> offers;
    for (const Problem& problem : problems)
        offers.append({problem, quickFixes(problem, texts)});
    showFixMenu(this, at, offers, [this, key = draft->key(), texts](const QuickFix& fix) {
        const TemplateDraft* now = m_workbench.current();
        if (!now || now->key() != key)
            return;
        const DraftFile* yml = now->file(metadataFileName());
        const bool same =
            now->file(now->contentName())->text == texts.content && (!texts.metadata || yml->text == *texts.metadata);
        // Somebody else's edit came in while the menu was open: its places are not those of the fix.
        if (same)
            takeFix(fix);
        else
            m_workbench.textsChanged(true);
    });
}

void AuthoringPane::takeFix(const QuickFix& fix)
{
    if (fix.kind == QuickFix::Kind::Remove) {
        Q_EMIT fileRemovalAsked(fix.file);
        return;
    }
    if (fix.kind == QuickFix::Kind::ToJpeg) {
        Q_EMIT conversionAsked(fix);
        return;
    }
    TemplateDraft* draft = m_workbench.current();
    TemplateFiles* files = currentFiles();
    TemplateEditor* text = draft && files ? files->editor(fix.file) : nullptr;
    if (!text)
        return;
    if (fix.kind == QuickFix::Kind::Show) {
        files->goTo(draft->file(fix.file)->path, 0, 0);
        text->select(fix.show.begin, fix.show.begin + fix.show.length);
        text->setFocus();
        return;
    }
    // What could not be edited becomes text; what was on disk stays there until it is saved.
    if (fix.whole && !draft->file(fix.file)->editable)
        draft->convert(fix.file, *fix.whole);
    else if (fix.whole)
        text->replaceText(*fix.whole);
    else
        text->apply(fix.edits);
    files->goTo(draft->file(fix.file)->path, 0, 0);
    m_workbench.textsChanged(true);
}

void AuthoringPane::applyToContent(const QList<TextEdit>& edits)
{
    const TemplateDraft* draft = m_workbench.current();
    TemplateEditor* text = draft && currentFiles() ? currentFiles()->editor(draft->contentName()) : nullptr;
    if (text && !edits.isEmpty())
        text->apply(edits);
}

void AuthoringPane::replaceInContent(const QStringList& what, const QStringList& by)
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft)
        return;
    const QString content = draft->file(draft->contentName())->text;
    QList<TextEdit> edits;
    for (qsizetype i = 0; i < what.size(); ++i) {
        for (qsizetype at = content.indexOf(what[i]); at >= 0; at = content.indexOf(what[i], at + what[i].size()))
            edits.append({at, what[i].size(), by[i]});
    }
    applyToContent(edits);
}

} // namespace nc
