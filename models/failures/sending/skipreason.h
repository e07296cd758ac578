#pragma once

#include <QString>

namespace nc {

/// Why a record was left out.
enum class SkipReason {
    None,
    AlreadyReplayed,
    Discarded,
    ExpectsReply,
    CameBackTooOften,
    EventIsDead, ///< the event of a failed delivery stands among the dead letters
    EventReplayed, ///< the event of a failed delivery was sent back from there since
    TooLate, ///< older than its template's shelf life
    AlreadyGot, ///< somebody would get it again
    EverybodyGot, ///< narrowing leaves nobody
    Verdict, ///< not the verdict that was asked for
    WouldFail, ///< by its verdict it would only fail again
};

/// `already-replayed`, `discarded`, `expects-reply` …: stable names for JSON; empty for None.
QString skipReasonName(SkipReason reason);

inline size_t qHash(SkipReason reason, size_t seed = 0)
{
    return ::qHash(static_cast<int>(reason), seed);
}

} // namespace nc
