#pragma once

#include "failures/facts/verdictresult.h"
#include "failures/letters/deadletter.h"
#include "failures/letters/letterquery.h"
#include "kafka/filter/recordmatcher.h"

#include <memory>

namespace nc {

/// The fields of a dead letter that a filter may name beside those of its record: `state`, `template`, `channel`,
/// `reason`, `cause.exception`, `cause.message`, `cause.summary`, `origin.topic`, `lastHop.topic`, `attempts`,
/// `recipient`, `process`, `verdict.outcome`, `verdict.reasons`.
QStringList letterFields();
/// Judges a dead letter; asked only where a filter names a verdict.
using VerdictOf = std::function<Verdict(const DeadLetter&)>;
/// What such a field holds; summaries in both languages. Without `verdict` those fields are not there.
QStringList letterField(const DeadLetter& letter, const QString& name, const VerdictOf& verdict = {});

/// One a thread.
class LetterMatcher {
public:
    explicit LetterMatcher(const LetterQuery& query, VerdictOf verdict = {});

    bool matches(const DeadLetter& letter) const { return matches(letter, RecordView(letter.record)); }
    /// `record` is the letter's whole record, where the letter does not hold all of it.
    bool matches(const DeadLetter& letter, const RecordView& record) const;

private:
    LetterQuery m_query;
    RecordMatcher m_matcher;
    VerdictOf m_verdict;
};

/// For ReplayRequest::filter; nothing when the query takes everything (offsets are left to the request).
std::function<bool(const DeadLetter&)> letterTest(const LetterQuery& query, VerdictOf verdict = {});

} // namespace nc
