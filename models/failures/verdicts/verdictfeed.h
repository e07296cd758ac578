#pragma once

#include "failures/facts/verdictresult.h"

#include <QList>

#include <mutex>

namespace nc {

/// Brings verdicts from the thread that judges to the one that shows them, as they come. Thread-safe.
class VerdictFeed {
public:
    struct Judged {
        quint64 place = 0; ///< FailureRow::place()
        Verdict verdict;
    };
    void put(quint64 place, Verdict verdict);
    /// What came since the last call.
    QList<Judged> take();

private:
    std::mutex m_mutex;
    QList<Judged> m_judged;
};

} // namespace nc
