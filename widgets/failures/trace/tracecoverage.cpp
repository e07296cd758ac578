#include "widgets/failures/trace/tracecoverage.h"

#include "widgets/common/timewords.h"
#include "widgets/style/language.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Its sentences are those of the page.
struct CoverageWords {
    Q_DECLARE_TR_FUNCTIONS(nc::TraceTab)
};

} // namespace

QString traceCoverage(const TraceResult& result, const TraceQuery& query)
{
    qint64 scanned = 0;
    EpochMs oldest = -1;
    QStringList gone;
    for (const TraceCoverage& topic : result.coverage) {
        scanned += topic.scanned;
        if (topic.oldest >= 0)
            oldest = oldest < 0 ? topic.oldest : std::min(oldest, topic.oldest);
        if (topic.olderGone)
            gone += topic.topic;
    }
    QString text =
        CoverageWords::tr("Looked through %n topic(s), %1 records", nullptr, static_cast<int>(result.coverage.size()))
            .arg(groupedNumber(scanned));
    if (query.since)
        text += CoverageWords::tr(", back to %1").arg(exactTime(*query.since));
    else if (oldest >= 0)
        text += CoverageWords::tr(", back to the beginning (%1)").arg(exactTime(oldest));
    text += u'.';
    if (result.tooMany)
        text += u' ' + CoverageWords::tr("There is more than is shown.");
    if (!gone.isEmpty())
        text += u' ' + CoverageWords::tr("Older records are gone from: %1.").arg(gone.join(u", "_s));
    return text;
}

QStringList traceUnseen(const TraceResult& result)
{
    QStringList unseen;
    for (const TraceCoverage& topic : result.coverage) {
        if (topic.problem)
            unseen += u"%1: %2"_s.arg(topic.topic, sentenceFor(*topic.problem, currentLanguage()).what);
    }
    for (const Error& error : result.unseen) {
        const Sentence words = sentenceFor(error, currentLanguage());
        unseen += words.what + u' ' + words.advice;
    }
    return unseen;
}

} // namespace nc
