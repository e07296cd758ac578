#pragma once

#include "core/sentences.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace nc::gui {

/// The command line of notification-console.
struct Options {
    QString profile;
    QString configFolder; ///< as configFolder() gives it
    std::optional<Language> language;
    QString tour; ///< folder for the pictures; empty: no tour
    QSize tourSize{1360, 860}; ///< px, of each picture
    bool version = false;
    bool help = false;
};

/// The error is a sentence for the person (wrong usage, exit code 2).
/// Both need a QCoreApplication alone: help and mistakes are told without a display too.
std::expected<Options, QString> readOptions(const QStringList& arguments);
QString optionsHelp();

} // namespace nc::gui
