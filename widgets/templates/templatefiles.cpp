#include "widgets/templates/templatefiles.h"

#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/noticebar.h"
#include "widgets/templates/metadataform.h"
#include "widgets/templates/templateeditor.h"

#include <QBoxLayout>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

TemplateSyntax syntaxOf(const DraftFile& file, Channel channel)
{
    if (file.name.endsWith(".yml"_L1))
        return TemplateSyntax::Yaml;
    if (file.name.startsWith("css/"_L1))
        return TemplateSyntax::Sheet;
    return channel == Channel::Email ? TemplateSyntax::Letter
        : channel == Channel::Inbox  ? TemplateSyntax::Text
                                     : TemplateSyntax::Diia;
}

Tone toneOf(Severity severity)
{
    return severity == Severity::Error ? Tone::Error : severity == Severity::Warning ? Tone::Warning : Tone::Neutral;
}

} // namespace

TemplateFiles::TemplateFiles(QWidget* parent)
    : QTabWidget(parent)
{
    setObjectName(u"templateFiles"_s);
    setDocumentMode(true);
}

void TemplateFiles::setDraft(TemplateDraft* draft)
{
    if (m_draft)
        disconnect(m_draft, nullptr, this, nullptr);
    m_draft = draft;
    m_form = nullptr;
    m_editors.clear();
    while (count() > 0)
        delete widget(0);
    if (!m_draft)
        return;
    for (const QString& name : m_draft->names())
        addFile(*m_draft->file(name));
    connect(m_draft, &TemplateDraft::dirtyChanged, this, &TemplateFiles::retitle);
    connect(m_draft, &TemplateDraft::reloaded, this, &TemplateFiles::reload);
    setCurrentIndex(0);
}

void TemplateFiles::addFile(const DraftFile& file)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* editor = new TemplateEditor(syntaxOf(file, m_draft->key().channel), page);
    editor->setObjectName(u"editor."_s + file.name);
    if (file.name == metadataFileName()) {
        m_form = new MetadataForm(page);
        m_form->setTemplate(m_draft->key().channel, file.text);
        column->addWidget(m_form);
        connect(m_form, &MetadataForm::edited, editor, &TemplateEditor::replaceText);
        connect(editor, &TemplateEditor::edited, m_form, [this, editor] { m_form->setText(editor->text()); });
    }
    if (!file.editable) {
        auto* notice = new NoticeBar(page);
        notice->show({Tone::Warning, tr("This file is not UTF-8 text, so it cannot be edited here."), {}, {}});
        column->addWidget(notice);
        editor->setReadOnly(true);
    }
    column->addWidget(editor, 1);
    editor->load(file.text);
    m_editors.insert(file.name, editor);
    addTab(page, titleOf(file));
    connect(editor, &TemplateEditor::edited, this, [this, editor, name = file.name] {
        m_draft->setText(name, editor->text());
        Q_EMIT edited();
    });
    editor->setAccessibleName(titleOf(file));
}

QString TemplateFiles::titleOf(const DraftFile& file) const
{
    const QString title = file.name == m_draft->contentName() ? tr("Content")
        : file.name == metadataFileName()                     ? tr("Metadata")
                                                              : QFileInfo(file.name).fileName();
    return file.isDirty() ? title + u" •"_s : title;
}

void TemplateFiles::retitle()
{
    const QStringList names = m_draft ? m_draft->names() : QStringList();
    for (int tab = 0; tab < names.size(); ++tab)
        setTabText(tab, titleOf(*m_draft->file(names[tab])));
}

void TemplateFiles::retranslate()
{
    retitle();
    if (m_form)
        m_form->retranslate();
}

void TemplateFiles::reload(const QString& name)
{
    const DraftFile* file = m_draft->file(name);
    TemplateEditor* editor = m_editors.value(name);
    if (!file || !editor)
        return;
    // Can be undone: what was typed before is not lost by taking theirs.
    editor->replaceText(file->text);
    retitle();
}

QString TemplateFiles::currentFile() const
{
    return m_draft ? m_draft->names().value(currentIndex()) : QString();
}

bool TemplateFiles::goTo(const QString& path, int line, int column)
{
    const QStringList names = m_draft ? m_draft->names() : QStringList();
    for (int tab = 0; tab < names.size(); ++tab) {
        const QString full = m_draft->file(names[tab])->path;
        if (QFileInfo(full).absoluteFilePath() != QFileInfo(path).absoluteFilePath())
            continue;
        setCurrentIndex(tab);
        m_editors.value(names[tab])->goTo(line, column);
        return true;
    }
    return false;
}

void TemplateFiles::setProblems(const QList<Problem>& problems)
{
    if (!m_draft)
        return;
    for (const QString& name : m_draft->names()) {
        QList<CodeProblem> marks;
        const QString path = QFileInfo(m_draft->file(name)->path).absoluteFilePath();
        for (const Problem& problem : problems) {
            if (QFileInfo(problem.path).absoluteFilePath() == path) {
                marks.append(
                    {problem.line, problem.column, 0, toneOf(problem.severity), sentenceFor(problem.error).what});
            }
        }
        m_editors.value(name)->setProblems(marks);
    }
}

} // namespace nc
