#pragma once

#include "templates/source/templatestructure.h"

#include <QHash>

namespace nc {

/// An element one end of which lies in a block of template code and the other outside of it.
struct TagCrossing {
    qsizetype block = 0; ///< where the outermost such block's opening directive begins
    QString tag;
    bool opensInside = true; ///< its beginning lies in the block, its end (if any) does not; false: the other way round

    friend bool operator==(const TagCrossing&, const TagCrossing&) = default;
    friend size_t qHash(const TagCrossing& crossing, size_t seed = 0)
    {
        return qHashMulti(seed, crossing.block, crossing.tag, crossing.opensInside);
    }
};

/// In the order of the elements.
QList<TagCrossing> tagCrossings(const TemplateStructure& structure);

} // namespace nc
