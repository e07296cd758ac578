#pragma once

#include <QMetaType>
#include <QString>

namespace nc {

/// Names one kind of failure. Codes are constants in the `errors.h` of the folder that raises them; each has a
/// sentence and an advice, in every language, in `resources/sentences/<domain>.tsv` (a test compares the two).
struct ErrorCode {
    const char* domain = "";
    const char* name = "";

    friend bool operator==(const ErrorCode& a, const ErrorCode& b)
    {
        return qstrcmp(a.domain, b.domain) == 0 && qstrcmp(a.name, b.name) == 0;
    }
};

/// What the caller may do after a failure.
enum class Next {
    Retry, ///< the same call may succeed later, nothing was changed
    Abort, ///< give up this unit of work; the connection or process is still good
    InDoubt, ///< whether it took effect is unknown: look before you repeat
    Fatal, ///< the connection, process or file behind it is unusable
};

/// A flat value: everything a person must be told is in it, nothing is looked up later.
/// `subject` is what it was about (a file, a topic, a host); `detail` is the cause in the words of the library or
/// server that reported it. Neither may hold a secret.
struct Error {
    ErrorCode code;
    QString subject;
    QString detail;
    Next next = Next::Abort;

    bool is(const ErrorCode& other) const { return code == other; }
    /// `domain.name`, for logs and JSON.
    QString id() const;

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace nc

Q_DECLARE_METATYPE(nc::Error)
