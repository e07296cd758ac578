#pragma once

#include "core/error.h"

#include <QString>
#include <QStringList>

namespace nc {

enum class Language { English, Ukrainian };

/// What a person reads of an Error: what went wrong, and what to do next (empty where nothing sensible can be said).
struct Sentence {
    QString what;
    QString advice;

    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// The one table that turns errors into words: `resources/sentences/*.tsv`, compiled in. Columns: code name, English
/// sentence, Ukrainian sentence, English advice, Ukrainian advice; `%1` is the subject, `%2` the detail. May be called
/// from any thread. An unknown code gives its id with subject and detail, never nothing.
Sentence sentenceFor(const Error& error, Language language);

/// Sentence and advice in one string; the detail is appended where the sentence does not place it.
QString describe(const Error& error, Language language);

/// Every `domain.name` in the table, sorted; for the test that compares it with the code.
QStringList knownSentences();

} // namespace nc
