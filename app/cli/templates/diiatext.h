#pragma once

#include "core/result.h"
#include "templates/source/template.h"

namespace nc::cli {

/// A Diia text with parameters (a JSON object's bytes) in place of its `{key}`s, as Diia does it. errors::badData, and
/// errors::diiaKeyMissing where a delivery would fail (docs/contracts.md, "FreeMarker as the service runs it").
Result<QString> diiaText(const TemplateKey& key, const QByteArray& content, const QByteArray& data);

} // namespace nc::cli
