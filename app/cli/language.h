#pragma once

#include "core/sentences.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace nc::cli {

/// --lang, else the system's language; nothing when --lang names another one. Looked at before anything is said.
std::optional<Language> chooseLanguage(const QStringList& arguments);

/// Loads the compiled-in translation; the application owns it.
void installTranslation(QCoreApplication& app, Language language);

} // namespace nc::cli
