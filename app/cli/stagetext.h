#pragma once

#include "cli/environment.h"
#include "http/teststage.h"

#include <QJsonObject>

namespace nc::cli {

/// What a stage of a connection test found, why it was left out, or what went wrong.
QString stageWords(const TestStage& stage, Language language);
/// `stage`, `result` (ok, skipped, failed), `ms`, `message`, `validUntil` and `code` where there are any.
QJsonObject stageJson(const TestStage& stage, Language language);
/// The same as a line of a table.
QString stageLine(const TestStage& stage, Language language);

} // namespace nc::cli
