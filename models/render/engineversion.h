#pragma once

#include <QString>

namespace nc {

/// What the helper says of itself.
struct EngineVersion {
    QString freemarker;
    QString jsoup;
    QString java;
};

} // namespace nc
