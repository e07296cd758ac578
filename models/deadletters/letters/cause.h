#pragma once

#include "core/sentences.h"
#include "deadletters/letters/failureheaders.h"

#include <QHash>

namespace nc {

/// Why a record failed, in one sentence of the console's table (docs/contracts.md, section 11, and Spring's own cases).
struct Cause {
    QString exception; ///< the class that was thrown
    QString causedBy; ///< the class of its immediate cause; may be empty
    QString message; ///< the whole message with the doubled part and payloads folded
    Error reason; ///< one of errors::cause…, with what belongs into its sentence

    QString summary(Language language) const;
    /// Equal for failures of the same kind: code, classes and the message without what differs.
    QString groupKey;

    friend bool operator==(const Cause&, const Cause&) = default;
};

/// `topic` is where the record failed. Empty headers give errors::causeUnknown.
Cause causeOf(const FailureHeaders& headers, const QString& topic);

/// Remembers causes by what failed: dead letters of one kind say the same, byte for byte, and reading it takes longer
/// than anything else about them. Bounded. One a thread.
class CauseCache {
public:
    const Cause& of(const FailureHeaders& headers, const QString& topic);

private:
    QHash<QString, Cause> m_known;
};

/// The sentence for a `failureReason` of the audit; `text` may be empty (the service gave none).
Error reasonOfText(const QString& text, const QString& causeClass, const QString& channel, const QString& topic);

} // namespace nc
