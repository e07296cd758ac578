#pragma once

#include "templates/textplaces.h"

#include <QHash>
#include <QString>

namespace nc {

/// Where elements of a letter stand in its source. The parser keeps no positions, so tags are looked for again: good
/// enough to lead the author there, 1:1 where nothing fits.
class LetterPlaces {
public:
    explicit LetterPlaces(const QString& source)
        : m_source(source)
        , m_places(source)
    {
    }

    /// The next `<element …>` that holds `reference` in its tag; each call for the same pair goes one further.
    TextPlaces::Place next(const QString& element, const QString& reference);

private:
    const QString& m_source;
    TextPlaces m_places;
    QHash<QString, qsizetype> m_from; // by element and reference: where to go on
};

} // namespace nc
