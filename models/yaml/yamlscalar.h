#pragma once

#include "yaml/yamlnode.h"
#include "yaml/yamlvalue.h"

#include <QByteArray>

namespace nc {

/// True when the text, written without quotes, could be read as something other than this string by some reader
/// (YAML 1.1 or 1.2): a number, boolean, null, date, or an indicator. `flow`: inside [] or {}.
bool yamlNeedsQuotes(const QString& text, bool flow);

/// The scalar as it is to stand in the file. `like` is what stood there before (its quotes are kept), else plain where
/// that is safe; `preferSingle` chooses the quotes where some are needed.
QByteArray yamlScalarText(const YamlValue& value, YamlNode::Style like, bool flow, bool preferSingle);

/// Does the node mean this value already?
bool yamlMeans(const YamlNode& node, const YamlValue& value);

} // namespace nc
