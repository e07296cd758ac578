#pragma once

#include "core/sentences.h"
#include "failures/letters/failureheaders.h"

#include <QHash>

#include <functional>

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

/// What is the same in all messages that differ in nothing but numbers.
struct MessageKind {
    int rule = -1; ///< of the console's table
    QString normalized;
};

/// Bounded. One a thread.
class MessageKinds {
public:
    /// `look` finds out about a kind that is met for the first time.
    MessageKind of(const QString& message, const std::function<MessageKind()>& look);

private:
    QHash<QString, MessageKind> m_known;
};

/// Remembers causes by what failed: dead letters of one kind say the same, but for ids and times, and reading it takes
/// longer than anything else about them. Bounded. One a thread.
class CauseCache {
public:
    const Cause& of(const FailureHeaders& headers, const QString& topic);

private:
    struct Key {
        QString topic;
        QString exception;
        QString causedBy;
        QString message;

        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed)
        {
            return qHashMulti(seed, key.topic, key.exception, key.causedBy, key.message);
        }
    };
    QHash<Key, Cause> m_known;
    MessageKinds m_kinds;
};

/// The sentence for a `failureReason` of the audit; `text` may be empty (the service gave none).
Error reasonOfText(const QString& text, const QString& causeClass, const QString& channel, const QString& topic);

} // namespace nc
