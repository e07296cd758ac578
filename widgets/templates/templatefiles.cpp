#include "widgets/templates/templatefiles.h"

#include "widgets/common/noticebar.h"
#include "widgets/common/timewords.h"
#include "widgets/editor/editorcompletion.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/templates/metadataform.h"
#include "widgets/templates/picturespane.h"

#include <QBoxLayout>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QTabBar>
#include <QToolButton>

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
    setAcceptDrops(true);
    tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tabBar(), &QWidget::customContextMenuRequested, this, &TemplateFiles::showTabMenu);
}

void TemplateFiles::setDraft(TemplateDraft* draft)
{
    if (m_draft)
        disconnect(m_draft, nullptr, this, nullptr);
    m_draft = draft;
    m_form = nullptr;
    m_pictures = nullptr;
    m_editors.clear();
    m_status.clear();
    m_notices.clear();
    m_tabs.clear();
    delete std::exchange(m_newSheet, nullptr);
    while (count() > 0)
        delete widget(0);
    if (!m_draft)
        return;
    for (const QString& name : m_draft->names())
        addFile(count(), *m_draft->file(name));
    if (m_draft->key().channel == Channel::Email) {
        addPictures();
        m_newSheet = new QToolButton(this);
        m_newSheet->setObjectName(u"newSheetButton"_s);
        m_newSheet->setAutoRaise(true);
        m_newSheet->setIcon(icon(Icon::Add));
        m_newSheet->setToolTip(tr("New style sheet…"));
        m_newSheet->setAccessibleName(tr("New style sheet…"));
        connect(m_newSheet, &QToolButton::clicked, this, &TemplateFiles::newSheetAsked);
        setCornerWidget(m_newSheet);
        m_newSheet->show();
    }
    connect(m_draft, &TemplateDraft::filesChanged, this, &TemplateFiles::syncFiles);
    connect(m_draft, &TemplateDraft::dirtyChanged, this, &TemplateFiles::retitle);
    connect(m_draft, &TemplateDraft::reloaded, this, &TemplateFiles::reload);
    setCurrentIndex(0);
    showStatus();
    connect(this, &QTabWidget::currentChanged, this, &TemplateFiles::showStatus, Qt::UniqueConnection);
}

void TemplateFiles::addFile(int index, const DraftFile& file)
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
        notice->show({Tone::Warning,
            file.leadsOut ? tr("This file is a link out of the regulation; it is neither read nor written here.")
                          : tr("This file is not UTF-8 text, so it cannot be edited here. Alt+Enter offers a way."),
            {}, {}});
        column->addWidget(notice);
        editor->setReadOnly(true);
        m_notices.insert(file.name, notice);
    }
    column->addWidget(editor, 1);
    auto* status = new QLabel(page);
    status->setObjectName(u"status."_s + file.name);
    status->setContentsMargins(metrics::unit, metrics::half, metrics::unit, metrics::half);
    setTextSize(status, TextSize::Caption);
    column->addWidget(status);
    m_status.insert(file.name, status);
    editor->load(file.text);
    m_editors.insert(file.name, editor);
    connect(editor, &QsciScintilla::cursorPositionChanged, this, &TemplateFiles::showStatus);
    connect(editor, &QsciScintilla::textChanged, this, &TemplateFiles::showStatus);
    connect(editor, &TemplateEditor::problemClicked, this, &TemplateFiles::problemClicked);
    insertTab(index, page, titleOf(file));
    m_tabs.insert(index, file.name);
    for (QWidget* target : {static_cast<QWidget*>(editor), editor->viewport()})
        target->installEventFilter(this);
    connect(editor, &TemplateEditor::edited, this, [this, editor, name = file.name] {
        m_draft->setText(name, editor->text());
        Q_EMIT edited();
    });
    editor->setAccessibleName(titleOf(file));
}

/// Sheets have come or gone.
void TemplateFiles::syncFiles()
{
    const QStringList names = m_draft->names();
    for (qsizetype tab = m_tabs.size() - 1; tab >= 0; --tab) {
        const QString name = m_tabs[tab];
        if (names.contains(name))
            continue;
        m_editors.remove(name);
        m_status.remove(name);
        m_notices.remove(name);
        m_tabs.removeAt(tab);
        delete widget(int(tab));
    }
    for (qsizetype tab = 0; tab < names.size(); ++tab) {
        if (m_tabs.value(tab) != names[tab])
            addFile(int(tab), *m_draft->file(names[tab]));
    }
    showStatus();
    Q_EMIT currentChanged(currentIndex());
}

void TemplateFiles::showTabMenu(const QPoint& at)
{
    const QString name = m_tabs.value(tabBar()->tabAt(at));
    if (!m_newSheet)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"sheetMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(Icon::Add), tr("New style sheet…")), &QAction::triggered, this,
        &TemplateFiles::newSheetAsked);
    if (name.startsWith("css/"_L1)) {
        connect(menu->addAction(icon(Icon::Edit), tr("Rename…")), &QAction::triggered, this,
            [this, name] { Q_EMIT renameSheetAsked(name); });
        connect(menu->addAction(icon(Icon::Trash), tr("Delete")), &QAction::triggered, this,
            [this, name] { Q_EMIT removeSheetAsked(name); });
    }
    menu->popup(tabBar()->mapToGlobal(at));
}

bool TemplateFiles::takesDrop(const QDropEvent& event) const
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return m_pictures && !urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile);
}

