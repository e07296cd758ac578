#pragma once

#include "authoring/completioncontext.h"
#include "core/sentences.h"

#include <QByteArray>
#include <QList>

namespace nc {

struct Completion {
    QString text; ///< what is shown and typed against
    QString insert; ///< `|` is where the caret goes; empty: `text`
    QString help; ///< one line; may be empty
};

/// What the data of a template hold: dotted names, `items[].title` inside a list.
struct KnownNames {
    QStringList names;

    /// Adds every name of a JSON object (sample data, an event's parameters); anything else adds nothing. A list counts
    /// with the fields of its first items.
    void addJson(const QByteArray& json);
    void add(const QString& name);
};

/// What may be typed at a place, the likeliest first; empty where nothing is to be offered. Loop variables are known by
/// the loops around the place, macros by their definitions.
QList<Completion> completionsAt(
    const QString& text, const CompletionContext& context, Channel channel, const KnownNames& names, Language language);

} // namespace nc
