#pragma once

#include <Qt>

/// What the item models of every area say about a cell besides its value. Models give raw values (Qt::DisplayRole: a
/// text, an integer, epoch milliseconds); widgets/common/datatable turns them into words, colours and icons.
namespace nc {

/// How a thing stands. Each tone differs in colour, icon and word on screen.
enum class Tone { Neutral, Ok, Warning, Error };

namespace roles {

enum Role {
    Tone = Qt::UserRole + 1, ///< int of nc::Tone
    State, ///< QString: untranslated word ("replayed", "create", "would-fail"); widgets/common/statewords has the words
    Sort, ///< what to sort by when it is not the displayed value: number or text
    Copy, ///< QString: what goes to the clipboard when it is not the displayed value (may be masked, never more)
    Identity, ///< something that names the row's thing over a reload, so that the selection can be kept
    Area = Qt::UserRole + 100, ///< the first role that an area may define for itself
};

} // namespace roles
} // namespace nc
