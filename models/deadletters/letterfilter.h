#pragma once

#include "deadletters/deadletter.h"
#include "deadletters/offsetselection.h"
#include "kafka/recordfilter.h"
#include "kafka/recordmatcher.h"

#include <memory>

namespace nc {

/// Which dead letters are wanted. A plain value; LetterMatcher evaluates it.
struct LetterQuery {
    QString topic;
    OffsetSelection offsets; ///< empty: all
    RecordFilter filter;
    std::optional<LetterState> state;
    std::optional<EpochMs> since; ///< by the dead letter's own time

    friend bool operator==(const LetterQuery&, const LetterQuery&) = default;
};

/// The fields of a dead letter that a filter may name beside those of its record: `state`, `template`, `channel`,
/// `reason`, `cause.exception`, `cause.message`, `cause.summary`, `origin.topic`, `lastHop.topic`, `attempts`,
/// `recipient`, `process`.
QStringList letterFields();
/// What such a field holds; summaries in both languages.
QStringList letterField(const DeadLetter& letter, const QString& name);

/// One a thread.
class LetterMatcher {
public:
    explicit LetterMatcher(const LetterQuery& query);

    bool matches(const DeadLetter& letter) const;

private:
    LetterQuery m_query;
    RecordMatcher m_matcher;
};

/// For ReplayRequest::filter; nothing when the query takes everything (offsets are left to the request).
std::function<bool(const DeadLetter&)> letterTest(const LetterQuery& query);

} // namespace nc
