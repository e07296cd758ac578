#include "widgets/templates/templateactions.h"

#include "authoring/templateworkbench.h"
#include "core/deliver.h"
#include "failures/facts/shelflives.h"
#include "git/gitrepo.h"
#include "preview/samplesets.h"
#include "templates/source/templatechanges.h"
#include "templates/source/templateuses.h"
#include "widgets/common/timewords.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/shell/clonetrust.h"
#include "widgets/shell/commitflow.h"
#include "widgets/shell/page.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/templates/authoringpane.h"
#include "widgets/templates/shelflifedialog.h"
#include "widgets/templates/templatenamedialog.h"
#include "widgets/templates/templatetreeview.h"
#include "widgets/text/diffview.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Runs it off the GUI thread; `done` gets the result here, or never when `context` is gone.
template <class Work, class Done>
void runFor(QObject* context, TaskRunner& tasks, const QString& kind, const QString& subject, Work work, Done done)
{
    using ResultType = std::invoke_result_t<Work&, TaskContext&>;
    auto started = tasks.start<typename ResultType::value_type>(kind, subject, std::move(work), false);
    deliver(started.future, context, std::move(done));
}

} // namespace

TemplateActions::TemplateActions(Page& page, PageHeader& header, NoticeBar& notices, Workspace& workspace,
    TemplateWorkbench& workbench, AuthoringPane& authoring)
    : QObject(&page)
    , m_page(page)
    , m_header(header)
    , m_notices(notices)
    , m_workspace(workspace)
    , m_workbench(workbench)
    , m_authoring(authoring)
    , m_commitFlow(new CommitFlow(page, notices, workspace))
{
    makeActions();
    connect(m_commitFlow, &CommitFlow::done, this, [this] {
        m_workbench.loadChanges();
        m_workspace.announceChange(u"templates"_s);
    });
    connect(authoring.tree(), &TemplateTreeView::menuAsked, this, &TemplateActions::showMenu);
    connect(&workbench, &TemplateWorkbench::changesFailed, this, &TemplateActions::fail);
    connect(authoring.tree(), &TemplateTreeView::goneChosen, this, &TemplateActions::offerCommitted);
    connect(authoring.tree(), &TemplateTreeView::chosen, this, [this] {
        // What was said of one that is gone is of no interest any more.
        if (std::exchange(m_goneOffered, false))
            m_notices.dismiss();
    });
}

void TemplateActions::makeActions()
{
    const auto make = [this](const QString& name, const char* text, const QIcon& icon, const QKeySequence& shortcut,
                          auto run) {
        QAction* action = m_page.addPageAction(name, text, icon, shortcut);
        connect(action, &QAction::triggered, this, run);
        m_header.addMenuAction(action);
        return action;
    };
    m_new = make(u"newTemplate"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "New template…"), icon(Icon::Add),
        QKeySequence::New, [this] { create(); });
    m_duplicate = make(u"duplicateTemplate"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Duplicate template…"),
        icon(Icon::Copy), {}, [this] { duplicate(); });
    m_rename = make(u"renameTemplate"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Rename template…"), icon(Icon::Edit),
        QKeySequence(Qt::Key_F2), [this] { rename(); });
    m_delete = make(u"deleteTemplate"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Delete template"), icon(Icon::Trash),
        {}, [this] { remove(); });
    m_find = make(u"findInTemplate"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Find in the template"),
        icon(Icon::Search), {}, [this] { m_authoring.find(false, true); });
    m_replace = make(u"replaceInTemplate"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Replace in the template"), {},
        QKeySequence(u"Ctrl+H"_s), [this] { m_authoring.find(true, true); });
    m_complete = make(u"completeInTemplate"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Complete the word"), {},
        QKeySequence(u"Ctrl+Space"_s), [this] { m_authoring.complete(); });
    m_fix = make(u"fixProblem"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Correct the problem of this line…"), {},
        QKeySequence(u"Alt+Return"_s), [this] { m_authoring.showFixes(); });
    m_definition = make(u"goToDefinition"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Go to the macro's definition"), {},
        QKeySequence(Qt::Key_F12), [this] {
            if (!m_authoring.goToDefinition())
                m_notices.show({Tone::Neutral, tr("The caret is on no macro or function of this template."), {}, {}});
        });
    m_partner = make(u"goToPartner"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Go to the other end"), {},
        QKeySequence(u"Ctrl+B"_s), [this] { m_authoring.goToPartner(); });
    m_changes = make(u"templateChanges"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Changes since the last commit"),
        icon(Icon::Diff), {}, [this] { showChanges(); });
    m_author = make(u"lineAuthor"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Who changed this line"), icon(Icon::User),
        {}, [this] { showAuthor(); });
    m_commit = make(u"commitTemplates"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Commit templates…"),
        icon(Icon::Branch), {}, [this] { askCommit(); });
    m_shelfLife = make(
        u"templateShelfLife"_s, QT_TRANSLATE_NOOP("nc::TemplatesPage", "Shelf life…"), icon(Icon::History), {}, [this] {
            // Failures judge anew what would be too late.
            if (const auto key = chosen())
                connect(ShelfLifeDialog::ask(&m_page, m_workspace.settings(), key->toString()),
                    &ShelfLifeDialog::changed, this, [this] { m_workspace.announceChange(u"templates"_s); });
        });
}

