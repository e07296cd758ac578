#include "widgets/templates/templatespage.h"

#include "authoring/templateworkbench.h"
#include "core/errors.h"
#include "failures/verdicts/templateevents.h"
#include "impact/impactsession.h"
#include "publish/session/historysession.h"
#include "publish/session/publishsession.h"
#include "templates/source/errors.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/publish/publishpane.h"
#include "widgets/publish/publishplace.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/language.h"
#include "widgets/templates/authoringpane.h"
#include "widgets/templates/eventdialog.h"
#include "widgets/templates/fileactions.h"
#include "widgets/templates/recoverdialog.h"
#include "widgets/templates/templateactions.h"
#include "widgets/templates/templatetreeview.h"
#include "widgets/text/jsonpretty.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QPointer>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace nc {

TemplatesPage::TemplatesPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Templates, workspace, parent)
    , m_modes(new QStackedWidget(this))
{
    auto engine = std::make_shared<TemplateEngine>();
    m_workbench = std::make_unique<TemplateWorkbench>(workspace.tasks(), engine);
    m_workbench->setGate([this] { return this->workspace().gate(); });
    m_session = std::make_unique<PublishSession>(workspace.tasks(), engine);
    m_authoring = new AuthoringPane(*m_workbench, m_modes);
    m_impact = std::make_unique<ImpactSession>(workspace.tasks(), engine);
    m_history = std::make_unique<HistorySession>(workspace.tasks(), engine);
    m_publishing = new PublishPane(*m_session, *m_impact, *m_history, m_modes);
    m_modes->addWidget(m_authoring);
    m_modes->addWidget(m_publishing);
    m_state = new StateView(m_modes, this);
    body()->addWidget(m_state);
    makeActions();
    m_files = new TemplateActions(*this, *header(), *notices(), workspace, *m_workbench, *m_authoring);
    connect(m_files, &TemplateActions::changed, this, [this](const QString& key) {
        m_openWhenLoaded = {{u"template"_s, key}};
        this->workspace().announceChange(u"templates"_s);
        m_workbench->load();
    });
    m_fileActions = new FileActions(*this, *header(), *notices(), workspace, *m_workbench, *m_authoring);
    connectModels();
    retranslate();
}

TemplatesPage::~TemplatesPage()
{
    // The views look into models that are members here.
    delete m_state;
}

void TemplatesPage::makeActions()
{
    m_save = addPageAction(u"saveTemplate"_s, "Save", icon(Icon::Save), QKeySequence::Save);
    m_comment = addPageAction(u"toggleComment"_s, "Comment or uncomment", {}, QKeySequence(u"Ctrl+/"_s));
    m_back = addPageAction(u"backToEditing"_s, "Back to editing", icon(Icon::ChevronLeft));
    m_publish = addPageAction(u"publishTemplates"_s, "Publish…", icon(Icon::Upload, Tint::OnAccent));
    m_remove = addPageAction(u"deleteRows"_s, "Delete chosen rows…", icon(Icon::Trash));
    m_showHistory = addPageAction(u"templateHistory"_s, "History of this template", icon(Icon::History));
    m_back->setPriority(QAction::HighPriority);
    header()->addAction(m_back);
    header()->addAction(m_save);
    header()->setPrimaryAction(m_publish);
    header()->addMenuAction(m_comment);
    header()->addMenuAction(m_showHistory);
    header()->addMenuAction(m_remove);
    connect(m_save, &QAction::triggered, m_authoring, &AuthoringPane::save);
    connect(m_comment, &QAction::triggered, m_authoring, &AuthoringPane::toggleComment);
    connect(m_back, &QAction::triggered, this, [this] { showPublishing(false); });
    connect(m_remove, &QAction::triggered, this, &TemplatesPage::removeRows);
    connect(m_showHistory, &QAction::triggered, this, &TemplatesPage::showHistory);
    connect(m_publish, &QAction::triggered, this, [this] {
        if (m_modes->currentWidget() == m_publishing)
            publish();
        else
            showPublishing(true);
    });
}

