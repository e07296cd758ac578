#pragma once

#include <QByteArray>

namespace nc {

/// The 1-based line and column (in code points) of a byte offset.
struct YamlPlace {
    int line = 1;
    int column = 1;
};
YamlPlace yamlPlace(const QByteArray& bytes, qsizetype offset);

} // namespace nc
