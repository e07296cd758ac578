#pragma once

#include "yaml/yamlnode.h"

namespace nc {

/// What Jackson makes of a YAML node (docs/contracts.md, "Template directories"). `yes` and dates are text, `012`,
/// `0x1F` and `1e3` are numbers. Tags count as they do there.
enum class MetadataType { Text, Number, Boolean, Null, List, Map };

MetadataType metadataType(const YamlNode& node);

} // namespace nc