void TemplatesPage::connectModels()
{
    connect(m_workbench.get(), &TemplateWorkbench::loaded, this, [this](int templates) {
        if (templates == 0)
            m_state->showEmpty(Icon::Templates, tr("There is no template in %1.").arg(m_regulation));
        else
            m_state->showContent();
        updateStateLine();
        openWanted();
        offerLostDrafts();
    });
    connect(m_workbench.get(), &TemplateWorkbench::loadFailed, this,
        [this](const Error& error) { m_state->showFailed(error, [this] { refresh(); }); });
    connect(m_workbench.get(), &TemplateWorkbench::linted, this, [this] {
        updateStateLine();
        // What is new and changed, shown in the tree; without a database the tree does without.
        if (!m_session->isBusy() && m_modes->currentWidget() == m_authoring
            && !workspace().profile().database.isEmpty())
            m_session->makePlan();
    });
    connect(m_workbench.get(), &TemplateWorkbench::problemsChanged, this, &TemplatesPage::updateStateLine);
    connect(m_authoring, &AuthoringPane::failed, this, [this](const Error& error) { notices()->showError(error); });
    connect(m_authoring, &AuthoringPane::saved, this, [this](const QString& key) {
        notices()->show({Tone::Ok, tr("%1 is saved.").arg(key), {}, {}});
        m_workbench->loadChanges();
        workspace().announceChange(u"templates"_s);
        if (!m_session->isBusy() && !workspace().profile().database.isEmpty())
            m_session->makePlan();
    });
    connect(m_session.get(), &PublishSession::planned, this, [this](const PublishPlan& plan) {
        m_workbench->tree().setPlan(plan);
        updateActions();
        updateStateLine();
    });
    connect(m_session.get(), &PublishSession::failed, this, [this](const Error& error) {
        m_workbench->tree().clearPlan();
        if (m_modes->currentWidget() == m_publishing && m_publishing->model().rowCount() > 0)
            notices()->showError(error, [this] { m_publishing->load(); });
        updateActions();
    });
    connect(m_session.get(), &PublishSession::busyChanged, this, &TemplatesPage::updateActions);
    connect(m_session.get(), &PublishSession::finished, this, &TemplatesPage::showResult);
    connect(m_publishing, &PublishPane::choiceChanged, this, &TemplatesPage::updateActions);
    connect(m_publishing, &PublishPane::restoreAsked, this, &TemplatesPage::restore);
    connect(m_history.get(), &HistorySession::restored, this, [this](const PublishReport& report) {
        workspace().announceChange(u"templates"_s);
        if (report.ok())
            notices()->show({Tone::Ok, tr("The version is back in the database."), {}, {}});
        else if (report.stopped)
            notices()->showError(*report.stopped);
        else if (report.outcomes.first().error)
            notices()->showError(*report.outcomes.first().error);
        m_publishing->load();
    });
    connect(m_history.get(), &HistorySession::restoreFailed, this,
        [this](const Error& error) { notices()->showError(error); });
    connect(m_authoring, &AuthoringPane::eventAsked, this, &TemplatesPage::takeEvent);
}

void TemplatesPage::retranslate()
{
    Page::retranslate();
    m_save->setText(tr("Save"));
    m_comment->setText(tr("Comment or uncomment"));
    m_back->setText(tr("Back to editing"));
    m_showHistory->setText(tr("History of this template"));
    m_authoring->retranslate();
    m_publishing->retranslate();
    updateActions();
    updateStateLine();
}

void TemplatesPage::setPlace()
{
    const Profile& profile = workspace().profile();
    if (m_placeGeneration == workspace().generation() && m_regulation == profile.regulation)
        return;
    m_placeGeneration = workspace().generation();
    m_regulation = profile.regulation;
    m_lostOffered = false;
    m_authoring->closeAll();
    m_workbench->setRegulation(m_regulation, workspace().configFolder());
    const PublishPlace place(workspace());
    m_workbench->setDatabase(place.database());
    m_session->setPlace(place.forPublishing());
    m_impact->setPlace(place.forImpact());
    m_history->setPlace(place.forHistory());
    m_publishing->setCommittedOnly(profile.production);
    showPublishing(false);
}

