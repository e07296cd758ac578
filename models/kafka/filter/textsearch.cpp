#include "kafka/filter/textsearch.h"

#include <cstring>

namespace nc {
namespace {

/// Letters that fold to a plain Latin or Cyrillic one and are none themselves: the Kelvin sign, the long s, and the old
/// Cyrillic forms U+1C80 to U+1C8F. So rare that their first bytes tell.
bool hasOddLetters(QByteArrayView text)
{
    const auto has = [&](char first, char second, qsizetype behind) {
        const char* at = text.data();
        const char* const end = at + text.size();
        while (at < end) {
            at = static_cast<const char*>(std::memchr(at, first, static_cast<std::size_t>(end - at)));
            if (!at)
                return false;
            if (end - at > behind && at[1] == second)
                return true;
            ++at;
        }
        return false;
    };
    return has('\xe2', '\x84', 2) || has('\xc5', '\xbf', 1) || has('\xe1', '\xb2', 2);
}

/// How rare a byte is in JSON of this kind; the higher the rarer.
int rarity(char byte)
{
    static constexpr QByteArrayView common("etaoinsrlcdum\"\\{}:,. ");
    static constexpr QByteArrayView rare("@#$%&*+/<=>?^`|~;!QXZJKVWYqxzj");
    if (rare.contains(byte))
        return 4;
    if (byte == '-' || byte == '_')
        return 3;
    if (common.contains(byte))
        return 0;
    return (byte & '\x80') ? 1 : 2;
}

} // namespace

bool TextSearch::Unit::startsAt(const char* at) const
{
    const auto size = static_cast<std::size_t>(lower.size());
    return std::memcmp(at, lower.constData(), size) == 0 || std::memcmp(at, upper.constData(), size) == 0;
}

TextSearch::TextSearch(const QString& needle)
    : m_needle(needle.toCaseFolded())
{
    for (const QChar c : std::as_const(m_needle)) {
        if (!addUnit(c)) {
            m_units.clear();
            return;
        }
    }
    chooseAnchor();
}

/// False for a letter that has more forms than two of the same length.
bool TextSearch::addUnit(QChar c)
{
    const bool ascii = c.unicode() < 0x80;
    const bool cyrillic = c.unicode() >= 0x0430 && c.unicode() <= 0x045F;
    const bool ukrainianG = c.unicode() == 0x0491;
    if (!ascii && !cyrillic && !ukrainianG)
        return false;
    Unit unit{QString(c).toUtf8(), QString(c.toUpper()).toUtf8(), m_size};
    m_size += unit.lower.size();
    m_units.push_back(std::move(unit));
    return true;
}

void TextSearch::chooseAnchor()
{
    int best = -1;
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        const Unit& unit = m_units[i];
        // A letter with two forms is looked for twice.
        const int forms = unit.lower.back() == unit.upper.back() ? 1 : 0;
        const int worth = rarity(unit.lower.back()) * 2 + forms;
        if (worth > best) {
            best = worth;
            m_anchor = i;
        }
    }
}

/// Looks for the anchor's last byte, then compares the whole around it.
bool TextSearch::isAnchored(QByteArrayView haystack, char byte) const
{
    const Unit& anchor = m_units[m_anchor];
    const qsizetype before = anchor.offset + anchor.lower.size() - 1;
    const char* at = haystack.data() + before;
    const char* const end = haystack.data() + haystack.size() - (m_size - before - 1);
    while (at < end) {
        at = static_cast<const char*>(std::memchr(at, byte, static_cast<std::size_t>(end - at)));
        if (!at)
            return false;
        bool same = true;
        for (const Unit& unit : m_units) {
            if (!unit.startsAt(at - before + unit.offset)) {
                same = false;
                break;
            }
        }
        if (same)
            return true;
        ++at;
    }
    return false;
}

bool TextSearch::bytesAreIn(QByteArrayView haystack) const
{
    if (haystack.size() < m_size)
        return false;
    const Unit& anchor = m_units[m_anchor];
    return isAnchored(haystack, anchor.lower.back())
        || (anchor.upper.back() != anchor.lower.back() && isAnchored(haystack, anchor.upper.back()));
}

bool TextSearch::isIn(QByteArrayView haystack) const
{
    if (m_needle.isEmpty())
        return true;
    if (haystack.isEmpty())
        return false;
    if (!m_units.empty()) {
        if (bytesAreIn(haystack))
            return true;
        if (!hasOddLetters(haystack))
            return false;
    }
    return QString::fromUtf8(haystack).toCaseFolded().contains(m_needle);
}

} // namespace nc
