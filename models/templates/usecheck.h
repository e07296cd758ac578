#pragma once

#include "templates/problem.h"
#include "templates/regulation.h"
#include "templates/templateuses.h"

namespace nc {

/// Warnings (`missing-template`) for places in processes that name a template of no channel: such a notification fails
/// silently (docs/contracts.md, section 11).
QList<Problem> missingTemplates(const QList<TemplateUse>& uses, const Regulation& regulation);

} // namespace nc
