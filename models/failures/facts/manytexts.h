#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <bitset>
#include <unordered_map>
#include <vector>

namespace nc {

/// Looks for any of many texts in many byte strings, exactly, in one go over the bytes whatever their number: most
/// places are ruled out by two bytes. Immutable after construction; any thread.
class ManyTexts {
public:
    /// Empty texts are left out; one of a single byte makes everything that has it match.
    explicit ManyTexts(const QByteArrayList& texts);
    bool isAnyIn(QByteArrayView bytes) const;

private:
    std::bitset<65'536> m_beginnings;
    std::bitset<256> m_singles;
    std::unordered_map<unsigned, std::vector<QByteArray>> m_byBeginning;
};

} // namespace nc
