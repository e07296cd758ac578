#pragma once

#include <QList>
#include <QString>

namespace nc {

enum class ColumnKind {
    Text, ///< elided in the middle: names, places
    Sentence, ///< elided at its end
    Code, ///< fixed-width face: keys, checksums
    Payload, ///< fixed-width face, elided at its end
    Number, ///< integer: digit groups, at the right
    Bytes, ///< integer: 1.4 MB, at the right
    Duration, ///< milliseconds: 7 days, at the right; negative: for ever
    Time, ///< epoch milliseconds: relative, the exact one in the tooltip
    State, ///< roles::State → word, roles::Tone → icon and colour; without a state the displayed text
};

/// How a table shows one column of its model.
struct Column {
    QString title; ///< in the window's language
    ColumnKind kind = ColumnKind::Text;
    int width = 0; ///< px at first; 0: a sensible one for the kind
    bool stretch = false; ///< takes what is left (one of them)
    bool hidden = false;
    bool spare = false; ///< not shown where there is no room for all, unless the person asked for it
};

} // namespace nc
