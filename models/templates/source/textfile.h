#pragma once

#include <QByteArray>
#include <QString>

namespace nc {

/// Text of a file as the publisher reads it.
struct DecodedText {
    QString text;
    bool wellFormed = true; ///< false: broken UTF-8 became U+FFFD, as Java replaces it
    qsizetype brokenAt = -1; ///< UTF-16 position of the first replacement
};

/// Decodes UTF-8 exactly as Java's decoder does, a byte order mark stays: one U+FFFD for each run of bytes that Java
/// takes for one malformed character. Bytes that are not replaced this way would change a checksum.
DecodedText decodeLikeJava(const QByteArray& bytes);

} // namespace nc
