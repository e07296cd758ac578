#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace nc {

/// The picture at `path` as JPEG, on white where it is transparent; of several frames the first. Blocks.
/// errors::cannotRead for what Qt cannot read, and for pictures of more than 100 million pixels.
Result<QByteArray> jpegOf(const QString& path);

} // namespace nc
