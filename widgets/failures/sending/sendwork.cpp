#include "widgets/failures/sending/sendwork.h"

#include <algorithm>

namespace nc {
namespace {

/// Of a run that waits for what becomes of its first record.
constexpr QLatin1StringView watching("watching");

/// One example is enough to keep.
ReplayResult withoutPreview(ReplayResult result)
{
    if (!result.facts || !result.facts->hasPreview)
        return result;
    auto facts = std::make_shared<ReplayFacts>(*result.facts);
    facts->before = {};
    facts->after = {};
    result.facts = facts;
    return result;
}

class Collector {
public:
    Collector(const SendJob& job, SendCourse* course)
        : m_job(job)
        , m_course(course)
    {
    }
    void take(const QList<ReplayResult>& results)
    {
        if (m_course)
            m_course->tell(results);
        for (const ReplayResult& result : results)
            take(result);
    }
    SendFindings findings;

private:
    void take(const ReplayResult& result)
    {
        const quint64 place = FailureRow::placeKey(result.partition, result.offset);
        const bool goes = result.outcome == ReplayOutcome::WouldReplay;
        if (result.outcome == ReplayOutcome::Skipped)
            findings.held[result.skip].append(place);
        else if (goes && !result.joined)
            findings.going.append(place);
        if (!m_hasExample && goes && result.facts && result.facts->hasPreview) {
            findings.example = m_job.example(*result.facts);
            m_hasExample = true;
        }
        if (findings.results.size() < shownResults)
            findings.results.append(withoutPreview(result));
    }

    const SendJob& m_job;
    SendCourse* m_course;
    bool m_hasExample = false;
};

} // namespace

void SendCourse::tell(const QList<ReplayResult>& results)
{
    m_settled += std::ranges::count_if(results,
        [](const ReplayResult& result) { return result.outcome != ReplayOutcome::Skipped && !result.joined; });
    const std::lock_guard lock(m_mutex);
    const QList<ReplayResult> some = results.first(std::min(results.size(), shownResults - m_told));
    m_results += some;
    m_told += some.size();
}

QList<ReplayResult> SendCourse::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_results, {});
}

SendWork sendWork(std::function<Result<JudgeAccess>(const TaskContext&)> open, std::shared_ptr<const SendJob> job,
    const SendOptions& options, std::shared_ptr<SendCourse> course)
{
    return [open = std::move(open), job = std::move(job), options, course = std::move(course)](
               TaskContext& task) -> Result<SendFindings> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        // How many were looked through tells nobody how far it is: what went, of what is to go.
        TaskContext inner = task;
        if (course)
            inner.progress = [&](const Progress& progress) {
                task.progress(progress.stage == watching
                        ? progress
                        : Progress{course->settled(), course->going(), progress.stage});
            };
        Collector collector(*job, course.get());
        if (!course)
            collector.findings.running = job->running(*access, task);
        auto summary = job->run(*access, options, !course,
            [&collector](const QList<ReplayResult>& results) { collector.take(results); }, inner);
        if (!summary)
            return fail(summary.error());
        collector.findings.summary = std::move(*summary);
        return std::move(collector.findings);
    };
}

} // namespace nc
