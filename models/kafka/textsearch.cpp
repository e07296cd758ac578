#include "kafka/textsearch.h"

#include <algorithm>
#include <cstring>

namespace nc {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

bool contains(QByteArrayView haystack, QByteArrayView needle)
{
    return ::memmem(haystack.data(), static_cast<std::size_t>(haystack.size()), needle.data(),
               static_cast<std::size_t>(needle.size()))
        != nullptr;
}

/// The Kelvin sign and the long s.
bool hasOddLetters(QByteArrayView text)
{
    return contains(text, "\xe2\x84\xaa") || contains(text, "\xc5\xbf");
}

bool isAscii(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return (c & '\x80') != 0; });
}

} // namespace

TextSearch::TextSearch(const QString& needle)
    : m_needle(needle.toCaseFolded())
{
    const QByteArray utf8 = m_needle.toUtf8();
    if (isAscii(utf8)) {
        m_ascii = utf8.toLower();
        m_hasOddFolds = m_ascii.contains('k') || m_ascii.contains('s');
        return;
    }
    // A letter of the needle that has exactly two forms makes a quick test; Cyrillic ones do.
    for (const QChar c : std::as_const(m_needle)) {
        const bool cyrillic = c.unicode() >= 0x0430 && c.unicode() <= 0x045F;
        if (cyrillic) {
            m_starts = {QString(c).toUtf8(), QString(c.toUpper()).toUtf8()};
            break;
        }
    }
}

bool TextSearch::asciiIsIn(QByteArrayView haystack) const
{
    const qsizetype size = m_ascii.size();
    if (size == 0)
        return true;
    const char first = m_ascii[0];
    const char both[2] = {lower(first), upper(first)};
    const int forms = both[0] == both[1] ? 1 : 2;
    for (int form = 0; form < forms; ++form) {
        const char* at = haystack.data();
        const char* const last = haystack.data() + haystack.size() - size;
        while (at <= last) {
            at = static_cast<const char*>(std::memchr(at, both[form], static_cast<std::size_t>(last - at) + 1));
            if (!at)
                break;
            qsizetype i = 1;
            while (i < size && lower(at[i]) == m_ascii[i])
                ++i;
            if (i == size)
                return true;
            ++at;
        }
    }
    return false;
}

bool TextSearch::isIn(QByteArrayView haystack) const
{
    if (m_needle.isEmpty())
        return true;
    if (haystack.isEmpty())
        return false;
    if (!m_ascii.isEmpty()) {
        if (asciiIsIn(haystack))
            return true;
        if (!m_hasOddFolds || !hasOddLetters(haystack))
            return false;
    }
    if (!m_starts.isEmpty()) {
        const bool possible = std::any_of(
            m_starts.begin(), m_starts.end(), [&](const QByteArray& start) { return contains(haystack, start); });
        if (!possible)
            return false;
    }
    return QString::fromUtf8(haystack).toCaseFolded().contains(m_needle);
}

} // namespace nc
