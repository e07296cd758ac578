#pragma once

#include <QString>

namespace nc {

/// In which light a letter is looked at.
enum class LetterLight { Light, Dark };

/// Whether the letter itself says how it is to look in the dark.
bool hasDarkRules(const QString& html);

/// The letter as a mail program in that light shows it. `prefers-color-scheme` is decided here and not by the desktop;
/// a letter without dark rules is turned round as mail programs do it. Pictures that are not inside the letter show
/// that they were refused. Changes nothing else.
QString dressed(const QString& html, LetterLight light);

} // namespace nc
