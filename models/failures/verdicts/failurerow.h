#pragma once

#include "core/epochms.h"
#include "failures/facts/shelflives.h"
#include "failures/facts/verdictresult.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace nc {

struct Delivery;
struct LetterRow;

/// One failure in a list, a dead letter or a failed delivery: what a table shows of it, without payload and traces.
struct FailureRow {
    qint32 partition = -1;
    qint64 offset = -1;
    EpochMs at = -1;
    QString state; ///< stateName() or deliveryStateName()
    Error cause;
    std::optional<TemplateTrouble> found; ///< what the console found by rendering, where the service does not say why
    QString group; ///< FailureGroup::key
    QString templateName;
    QString channel;
    QString recipient;
    QString origin; ///< topic
    int attempts = 0; ///< audits of the same failure; 0: not told
    int returns = 0; ///< how often it has come back
    bool tooLate = false; ///< older than its template's shelf life

    /// Nobody has done anything with it that holds.
    bool isOpen() const { return state == u"open" || state == u"returned"; }
    quint64 place() const { return placeKey(partition, offset); }
    static quint64 placeKey(qint32 partition, qint64 offset)
    {
        return quint64(partition) << 48 | (quint64(offset) & 0xffff'ffff'ffff);
    }
    static qint32 partitionOf(quint64 placeKey) { return qint32(placeKey >> 48); }
    static qint64 offsetOf(quint64 placeKey) { return qint64(placeKey & 0xffff'ffff'ffff); }
};

/// Where the service does not say why it failed, and a verdict has found it: takes it over, and a group of its own with
/// all that fail the same way. False where there is nothing new.
bool takeFoundCause(FailureRow& row, const Verdict& verdict);
/// The cause in words, with what was found.
Sentence causeSentence(const Error& cause, const std::optional<TemplateTrouble>& found, Language language);

FailureRow failureRow(const LetterRow& letter);
FailureRow failureRow(const Delivery& delivery);
/// Sets FailureRow::tooLate; `now` in epoch milliseconds.
void markTooLate(QList<FailureRow>& rows, const ShelfLives& lives, qint64 now);

/// Verdicts on the open ones of a group.
struct VerdictCounts {
    qint64 wouldSucceed = 0;
    qint64 wouldFail = 0;
    qint64 unknown = 0;
    qint64 tooLate = 0; ///< would succeed, but is older than its template's shelf life
    qint64 waiting = 0; ///< not judged yet

    VerdictCounts& operator+=(const VerdictCounts& other);
    friend bool operator==(const VerdictCounts&, const VerdictCounts&) = default;
};

/// Failures for the same reason.
struct FailureGroup {
    QString key;
    Error cause; ///< of the newest one
    std::optional<TemplateTrouble> found; ///< the same in all of them
    QString templateName;
    QString channel;
    QString origin;
    qint64 count = 0;
    qint64 open = 0;
    EpochMs first = -1;
    EpochMs last = -1;
    QList<qint64> course; ///< how many in each part of the time that all of the failures span
    VerdictCounts verdicts;
};

/// The largest group first; `parts`: of `course`.
QList<FailureGroup> groupFailures(const QList<FailureRow>& rows, int parts = 24);
/// Of those at `which` only.
QList<FailureGroup> groupFailures(const QList<FailureRow>& rows, const QList<int>& which, int parts = 24);

} // namespace nc
