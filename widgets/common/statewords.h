#pragma once

#include <QString>

namespace nc {

/// The word for an untranslated state ("replayed", "create", "would-fail"), in the window's language; the state itself
/// when it is not known. One table for all pages, so that the same thing has the same word everywhere.
QString stateWord(const QString& state);

} // namespace nc
