#pragma once

#include <QString>

#include <vector>

namespace nc {

/// One-based line and column (UTF-16 units) in a text, and back. Lines end at LF, CR LF or a lone CR, as FreeMarker
/// counts them.
class TextPlaces {
public:
    struct Place {
        int line = 1;
        int column = 1;
    };

    explicit TextPlaces(const QString& text);

    Place placeOf(qsizetype position) const;
    /// Clamped to the text.
    qsizetype positionOf(int line, int column) const;

private:
    std::vector<qsizetype> m_starts{0};
    qsizetype m_size;
};

} // namespace nc
