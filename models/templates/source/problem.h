#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

namespace nc {

enum class Severity { Error, Warning, Info };

/// `error`, `warning`, `info`: words of the command line and JSON.
QString severityName(Severity severity);

/// Something that is wrong with a template. `lint` is the code of the command line (`missing-image`, …); what a person
/// reads is the sentence of `error`, which may be more exact than the code.
struct Problem {
    Severity severity = Severity::Error;
    QString lint;
    Error error;
    QString path; ///< file or folder, as the person named the regulation
    int line = 1; ///< one-based; 1:1 for a file as a whole
    int column = 1;

    const QString& code() const { return lint; }
    /// At 1:1 of `path`. The lint code is the name of `error` up to its first dot.
    static Problem make(Severity severity, Error error, QString path);
    Problem at(int atLine, int atColumn) const;

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// How many problems of one kind are listed for one template: a text of nothing but errors must not become a list that
/// nobody can read or hold.
constexpr qsizetype mostOfAKind = 10'000;

bool hasErrors(const QList<Problem>& problems);
/// By path, then place: the order in which they are shown.
void sortProblems(QList<Problem>& problems);
/// Of problems in their order: no more than `mostOfAKind` of each kind in each file, and where there were more one that
/// says so.
void shortenProblems(QList<Problem>& problems);

} // namespace nc