void TemplateActions::setVisible(bool visible)
{
    for (QAction* action : {m_new, m_duplicate, m_rename, m_delete, m_find, m_replace, m_complete, m_fix, m_definition,
             m_partner, m_changes, m_author, m_commit, m_shelfLife})
        action->setVisible(visible);
}

void TemplateActions::retranslate()
{
}

void TemplateActions::fail(const Error& error)
{
    if (!askTrust(m_notices, m_workspace, error, [this] { m_workbench.loadChanges(); }))
        m_notices.showError(error);
}

std::optional<TemplateKey> TemplateActions::chosen() const
{
    return TemplateKey::fromString(m_authoring.tree()->currentKey());
}

void TemplateActions::showMenu(const QPoint& at)
{
    auto* menu = new QMenu(&m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_new);
    if (chosen()) {
        menu->addActions({m_duplicate, m_rename, m_delete});
        menu->addSeparator();
        menu->addActions({m_changes, m_commit, m_shelfLife});
    }
    menu->popup(at);
}

bool TemplateActions::saved(const QString& key)
{
    if (!m_workbench.dirtyKeys().contains(key))
        return true;
    m_notices.show({Tone::Warning, tr("%1 has unsaved texts; save it first.").arg(key), tr("Save"),
        [this] { m_authoring.save(); }});
    return false;
}

void TemplateActions::create()
{
    const auto near = chosen();
    const TemplateKey original{near ? near->channel : Channel::Email, {}};
    TemplateNameDialog::ask(
        &m_page, TemplateNameDialog::Purpose::New, original, {},
        [this](const TemplateKey& key) { return m_workbench.tree().indexOf(key.toString()).isValid(); },
        [this](const TemplateNameDialog::Answer& answer) {
            const auto made = createTemplate(m_workbench.folder(), answer.key);
            if (made)
                Q_EMIT changed(answer.key.toString());
            else
                fail(made.error());
        });
}

void TemplateActions::duplicate()
{
    const auto original = chosen();
    if (!original || !saved(original->toString()))
        return;
    TemplateNameDialog::ask(
        &m_page, TemplateNameDialog::Purpose::Duplicate, *original, {},
        [this](const TemplateKey& key) { return m_workbench.tree().indexOf(key.toString()).isValid(); },
        [this, original](const TemplateNameDialog::Answer& answer) {
            const auto made = createTemplate(m_workbench.folder(), answer.key, original);
            if (made)
                Q_EMIT changed(answer.key.toString());
            else
                fail(made.error());
        });
}

void TemplateActions::rename()
{
    const auto original = chosen();
    if (!original || !saved(original->toString()))
        return;
    using Uses = QList<TemplateUse>;
    runFor(
        this, m_workspace.tasks(), u"uses"_s, original->name,
        [folder = m_workbench.folder()](TaskContext& context) { return templateUses(folder, context); },
        [this, key = *original](const Result<Uses>& found) {
            Uses uses;
            if (found) {
                uses = *found;
                uses.removeIf([&](const TemplateUse& use) { return use.name != key.name || use.isExpression; });
            }
            TemplateNameDialog::ask(
                &m_page, TemplateNameDialog::Purpose::Rename, key, uses,
                [this](const TemplateKey& wanted) { return m_workbench.tree().indexOf(wanted.toString()).isValid(); },
                [this, key](const TemplateNameDialog::Answer& answer) {
                    const auto renamed = renameTemplate(m_workbench.folder(), key, answer.key.name);
                    if (!renamed) {
                        fail(renamed.error());
                        return;
                    }
                    m_authoring.close(key.toString());
                    takeAlong(key, renamed->key);
                    if (answer.renameUses) {
                        if (const auto written = renameUses(m_workbench.folder(), key.name, answer.key.name); !written)
                            fail(written.error());
                    }
                    Q_EMIT changed(answer.key.toString());
                });
        });
}

void TemplateActions::takeAlong(const TemplateKey& from, const TemplateKey& to)
{
    const SampleSets samples(m_workspace.configFolder(), m_workbench.folder());
    if (const auto moved = samples.moveAll(from, to); !moved)
        fail(moved.error());
    if (const auto moved = ShelfLives::move(m_workspace.settings(), from.toString(), to.toString()); !moved)
        fail(moved.error());
}

void TemplateActions::remove()
{
    const auto key = chosen();
    if (!key || !saved(key->toString()))
        return;
    const auto deleted = deleteTemplate(m_workbench.folder(), *key, m_workspace.configFolder() + u"/trash"_s);
    if (!deleted) {
        fail(deleted.error());
        return;
    }
    m_authoring.close(key->toString());
    Q_EMIT changed({});
    // Can be taken back, so nothing is asked before; a warning stays until it is dismissed.
    m_notices.show({Tone::Warning, tr("%1 is deleted here; its row in the database stays.").arg(key->toString()),
        tr("Undo"), [this, deleted = *deleted] { restore(deleted); }});
}

