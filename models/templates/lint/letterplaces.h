#pragma once

#include "templates/source/textplaces.h"

#include <QHash>
#include <QString>

namespace nc {

/// Where elements of a letter stand in its source. The parser keeps no positions, so tags are looked for again: good
/// enough to lead the author there, 1:1 where nothing fits. Linear in the source, however many are asked for.
class LetterPlaces {
public:
    explicit LetterPlaces(const QString& source)
        : m_source(source)
        , m_places(source)
    {
    }

    /// The next `<element …>` whose `src` or `href` is `reference`, else the next that holds it anywhere in its tag;
    /// each call for the same pair goes one further.
    TextPlaces::Place next(const QString& element, const QString& reference);

private:
    struct Tag {
        qsizetype begin = 0;
        QStringView text; ///< without the closing bracket
    };
    struct Tags {
        QList<Tag> all;
        QHash<QString, QList<qsizetype>> byReference;
    };

    const Tags& tagsOf(const QString& element);

    const QString& m_source;
    TextPlaces m_places;
    QHash<QString, Tags> m_tags; // by element
    QHash<QString, qsizetype> m_from; // by element and reference: where to go on
    qsizetype m_patience = 1'000'000; // tags that may still be looked through in vain
};

} // namespace nc
