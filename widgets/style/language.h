#pragma once

#include "core/sentences.h"

namespace nc {

/// The language of the window: that of the default QLocale, which app/gui/language sets when it switches.
Language currentLanguage();

/// Sentence and advice of an error in the window's language.
Sentence sentenceFor(const Error& error);

} // namespace nc