void TemplatesPage::refresh()
{
    setPlace();
    if (m_regulation.isEmpty()) {
        if (workspace().hasProfile())
            m_state->showNotInProfile(Icon::Folder,
                [] { return tr("This profile names no regulation. Add the folder of your clone to it."); });
        else
            m_state->showNoProfile(Icon::Templates);
        return;
    }
    if (m_modes->currentWidget() == m_publishing) {
        m_publishing->load();
        return;
    }
    if (m_workbench->tree().templateCount() == 0)
        m_state->showLoading(tr("Reading the templates"));
    m_workbench->load();
    m_authoring->checkDisk();
}

void TemplatesPage::focusFilter()
{
    // In a text Ctrl+F means the text.
    if (m_modes->currentWidget() == m_authoring && !m_authoring->find(false, false))
        m_authoring->focusFilter();
}

void TemplatesPage::open(const QVariantMap& target)
{
    QString key = target.value(u"template"_s).toString();
    if (key.isEmpty() && target.contains(u"name"_s))
        key = target.value(u"channel"_s).toString() + u'/' + target.value(u"name"_s).toString();
    const bool history = target.value(u"history"_s).toBool();
    showPublishing(history || target.value(u"publish"_s).toBool());
    if (key.isEmpty())
        return;
    if (history || target.value(u"publish"_s).toBool()) {
        m_publishing->show(key, history ? PublishPane::Detail::History : PublishPane::Detail::Prepared);
        return;
    }
    m_openWhenLoaded = target;
    m_openWhenLoaded.insert(u"template"_s, key);
    if (m_workbench->tree().templateCount() > 0)
        openWanted();
}

void TemplatesPage::openWanted()
{
    const QVariantMap target = std::exchange(m_openWhenLoaded, {});
    QString key = target.value(u"template"_s).toString();
    // The tree was made anew: what is open stays in front.
    if (key.isEmpty() && m_workbench->current())
        key = m_workbench->current()->key().toString();
    if (key.isEmpty())
        return;
    if (!m_workbench->tree().indexOf(key).isValid()) {
        if (!target.isEmpty())
            notices()->showError({errors::templateNotFound, key, {}});
        return;
    }
    m_authoring->open(key, target.value(u"line"_s).toInt());
    if (const QByteArray event = target.value(u"event"_s).toByteArray(); !event.isEmpty()) {
        const QString name = target.value(u"eventName"_s).toString();
        if (auto done = m_workbench->takeSample(name.isEmpty() ? tr("From the failure") : name, prettyJson(event));
            !done)
            notices()->showError(done.error());
    }
}

void TemplatesPage::takeEvent(const QString& templateName)
{
    auto* dialog = new EventDialog(templateName, this);
    const QPointer<EventDialog> alive(dialog);
    const quint64 task = load(
        u"events"_s, templateName,
        [profile = workspace().access(), folder = workspace().configFolder(), templateName](
            TaskContext& context) -> Result<Seen<TemplateEvents>> {
            const auto access = kafkaAccess(*profile, context);
            if (!access)
                return fail(access.error());
            TemplateEventQuery query;
            query.templateName = templateName;
            query.localLedger = folder + u"/ledger"_s;
            return findTemplateEvents(*access, query, context);
        },
        [alive](const Result<Seen<TemplateEvents>>& events) {
            if (!alive)
                return;
            if (events)
                alive->setEvents(*events);
            else
                alive->showFailed(events.error());
        });
    connect(dialog, &QDialog::finished, this, [this, task] { cancel(task); });
    connect(dialog, &EventDialog::taken, this, [this](const TemplateEvent& event) {
        if (auto done = m_workbench->takeSample(event.address(), prettyJson(event.parameters)); !done)
            notices()->showError(done.error());
    });
    dialog->open();
}

