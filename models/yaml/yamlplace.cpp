#include "yaml/yamlplace.h"

#include <algorithm>

namespace nc {

YamlPlace yamlPlace(const QByteArray& bytes, qsizetype offset)
{
    YamlPlace place;
    for (qsizetype i = 0; i < std::min(offset, bytes.size()); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((c & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

} // namespace nc
