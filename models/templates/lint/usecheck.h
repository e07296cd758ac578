#pragma once

#include "templates/source/problem.h"
#include "templates/source/regulation.h"
#include "templates/source/templateuses.h"

namespace nc {

/// Warnings (`missing-template`) for places in processes that name a template of no channel: such a notification fails
/// silently (docs/contracts.md, section 11).
QList<Problem> missingTemplates(const QList<TemplateUse>& uses, const Regulation& regulation);

} // namespace nc