void TemplateFiles::takeDrop(QDropEvent& event)
{
    QStringList sheets;
    QStringList pictures;
    for (const QUrl& url : event.mimeData()->urls()) {
        const QString path = url.toLocalFile();
        (path.endsWith(".css"_L1, Qt::CaseInsensitive) ? sheets : pictures) += path;
    }
    event.acceptProposedAction();
    if (!pictures.isEmpty()) {
        setCurrentWidget(m_pictures);
        m_pictures->add(pictures);
    }
    if (!sheets.isEmpty())
        Q_EMIT sheetsDropped(sheets);
}

bool TemplateFiles::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        if (takesDrop(*drop)) {
            if (type == QEvent::Drop)
                takeDrop(*drop);
            else
                drop->acceptProposedAction();
            return true;
        }
    }
    return QTabWidget::eventFilter(watched, event);
}

void TemplateFiles::dragEnterEvent(QDragEnterEvent* event)
{
    if (takesDrop(*event))
        event->acceptProposedAction();
}

void TemplateFiles::dropEvent(QDropEvent* event)
{
    if (takesDrop(*event))
        takeDrop(*event);
}

void TemplateFiles::addPictures()
{
    m_pictures = new PicturesPane;
    m_pictures->setTemplate(m_draft->directory().path);
    m_pictures->setContent(m_draft->file(m_draft->contentName())->text);
    addTab(m_pictures, tr("Pictures"));
    connect(this, &QTabWidget::currentChanged, m_pictures, [this] {
        // The bar that counts belongs to the texts; here the list is looked at anew.
        if (currentWidget() == m_pictures)
            m_pictures->setContent(m_draft->file(m_draft->contentName())->text);
    });
    connect(m_pictures, &PicturesPane::changed, this, &TemplateFiles::picturesChanged);
    connect(m_pictures, &PicturesPane::failed, this, &TemplateFiles::failed);
    connect(m_pictures, &PicturesPane::insertAsked, this, [this](const QString& tag) {
        setCurrentIndex(0);
        TemplateEditor* content = currentEditor();
        const qsizetype at = content->caret();
        content->apply({{at, 0, tag}});
        content->setCaret(at + tag.size());
        content->setFocus();
    });
}

void TemplateFiles::setNames(const KnownNames& names)
{
    for (TemplateEditor* editor : std::as_const(m_editors)) {
        if (EditorCompletion* completion = editor->completion())
            completion->setNames(names);
    }
}

void TemplateFiles::changeEvent(QEvent* event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_draft)
        showStatus();
}

void TemplateFiles::showStatus()
{
    const QString name = currentFile();
    TemplateEditor* editor = m_editors.value(name);
    QLabel* label = m_status.value(name);
    if (!editor || !label)
        return;
    int line = 0;
    int column = 0;
    editor->getCursorPosition(&line, &column);
    // Characters as people count them; of the text in the draft, which is the editor's.
    const DraftFile* file = m_draft->file(name);
    if (!file)
        return;
    const QString& text = file->text;
    const qsizetype count = text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
    constexpr qsizetype diiaLimit = 2048;
    const bool limited = m_draft->key().channel == Channel::Diia && name == m_draft->contentName();
    QString words = tr("Line %1, column %2").arg(line + 1).arg(column + 1) + u"  ·  "_s;
    words += limited ? tr("%1 of %2 characters that Diia shows").arg(groupedNumber(count), groupedNumber(diiaLimit))
                     : tr("%1 characters").arg(groupedNumber(count));
    if (editor->hasSelectedText())
        words += u"  ·  "_s + tr("%1 selected").arg(groupedNumber(editor->selectedText().size()));
    label->setText(words);
    const Colors& c = colorsFor(palette());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, limited && count > diiaLimit ? c.warning : c.muted);
    label->setPalette(colours);
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
    for (int tab = 0; tab < m_tabs.size(); ++tab) {
        if (const DraftFile* file = m_draft->file(m_tabs[tab]))
            setTabText(tab, titleOf(*file));
    }
}

void TemplateFiles::retranslate()
{
    retitle();
    if (m_form)
        m_form->retranslate();
    if (m_pictures) {
        m_pictures->retranslate();
        setTabText(indexOf(m_pictures), tr("Pictures"));
    }
    if (m_newSheet) {
        m_newSheet->setToolTip(tr("New style sheet…"));
        m_newSheet->setAccessibleName(tr("New style sheet…"));
    }
    showStatus();
}

void TemplateFiles::reload(const QString& name)
{
    const DraftFile* file = m_draft->file(name);
    TemplateEditor* editor = m_editors.value(name);
    if (!file || !editor)
        return;
    editor->setReadOnly(!file->editable);
    if (file->editable && m_notices.contains(name))
        m_notices.take(name)->deleteLater();
    // Can be undone: what was typed before is not lost by taking theirs.
    editor->replaceText(file->text);
    retitle();
}

QString TemplateFiles::currentFile() const
{
    return m_tabs.value(currentIndex());
}

bool TemplateFiles::goTo(const QString& path, int line, int column)
{
    for (int tab = 0; tab < m_tabs.size(); ++tab) {
        const DraftFile* file = m_draft->file(m_tabs[tab]);
        if (!file)
            continue;
        const QString full = file->path;
        if (QFileInfo(full).absoluteFilePath() != QFileInfo(path).absoluteFilePath())
            continue;
        setCurrentIndex(tab);
        // Without a line only the file comes to the front.
        if (line > 0)
            m_editors.value(m_tabs[tab])->goTo(line, column);
        return true;
    }
    return false;
}

void TemplateFiles::setProblems(const QList<Problem>& problems)
{
    if (!m_draft)
        return;
    for (const QString& name : std::as_const(m_tabs)) {
        if (!m_draft->file(name))
            continue;
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
