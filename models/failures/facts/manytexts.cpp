#include "failures/facts/manytexts.h"

#include <algorithm>

namespace nc {
namespace {

unsigned beginningOf(const char* at)
{
    return static_cast<unsigned char>(at[0]) << 8U | static_cast<unsigned char>(at[1]);
}

} // namespace

ManyTexts::ManyTexts(const QByteArrayList& texts)
{
    for (const QByteArray& text : texts) {
        if (text.size() == 1)
            m_singles.set(static_cast<unsigned char>(text[0]));
        if (text.size() < 2)
            continue;
        const unsigned beginning = beginningOf(text.constData());
        m_beginnings.set(beginning);
        m_byBeginning[beginning].push_back(text);
    }
}

bool ManyTexts::isAnyIn(QByteArrayView bytes) const
{
    if (m_singles.any()
        && std::ranges::any_of(bytes, [this](char c) { return m_singles.test(static_cast<unsigned char>(c)); }))
        return true;
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
        const unsigned beginning = beginningOf(bytes.data() + i);
        if (!m_beginnings.test(beginning))
            continue;
        const QByteArrayView rest = bytes.sliced(i);
        for (const QByteArray& text : m_byBeginning.at(beginning)) {
            if (rest.startsWith(text))
                return true;
        }
    }
    return false;
}

} // namespace nc
