#pragma once

#include "gate/operation.h"

#include <QStringList>

#include <optional>

namespace nc {

/// What an action of a page may change, by its object name: every page action stands in the table, also those that
/// change nothing (an empty list). Nothing: not in the table.
std::optional<QList<Operation>> operationsOfAction(const QString& objectName);

/// The same for what no page action starts: buttons of dialogs and panes, by object name.
const QList<std::pair<QString, Operation>>& operationsOfButtons();

} // namespace nc
