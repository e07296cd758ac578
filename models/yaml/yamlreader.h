#pragma once

#include "yaml/yamlnode.h"

#include <expected>
#include <optional>

namespace nc {

/// What a file of YAML holds.
struct YamlFile {
    /// The root of the first document; nothing when the file is empty or holds only comments.
    std::optional<YamlNode> root;
    bool hasBom = false;
    /// Another document follows the first. It was not looked at: with readYaml() it may be broken.
    bool moreDocuments = false;
    int nextDocument = 0; ///< the line where it starts; 0 when nothing follows
};

/// Reads the first document of `bytes` as snakeyaml (so Jackson) does where parsers differ: a BOM is skipped; a tab
/// where a token must start (after a colon, in the indentation), control characters and broken UTF-8 are errors, each
/// with its line. Aliases stay aliases (nothing is expanded, so an alias bomb is just a small file), repeated keys stay
/// repeated; deciding about them, about null, numbers and booleans is the caller's. At most 8 MB and 500 levels.
/// Never throws. Any thread. docs/contracts.md, section 2.
std::expected<YamlFile, YamlProblem> readYaml(const QByteArray& bytes);

} // namespace nc