void TemplatesPage::activated()
{
    m_authoring->checkDisk();
    // The page's keys work from here on, without a click first.
    if (m_modes->currentWidget() == m_authoring && !isAncestorOf(QApplication::focusWidget()))
        m_authoring->tree()->setFocus();
}

bool TemplatesPage::mayClose()
{
    const QStringList dirty = m_workbench->dirtyKeys();
    if (dirty.isEmpty() || m_discard)
        return true;
    notices()->show(
        {Tone::Warning, tr("Not saved yet: %1").arg(dirty.join(u", "_s)), tr("Close without saving"), [this] {
             m_discard = true;
             m_workbench->keeper().forgetAll();
             window()->close();
         }});
    return false;
}

void TemplatesPage::offerLostDrafts()
{
    if (m_lostOffered)
        return;
    m_lostOffered = true;
    const QList<DraftEntry> lost = m_workbench->lostDrafts();
    if (lost.isEmpty())
        return;
    notices()->show({Tone::Warning, tr("The console ended with unsaved texts: %n file(s).", nullptr, int(lost.size())),
        tr("Look at them…"), [this, lost] {
            notices()->dismiss();
            RecoverDialog::ask(
                this, lost,
                [this](const QList<DraftEntry>& entries) {
                    QString last;
                    for (const DraftEntry& entry : entries) {
                        if (const auto key = m_workbench->restore(entry))
                            last = *key;
                        else
                            notices()->showError(key.error());
                    }
                    if (!last.isEmpty())
                        m_authoring->open(last);
                },
                [this](const QList<DraftEntry>& entries) {
                    for (const DraftEntry& entry : entries)
                        m_workbench->keeper().journal().forget(entry.path);
                });
        }});
}

void TemplatesPage::showPublishing(bool publishing)
{
    if (publishing) {
        if (const QStringList dirty = m_workbench->dirtyKeys(); !dirty.isEmpty()) {
            notices()->show({Tone::Warning, tr("What is not saved is not published: %1").arg(dirty.join(u", "_s)),
                tr("Save"), [this] {
                    m_authoring->save();
                    m_publishing->load();
                }});
        }
        m_modes->setCurrentWidget(m_publishing);
        m_publishing->load();
    } else {
        m_modes->setCurrentWidget(m_authoring);
        // What was published meanwhile is no longer new in the tree.
        if (m_session->plan() && !m_session->isBusy())
            m_session->makePlan();
    }
    updateActions();
    updateStateLine();
}

void TemplatesPage::updateActions()
{
    const bool publishing = m_modes->currentWidget() == m_publishing;
    const qsizetype chosen = m_publishing->chosen().size();
    m_files->setVisible(!publishing);
    m_fileActions->setVisible(!publishing);
    m_save->setVisible(!publishing);
    m_comment->setVisible(!publishing);
    m_back->setVisible(publishing);
    m_showHistory->setVisible(!publishing);
    m_remove->setVisible(publishing);
    m_publish->setText(!publishing ? tr("Publish…") : tr("Publish %n templates", nullptr, int(chosen)));
    m_publish->setEnabled(!publishing || (chosen > 0 && !m_session->isBusy()));
    const qsizetype rows = m_publishing->chosenDeletions().size();
    m_remove->setText(tr("Delete %n rows from the database…", nullptr, int(rows)));
    m_remove->setEnabled(rows > 0 && !m_session->isBusy());
}

void TemplatesPage::updateStateLine()
{
    if (m_modes->currentWidget() == m_publishing) {
        header()->setStateLine(m_session->plan() ? m_publishing->summary() : QString());
        return;
    }
    const int errors = m_workbench->tree().errorCount();
    QString line = tr("%n templates", nullptr, m_workbench->tree().templateCount());
    if (errors > 0)
        line += u", "_s + tr("%n errors", nullptr, errors);
    if (const auto& plan = m_session->plan()) {
        const qsizetype open = plan->count(PlanAction::Create) + plan->count(PlanAction::Update);
        if (open > 0)
            line += u", "_s + tr("%n not yet published", nullptr, int(open));
    }
    header()->setStateLine(line);
}

} // namespace nc
