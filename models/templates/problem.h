#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

namespace nc {

enum class Severity { Error, Warning, Info };

/// `error`, `warning`, `info`: words of the command line and JSON.
QString severityName(Severity severity);

/// Something that is wrong with a template. `error.code` is a code of domain "lint" (its name is the lint code of the
/// command line); the words for people come from the one table of sentences.
struct Problem {
    Severity severity = Severity::Error;
    Error error;
    QString path;    ///< file or folder, as the person named the regulation
    int line = 1;    ///< one-based; 1:1 for a file as a whole
    int column = 1;

    QString code() const { return QString::fromLatin1(error.code.name); }

    friend bool operator==(const Problem&, const Problem&) = default;
};

bool hasErrors(const QList<Problem>& problems);
/// By path, then place: the order in which they are shown.
void sortProblems(QList<Problem>& problems);

} // namespace nc
