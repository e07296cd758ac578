#include "authoring/templateworkbench.h"
#include "core/errors.h"
#include "publish/plan/errors.h"
#include "publish/session/historysession.h"
#include "publish/session/publishsession.h"
#include "widgets/common/timewords.h"
#include "widgets/publish/publishpane.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/language.h"
#include "widgets/templates/templatespage.h"

using namespace Qt::StringLiterals;

namespace nc {

void TemplatesPage::publish()
{
    const QStringList keys = m_publishing->chosen();
    QStringList flawed;
    for (const QString& key : keys) {
        const PlanItem* item = m_session->plan()->find(key);
        if (item && item->problems > 0)
            flawed += key;
    }
    Confirmation question;
    question.title = tr("Publish %n templates", nullptr, int(keys.size()));
    question.text = tr("They are written to the database of profile %1. What stood there is kept in the history.")
                        .arg(workspace().profile().name);
    if (!flawed.isEmpty()) {
        question.text +=
            u' ' + tr("These have problems and are published in spite of them: %1").arg(flawed.join(u", "_s));
        question.mustType = flawed.size() == 1 ? flawed.first() : tr("with problems");
    }
    question.details = keys;
    question.actionText = question.title;
    // Choosing a row is naming it; production is told which ones come from no commit.
    QStringList uncommitted;
    for (const QString& key : keys) {
        const PlanItem* item = m_session->plan()->find(key);
        if (item && !(item->origin && item->origin->isCommitted()))
            uncommitted += key;
    }
    if (workspace().isProduction() && !uncommitted.isEmpty())
        question.text += u' ' + tr("These are in no commit: %1").arg(uncommitted.join(u", "_s));
    const auto publish = [this, keys, force = !flawed.isEmpty(), uncommitted](const AskedGate& gate) {
        m_publishing->begin();
        m_session->publish(gate, keys, {}, force, workspace().isProduction(), uncommitted);
    };
    confirm(Operation::Publish, m_workbench->folder(), question, publish);
}

void TemplatesPage::registerAgain(const QStringList& keys)
{
    Confirmation question;
    question.title = tr("Register %n templates at Diia again", nullptr, int(keys.size()));
    question.text =
        tr("Diia was asked before and has not answered. If it took them then, a copy that nothing names stays "
           "there. Look in Diia's cabinet first.");
    question.details = keys;
    question.mustType = keys.first();
    question.actionText = question.title;
    confirm(Operation::Publish, m_workbench->folder(), question, [this, keys](const AskedGate& gate) {
        notices()->dismiss();
        m_publishing->begin();
        m_session->publish(gate, keys, {}, false, workspace().isProduction(), keys, keys);
    });
}

void TemplatesPage::removeRows()
{
    const QStringList keys = m_publishing->chosenDeletions();
    Confirmation question;
    question.title = tr("Delete %n rows from the database", nullptr, int(keys.size()));
    question.text =
        tr("Processes that name these templates will no longer find them. What stood there is kept in the history.");
    question.details = keys;
    question.actionText = question.title;
    question.destroys = true;
    confirm(Operation::Prune, m_workbench->folder(), question, [this, keys](const AskedGate& gate) {
        m_publishing->begin();
        m_session->publish(gate, {}, keys, false);
    });
}

void TemplatesPage::showHistory()
{
    if (!m_workbench->current())
        return;
    const QString key = m_workbench->current()->key().toString();
    showPublishing(true);
    m_publishing->show(key, PublishPane::Detail::History);
}

void TemplatesPage::restore(const TemplateVersion& version)
{
    Confirmation question;
    question.title = tr("Put version %1 of %2 back").arg(version.number).arg(version.row.key());
    question.text = tr("It is published to the database of profile %1 as it was. What stands there now is kept in the "
                       "history; the files in the directory stay as they are.")
                        .arg(workspace().profile().name);
    question.details = {tr("stood there since %1").arg(exactTime(version.from))};
    question.actionText = tr("Put version %1 back").arg(version.number);
    confirm(Operation::Restore, version.row.key(), question,
        [this, version](const AskedGate& gate) { m_history->restore(gate, version); });
}

void TemplatesPage::showResult(const PublishReport& report)
{
    m_workbench->forgetPublished();
    const qsizetype done = report.count(PublishResult::Created) + report.count(PublishResult::Updated)
        + report.count(PublishResult::Deleted) + report.count(PublishResult::Unchanged);
    const qsizetype failed = report.count(PublishResult::Failed);
    const qsizetype skipped = report.count(PublishResult::Skipped);
    workspace().announceChange(u"templates"_s);
    updateActions();
    updateStateLine();
    if (failed == 0 && skipped == 0) {
        QString text = tr("Published: %1.").arg(done);
        if (report.diiaRepaired > 0)
            text += u' ' + tr("Registered at Diia before, and only now in the database: %1.").arg(report.diiaRepaired);
        if (report.diiaUnregistered > 0)
            text += u' '
                + tr("Not registered at Diia, since no address or token of Diia is known here: %1.")
                      .arg(report.diiaUnregistered);
        notices()->show({report.diiaUnregistered > 0 ? Tone::Warning : Tone::Ok, text, {}, {}});
        return;
    }
    QStringList unsure;
    for (const PublishOutcome& outcome : report.outcomes) {
        if (outcome.error && outcome.error->is(errors::diiaUnsure))
            unsure += outcome.key();
    }
    QString text = tr("Published: %1. Failed: %2. Not tried: %3.").arg(done).arg(failed).arg(skipped);
    if (report.stopped && !report.stopped->is(errors::cancelled))
        text += u' ' + sentenceFor(*report.stopped).what;
    if (!unsure.isEmpty()) {
        text += u' ' + tr("Whether Diia knows these already is not known: %1.").arg(unsure.join(u", "_s));
        notices()->show({Tone::Error, text, tr("Register again…"), [this, unsure] { registerAgain(unsure); }});
        return;
    }
    notices()->show(
        {failed > 0 ? Tone::Error : Tone::Warning, text, tr("Look again"), [this] { m_publishing->load(); }});
}

} // namespace nc