void TemplateActions::restore(const DeletedTemplate& deleted)
{
    m_notices.dismiss();
    const auto restored = restoreTemplate(deleted);
    if (restored)
        Q_EMIT changed(deleted.key.toString());
    else
        fail(restored.error());
}

void TemplateActions::offerCommitted(const QString& key)
{
    m_goneOffered = true;
    m_notices.show(
        {Tone::Warning, tr("%1 was deleted since the last commit.").arg(key), tr("Get it back"), [this, key] {
             m_notices.dismiss();
             const auto wanted = TemplateKey::fromString(key);
             runFor(
                 this, m_workspace.tasks(), u"restore"_s, key,
                 [folder = m_workbench.folder(), wanted = *wanted](
                     TaskContext& task) { return restoreCommitted(folder, wanted, task); },
                 [this, key](const Result<int>& done) {
                     if (done)
                         Q_EMIT changed(key);
                     else
                         fail(done.error());
                 });
         }});
}

void TemplateActions::showChanges()
{
    const DraftFile* file = m_authoring.currentFile();
    if (!file)
        return;
    using Text = std::optional<QByteArray>;
    runFor(
        this, m_workspace.tasks(), u"changes"_s, file->name,
        [path = file->path](TaskContext& task) -> Result<Text> {
            const GitRepo repo(path);
            const auto top = repo.top(task);
            if (!top)
                return nc::fail(top.error());
            const QString real =
                QFileInfo(QFileInfo(path).path()).canonicalFilePath() + u'/' + QFileInfo(path).fileName();
            return repo.committed(QDir(*top).relativeFilePath(real), task);
        },
        [this, name = file->name, mine = file->bytes()](const Result<Text>& committed) {
            if (!committed) {
                fail(committed.error());
                return;
            }
            auto* dialog = new QDialog(&m_page);
            dialog->setObjectName(u"changesDialog"_s);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setWindowTitle(tr("Changes since the last commit: %1").arg(name));
            auto* view = new DiffView(dialog);
            view->setTitles(tr("Last commit"), tr("Now"));
            view->setSameText(tr("This file is as it was committed."));
            view->setTexts(committed->value_or(QByteArray()), mine);
            auto* column = new QVBoxLayout(dialog);
            column->setContentsMargins(metrics::unit, metrics::unit, metrics::unit, metrics::unit);
            column->addWidget(view);
            dialog->resize(960, 600);
            dialog->open();
        });
}

void TemplateActions::showAuthor()
{
    const DraftFile* file = m_authoring.currentFile();
    const TemplateEditor* text = m_authoring.editor();
    if (!file || !text)
        return;
    int line = 0;
    int column = 0;
    text->getCursorPosition(&line, &column);
    using Lines = QList<GitLine>;
    runFor(
        this, m_workspace.tasks(), u"blame"_s, file->name,
        [path = file->path, content = file->bytes()](
            TaskContext& task) { return GitRepo(QFileInfo(path).path()).blame(path, content, task); },
        [this, line](const Result<Lines>& lines) {
            if (!lines) {
                fail(lines.error());
                return;
            }
            const GitLine one = lines->value(line);
            const QString words = one.commit.isEmpty()
                ? tr("Line %1 is not committed yet.").arg(line + 1)
                : tr("Line %1: %2, %3, “%4” (%5)")
                      .arg(QString::number(line + 1), one.author, exactTime(one.at.toMSecsSinceEpoch()), one.summary,
                          one.commit.left(10));
            m_notices.show({Tone::Neutral, words, {}, {}});
        });
}

void TemplateActions::askCommit()
{
    const QStringList dirty = m_workbench.dirtyKeys();
    if (!dirty.isEmpty() && !saved(dirty.first()))
        return;
    const QString folder = m_workbench.folder();
    CommitSource source{folder, u"templates"_s, {}, {}, {}};
    source.paths = [folder](const TaskContext& task) -> Result<QStringList> {
        const auto changes = templateChanges(folder, task);
        return changes ? changedFiles(folder, changes->keys(), task) : nc::fail(changes.error());
    };
    source.shown = [](const GitBytes& bytes) { return bytes.value_or(QByteArray()); };
    source.propose = [](const QList<GitFile>& files) {
        QStringList names; // channel/name
        for (const GitFile& file : files) {
            const QString folderOfFile = u'/' + file.path;
            const qsizetype channels = folderOfFile.lastIndexOf(u"/notifications/"_s);
            const QString name = folderOfFile.mid(channels < 0 ? 1 : channels + 15).section(u'/', 0, 1);
            if (!names.contains(name))
                names += name;
        }
        const QString subject = names.size() == 1 ? names.first() : tr("%n templates", nullptr, int(names.size()));
        return tr("Change %1").arg(subject) + u"\n\n"_s + names.join(u'\n');
    };
    m_commitFlow->ask(source);
}

} // namespace nc
