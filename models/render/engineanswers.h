#pragma once

#include "render/inspection.h"
#include "render/prepared.h"
#include "render/templatefault.h"

#include <QJsonObject>

/// From the helper's JSON to our types.
namespace nc::engineanswers {

Prepared prepared(const QJsonObject& json);
Inspection inspection(const QJsonObject& json);
TemplateFault fault(const QJsonObject& error);

} // namespace nc::engineanswers
