#pragma once

#include "yaml/yamldocumentevents.h"

namespace nc {

/// A stretch of the file in which a token of the document stands; what lies between them is punctuation, white space
/// and comments.
struct YamlRange {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool plain = false;
};

struct YamlTree {
    YamlNode root;
    std::vector<YamlRange> scalars; ///< of all scalars, aliases, anchors and tags, in the order of the file
};

/// Makes nodes with their extent in `bytes` out of the events that yaml-cpp gave for them. Internal to core.
/// `events` must not be empty.
YamlTree yamlTree(const QByteArray& bytes, const std::vector<YamlEvent>& events);

/// Past blanks, line breaks and comments. Internal to core.
qsizetype yamlSkipBlank(const QByteArray& bytes, qsizetype pos);

} // namespace nc
