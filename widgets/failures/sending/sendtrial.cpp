#include "widgets/failures/sending/sendtrial.h"

#include "widgets/failures/background.h"

using namespace Qt::StringLiterals;

namespace nc {

SendTrial::SendTrial(Workspace& workspace, std::shared_ptr<const SendJob> job, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_job(std::move(job))
{
}

OffsetSelection SendTrial::selectionOf(const QList<quint64>& places)
{
    OffsetSelection out;
    for (const quint64 place : places)
        out.add(FailureRow::partitionOf(place), FailureRow::offsetOf(place), FailureRow::offsetOf(place));
    return out;
}

void SendTrial::tryOut(const SendOptions& options)
{
    m_base = {};
    run(options, true);
}

void SendTrial::tryChosen(SendOptions options, const QSet<SkipReason>& chosen)
{
    QList<quint64> places = m_base.going;
    for (auto held = m_base.held.constBegin(); held != m_base.held.constEnd(); ++held) {
        if (chosen.contains(held.key()))
            places += held.value();
    }
    options.offsets = selectionOf(places);
    run(options, false);
}

void SendTrial::forgetChosen()
{
    ++m_trial;
    m_plan = m_base;
    m_done = true;
    Q_EMIT ended(false);
}

void SendTrial::drop()
{
    ++m_trial;
    m_base = {};
    m_plan = {};
    m_done = false;
}

QMap<SkipReason, QList<quint64>> SendTrial::held() const
{
    auto held = m_base.held;
    for (auto more = m_plan.held.constBegin(); more != m_plan.held.constEnd(); ++more) {
        QList<quint64>& places = held[more.key()];
        const QSet<quint64> known(places.cbegin(), places.cend());
        for (const quint64 place : more.value()) {
            if (!known.contains(place))
                places.append(place);
        }
    }
    return held;
}

/// Of a second trial everything is asked for that goes: what stays was left out before.
qint64 SendTrial::leftOut() const
{
    return m_base.summary.skipped - (m_plan.going.size() - m_base.going.size());
}

void SendTrial::run(const SendOptions& options, bool whole)
{
    const quint64 trial = ++m_trial;
    m_done = false;
    Q_EMIT begun();
    if (m_task != 0)
        m_workspace.tasks().cancel(m_task);
    const auto done = [this, trial, whole](Result<SendFindings> found) {
        if (trial != m_trial)
            return;
        m_plan = found ? std::move(*found) : SendFindings();
        if (!found) {
            Q_EMIT failed(found.error());
            return;
        }
        m_done = true;
        if (whole)
            m_base = m_plan;
        Q_EMIT ended(whole);
    };
    m_task = runFor(
        this, m_workspace, u"dry-run"_s, m_job->topic(), sendWork(accessOf(m_workspace), m_job, options, {}), done, false);
}

} // namespace nc
