#pragma once

#include <QString>

#include <optional>

namespace nc {

enum class LetterState {
    Open, ///< nobody did anything with it
    Replayed, ///< sent back
    Returned, ///< it is what became of a record that was sent back; nobody did anything with it yet
    Discarded,
};

/// `open`, `replayed`, `returned`, `discarded`.
QString stateName(LetterState state);
std::optional<LetterState> stateFromName(const QString& name);

} // namespace nc
