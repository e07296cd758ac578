#pragma once

#include <QList>
#include <QString>

namespace nc {

/// One replacement in a text; positions in UTF-16 units of the text before any of them.
struct TextEdit {
    qsizetype begin = 0;
    qsizetype length = 0;
    QString text;

    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// The text after all of them; they may stand in any order. Of two that overlap the later in the list is left out.
QString applyEdits(const QString& text, QList<TextEdit> edits);

} // namespace nc
