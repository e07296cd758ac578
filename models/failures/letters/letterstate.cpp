#include "failures/letters/letterstate.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr QLatin1StringView stateNames[] = {"open"_L1, "replayed"_L1, "returned"_L1, "discarded"_L1};

} // namespace

QString stateName(LetterState state)
{
    return stateNames[static_cast<int>(state)];
}

std::optional<LetterState> stateFromName(const QString& name)
{
    for (int i = 0; i < 4; ++i) {
        if (name == stateNames[i])
            return static_cast<LetterState>(i);
    }
    return {};
}

} // namespace nc
