#include "widgets/templates/authoringpane.h"

#include "core/errors.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/stateview.h"
#include "widgets/editor/conflictbar.h"
#include "widgets/editor/editorcompletion.h"
#include "widgets/editor/editorstructure.h"
#include "widgets/editor/findbar.h"
#include "widgets/editor/mergedialog.h"
#include "widgets/editor/problemspane.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/editor/variablespane.h"
#include "widgets/preview/previewpane.h"
#include "widgets/preview/sampledatapane.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/metrics.h"
#include "widgets/templates/templatefiles.h"
#include "widgets/templates/templatetreeview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QSplitter* split(Qt::Orientation orientation, const QString& name, QList<QWidget*> parts, QList<int> shares)
{
    auto* splitter = new QSplitter(orientation);
    splitter->setObjectName(name);
    splitter->setChildrenCollapsible(false);
    for (QWidget* part : parts)
        splitter->addWidget(part);
    for (qsizetype i = 0; i < shares.size(); ++i)
        splitter->setStretchFactor(int(i), shares[i]);
    // Until somebody moves it; Qt scales these to the room there is.
    for (int& share : shares)
        share *= 100;
    splitter->setSizes(shares);
    return splitter;
}

} // namespace

AuthoringPane::AuthoringPane(TemplateWorkbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_filter(new QLineEdit)
    , m_tree(new TemplateTreeView(workbench.tree()))
    , m_conflict(new ConflictBar)
    , m_files(new QStackedWidget)
    , m_find(new FindBar)
    , m_bottom(new QTabWidget)
    , m_problems(new ProblemsPane)
    , m_variables(new VariablesPane)
    , m_preview(new PreviewPane)
    , m_sample(new SampleDataPane)
{
    m_filter->setObjectName(u"templateFilter"_s);
    m_filter->setClearButtonEnabled(true);
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addWidget(m_filter);
    leftColumn->addWidget(m_tree, 1);
    left->setMinimumWidth(220);

    auto* middle = new QWidget;
    auto* middleColumn = new QVBoxLayout(middle);
    middleColumn->setContentsMargins(0, 0, 0, 0);
    middleColumn->addWidget(m_conflict);
    auto* edited = new QWidget;
    auto* editedColumn = new QVBoxLayout(edited);
    editedColumn->setContentsMargins(0, 0, 0, 0);
    editedColumn->setSpacing(0);
    editedColumn->addWidget(m_files, 1);
    editedColumn->addWidget(m_find);
    m_bottom->setObjectName(u"findingsTabs"_s);
    m_bottom->setDocumentMode(true);
    m_bottom->addTab(m_problems, {});
    m_bottom->addTab(m_variables, {});
    auto* texts = split(Qt::Vertical, u"editorSplitter"_s, {edited, m_bottom}, {4, 1});
    middleColumn->addWidget(texts, 1);
    middle->setMinimumWidth(320);

    auto* right = split(Qt::Vertical, u"previewSplitter"_s, {m_preview, m_sample}, {3, 2});
    right->setMinimumWidth(240);
    auto* work = split(Qt::Horizontal, u"workSplitter"_s, {middle, right}, {3, 2});
    m_filesState = new StateView(work);
    auto* whole = split(Qt::Horizontal, u"templatesSplitter"_s, {left, m_filesState}, {2, 7});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(whole);

    connect(m_filter, &QLineEdit::textChanged, m_tree, &TemplateTreeView::setFilter);
    connect(m_tree, &TemplateTreeView::chosen, this, [this](const QString& key) { open(key); });
    connect(m_problems, &ProblemsPane::chosen, this, &AuthoringPane::goTo);
    connect(&m_workbench, &TemplateWorkbench::problemsChanged, this, &AuthoringPane::takeProblems);
    connect(&m_workbench, &TemplateWorkbench::sampleReplaced, m_sample, &SampleDataPane::setJson);
    connect(&m_workbench, &TemplateWorkbench::findingsChanged, m_sample, &SampleDataPane::setFindings);
    connect(&m_workbench, &TemplateWorkbench::sampleNotKept, this, &AuthoringPane::failed);
    connect(&m_workbench.live(), &LiveCheck::checkFailed, this, [this](const Error& error) {
        m_fixesAsked.reset();
        Q_EMIT failed(error);
    });
    connect(&m_workbench.live(), &LiveCheck::checked, this, [this] {
        if (const auto asked = std::exchange(m_fixesAsked, {}))
            showFixesOfLine(asked->line, asked->at);
    });
    connect(&m_workbench.live(), &LiveCheck::previewed, m_preview, &PreviewPane::show);
    connect(&m_workbench.live(), &LiveCheck::previewFailed, m_preview, &PreviewPane::showFailure);
    connectPreview();
    connect(m_preview, &PreviewPane::placeChosen, this, [this](int line, int place) {
        if (const TemplateDraft* draft = m_workbench.current())
            currentFiles()->goTo(draft->file(draft->contentName())->path, line, place);
    });
    connect(m_conflict, &ConflictBar::keepMine, this, &AuthoringPane::resolveMine);
    connect(m_conflict, &ConflictBar::takeTheirs, this, &AuthoringPane::resolveTheirs);
    connect(m_conflict, &ConflictBar::merge, this, &AuthoringPane::mergeConflict);
    connect(m_problems, &ProblemsPane::fixesAsked, this,
        [this](const Problem& problem, const QPoint& at) { showFixesOf({problem}, at); });
    connect(&m_workbench, &TemplateWorkbench::findingsChanged, this, [this](const SampleFindings& findings) {
        m_variables->setVariables(m_workbench.variables());
        m_variables->setFindings(findings);
        showNames();
    });
    connect(m_variables, &VariablesPane::lineChosen, this, [this](int line) {
        if (const TemplateDraft* draft = m_workbench.current())
            currentFiles()->goTo(draft->file(draft->contentName())->path, line, 1);
    });
    connect(&m_workbench.keeper(), &DraftKeeper::notKept, this, &AuthoringPane::failed);
    retranslate();
}

void AuthoringPane::connectPreview()
{
    const auto tell = [this](const Result<void>& done) {
        if (!done)
            Q_EMIT failed(done.error());
    };
    connect(&m_workbench, &TemplateWorkbench::samplesChanged, m_sample, &SampleDataPane::setSets);
    connect(m_sample, &SampleDataPane::edited, &m_workbench, &TemplateWorkbench::setSample);
    connect(m_sample, &SampleDataPane::generateAsked, &m_workbench, &TemplateWorkbench::generateSample);
    connect(m_sample, &SampleDataPane::completeAsked, &m_workbench, &TemplateWorkbench::completeSample);
    connect(m_sample, &SampleDataPane::chosen, this,
        [this, tell](const QString& name) { tell(m_workbench.chooseSample(name)); });
    connect(m_sample, &SampleDataPane::addAsked, this,
        [this, tell](const QString& name) { tell(m_workbench.addSample(name, {})); });
    connect(m_sample, &SampleDataPane::duplicateAsked, this,
        [this, tell](const QString& name) { tell(m_workbench.addSample(name, m_workbench.sample())); });
    connect(m_sample, &SampleDataPane::renameAsked, this,
        [this, tell](const QString& name) { tell(m_workbench.renameSample(name)); });
    connect(m_sample, &SampleDataPane::removeAsked, this, [this, tell] { tell(m_workbench.removeSample()); });
    connect(m_sample, &SampleDataPane::shareAsked, this,
        [this, tell](bool shared) { tell(m_workbench.shareSample(shared)); });
    connect(m_sample, &SampleDataPane::eventAsked, this, [this] {
        if (const TemplateDraft* draft = m_workbench.current())
            Q_EMIT eventAsked(draft->key().name);
    });
    connect(m_preview, &PreviewPane::plainWanted, &m_workbench, &TemplateWorkbench::setPlainWanted);
    connect(m_preview, &PreviewPane::publishedWanted, &m_workbench, &TemplateWorkbench::comparePublished);
    connect(&m_workbench, &TemplateWorkbench::publishedMissing, m_preview, &PreviewPane::showPublishedMissing);
    connect(&m_workbench, &TemplateWorkbench::preparationChanged, m_preview, &PreviewPane::setPreparation);
}

void AuthoringPane::retranslate()
{
    m_workbench.setDefaultSampleName(tr("Sample"));
    m_filter->setPlaceholderText(tr("Find a template"));
    m_filter->setAccessibleName(tr("Find a template"));
    m_tree->retranslate();
    m_conflict->retranslate();
    m_problems->retranslate();
    m_variables->retranslate();
    m_find->retranslate();
    m_bottom->setTabText(1, tr("Variables"));
    takeProblems(m_workbench.problems());
    m_preview->retranslate();
    m_sample->retranslate();
    for (TemplateFiles* files : std::as_const(m_open))
        files->retranslate();
    if (!m_workbench.current())
        m_filesState->showEmpty(
            Icon::Templates, tr("Choose a template at the left to edit it and to see what a reader gets."));
}

TemplateFiles* AuthoringPane::currentFiles() const
{
    return qobject_cast<TemplateFiles*>(m_files->currentWidget());
}

void AuthoringPane::open(const QString& key, int line)
{
    const auto draft = m_workbench.open(key);
    if (!draft) {
        Q_EMIT failed(draft.error());
        return;
    }
    m_conflict->hide();
    m_filesState->showContent();
    m_preview->setChannel((*draft)->key().channel);
    TemplateFiles*& files = m_open[key];
    if (!files) {
        files = new TemplateFiles;
        files->setDraft(*draft);
        m_files->addWidget(files);
        connectFiles(files);
    }
    m_files->setCurrentWidget(files);
    m_find->setEditor(editor());
    showNames();
    m_tree->select(key);
    checkDisk();
    if (line > 0)
        files->goTo((*draft)->file((*draft)->contentName())->path, line, 1);
}

void AuthoringPane::connectFiles(TemplateFiles* files)
{
    connect(files, &TemplateFiles::edited, this, [this] {
        m_fixesAsked.reset(); // who goes on typing wants no menu any more
        m_workbench.textsChanged();
    });
    connect(files, &TemplateFiles::picturesChanged, this, [this] { m_workbench.textsChanged(true); });
    connect(files, &TemplateFiles::failed, this, &AuthoringPane::failed);
    connect(files, &TemplateFiles::problemClicked, this, [this](int at) { showFixesOfLine(at, QCursor::pos()); });
    connect(files, &QTabWidget::currentChanged, this, [this] { m_find->setEditor(editor()); });
    connect(files, &TemplateFiles::newSheetAsked, this, &AuthoringPane::newSheetAsked);
    connect(files, &TemplateFiles::renameSheetAsked, this, &AuthoringPane::renameSheetAsked);
    connect(files, &TemplateFiles::removeSheetAsked, this, &AuthoringPane::fileRemovalAsked);
    connect(files, &TemplateFiles::sheetsDropped, this, &AuthoringPane::sheetsDropped);
}

void AuthoringPane::showFile(const QString& name)
{
    const TemplateDraft* draft = m_workbench.current();
    if (!draft || !draft->file(name) || !currentFiles())
        return;
    currentFiles()->goTo(draft->file(name)->path, 0, 0);
    if (TemplateEditor* text = editor())
        text->setFocus();
}

void AuthoringPane::closeAll()
{
    m_conflict->hide();
    qDeleteAll(m_open);
    m_open.clear();
    m_filesState->showEmpty(
        Icon::Templates, tr("Choose a template at the left to edit it and to see what a reader gets."));
}

void AuthoringPane::close(const QString& key)
{
    m_find->setEditor(nullptr);
    delete m_open.take(key);
    const bool current = m_workbench.current() && m_workbench.current()->key().toString() == key;
    m_workbench.close(key);
    if (current) {
        m_conflict->hide();
        m_filesState->showEmpty(
            Icon::Templates, tr("Choose a template at the left to edit it and to see what a reader gets."));
    }
}

void AuthoringPane::takeProblems(const QList<Problem>& problems)
{
    m_problems->setProblems(problems);
    m_bottom->setTabText(0, problems.isEmpty() ? tr("Problems") : tr("Problems (%1)").arg(problems.size()));
    if (TemplateFiles* files = currentFiles())
        files->setProblems(problems);
}

void AuthoringPane::goTo(const Problem& problem)
{
    if (TemplateFiles* files = currentFiles())
        files->goTo(problem.path, problem.line, problem.column);
}

void AuthoringPane::save()
{
    TemplateDraft* draft = m_workbench.current();
    if (!draft)
        return;
    QString last;
    const auto save = [&](const Pass&) -> Result<void> {
        for (const QString& name : draft->names()) {
            last = name;
            if (auto done = draft->save(name); !done)
                return done;
        }
        return {};
    };
    // Nothing to write is nothing done.
    const auto done = draft->isDirty()
        ? m_workbench.gate().through(Operation::EditTemplate, {draft->key().toString()}, save)
        : Result<void>();
    if (!done) {
        if (done.error().is(errors::changedMeanwhile))
            m_conflict->ask(last);
        else
            Q_EMIT failed(done.error());
        return;
    }
    // Sheets are read from disk by the preparation.
    m_workbench.textsChanged(true);
    Q_EMIT saved(draft->key().toString());
}

void AuthoringPane::checkDisk()
{
    TemplateDraft* draft = m_workbench.current();
    if (!draft)
        return;
    if (auto done = draft->refreshSheets(); !done)
        Q_EMIT failed(done.error());
    for (const QString& name : draft->changedOnDisk()) {
        if (draft->file(name)->isDirty()) {
            m_conflict->ask(name);
            return;
        }
        if (auto done = draft->reload(name); !done)
            Q_EMIT failed(done.error());
    }
}

void AuthoringPane::resolveMine(const QString& file)
{
    m_conflict->hide();
    TemplateDraft* draft = m_workbench.current();
    if (auto done = draft->overwrite(file); !done)
        Q_EMIT failed(done.error());
    else
        save();
}

void AuthoringPane::resolveTheirs(const QString& file)
{
    m_conflict->hide();
    if (auto done = m_workbench.current()->reload(file); !done)
        Q_EMIT failed(done.error());
    m_workbench.textsChanged(true);
}

void AuthoringPane::mergeConflict(const QString& file)
{
    TemplateDraft* draft = m_workbench.current();
    const DraftFile* mine = draft->file(file);
    const auto theirs = readFile(mine->path);
    if (!theirs) {
        Q_EMIT failed(theirs.error());
        return;
    }
    QByteArray bytes = theirs->bytes;
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    MergeDialog::ask(this, file, mine->saved, mine->text.toUtf8(), bytes,
        [this, key = draft->key().toString(), file](const QByteArray& merged) {
            TemplateDraft* now = m_workbench.current();
            if (!now || now->key().toString() != key)
                return;
            if (auto done = now->rebase(file, QString::fromUtf8(merged)); !done)
                Q_EMIT failed(done.error());
            else
                m_conflict->hide();
            m_workbench.textsChanged(true);
        });
}

TemplateEditor* AuthoringPane::editor() const
{
    const TemplateFiles* files = m_workbench.current() ? currentFiles() : nullptr;
    return files ? files->currentEditor() : nullptr;
}

const DraftFile* AuthoringPane::currentFile() const
{
    const TemplateFiles* files = m_workbench.current() ? currentFiles() : nullptr;
    return files ? m_workbench.current()->file(files->currentFile()) : nullptr;
}

bool AuthoringPane::find(bool replace, bool always)
{
    TemplateEditor* text = editor();
    if (!text || (!always && !text->hasFocus() && !m_find->isAncestorOf(QApplication::focusWidget())))
        return false;
    m_find->setEditor(text);
    m_find->open(replace);
    return true;
}

void AuthoringPane::complete()
{
    TemplateEditor* text = editor();
    if (text && text->completion())
        text->completion()->offer();
}

bool AuthoringPane::goToDefinition()
{
    TemplateEditor* text = editor();
    return text && text->structure() && text->structure()->goToDefinition();
}

bool AuthoringPane::goToPartner()
{
    TemplateEditor* text = editor();
    return text && text->structure() && text->structure()->goToPartner();
}

void AuthoringPane::showNames()
{
    TemplateFiles* files = currentFiles();
    if (!files || !m_workbench.current())
        return;
    KnownNames names;
    names.addJson(m_workbench.sample());
    for (const TemplateVariable& variable : m_workbench.variables())
        names.add(variable.name);
    names.add(u"recipientRoles"_s); // the service adds it to every recipient's parameters
    files->setNames(names);
}

void AuthoringPane::toggleComment()
{
    if (TemplateEditor* text = editor())
        text->toggleComment();
}

void AuthoringPane::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

} // namespace nc
