#pragma once

#include "failures/letters/hop.h"
#include "kafka/records/record.h"

#include <optional>

namespace nc {

/// What the headers of a dead letter say about its failure: docs/contracts.md, section 7, all families. Decoding never
/// fails: a value of the wrong length or not in UTF-8 is read as well as it can be or left out.
struct FailureHeaders {
    QList<Hop> hops; ///< the true origin first, the latest hop last
    QString exception; ///< class that was thrown (the latest failure)
    QString causeException; ///< class of its cause; may be absent
    QString message;
    QString stackTrace;
    QString keyException; ///< where the key could not be read
    std::optional<int> attempts; ///< only where a header tells

    bool isEmpty() const { return hops.isEmpty() && exception.isEmpty() && message.isEmpty(); }

    friend bool operator==(const FailureHeaders&, const FailureHeaders&) = default;
};

FailureHeaders decodeFailureHeaders(const Headers& headers);

/// The latest hop alone, cheaply, for work on very many records.
std::optional<Hop> latestHop(const Headers& headers);

} // namespace nc
