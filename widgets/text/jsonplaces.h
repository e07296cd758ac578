#pragma once

#include <QList>
#include <QString>

namespace nc {

/// Where a member stands in a JSON text: its name and its value, in UTF-16 units.
struct JsonPlace {
    QString path; ///< `a.b`, `items[].title` for each element of a list
    qsizetype begin = 0; ///< of the name's quotation mark
    qsizetype end = 0; ///< behind the value
};

/// All members of all objects, in the order of the text. Text that is no JSON gives what could be read before it
/// breaks.
QList<JsonPlace> jsonPlaces(const QString& json);

} // namespace nc
