#pragma once

#include "profiletest/profilecheck.h"

#include <QString>

namespace nc::profilechecktext {

/// "Schema registry", in the window's language.
QString name(const ProfileCheck& check);
/// What was found, or the sentence and advice of what went wrong.
QString words(const ProfileCheck& check);
/// The stages on the way to a server, a line each; empty where there are none.
QString stages(const ProfileCheck& check);

} // namespace nc::profilechecktext
