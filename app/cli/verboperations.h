#pragma once

#include "gate/operation.h"

#include <QStringList>

#include <optional>

namespace nc::cli {

/// What a verb may change: every verb stands in the table, also those that change nothing (an empty list). A verb gets
/// no pass for an operation that is not named here (Environment::pass). Nothing: no such verb in the table.
std::optional<QList<Operation>> operationsOf(const QStringList& words);

/// The words of all verbs in the table, joined by a blank.
QStringList verbsWithOperations();

} // namespace nc::cli
