#pragma once

#include "yaml/yamlreader.h"

namespace nc {

/// Like readYaml(), and an alias that no anchor stands for is no error: Jackson resolves none and takes the name for
/// the text (`title: *x` is "x"). docs/contracts.md, "Template directories".
std::expected<YamlFile, YamlProblem> readYamlLikeJackson(const QByteArray& bytes);

} // namespace nc
