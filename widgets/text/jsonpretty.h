#pragma once

#include <QByteArray>

namespace nc {

/// JSON set in lines with two blanks a level (at most 40 levels deep, deeper ones stand flush). Works on the bytes in
/// one pass and changes nothing but blanks between tokens: numbers, escapes, order and duplicates stay as they are, and
/// what is no JSON at all comes out readable, too. Any thread.
QByteArray prettyJson(const QByteArray& json);

/// Begins like an object or array.
bool looksLikeJson(const QByteArray& bytes);

} // namespace nc
