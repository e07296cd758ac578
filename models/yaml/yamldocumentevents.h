#pragma once

#include "yaml/yamlnode.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

namespace nc {

/// What yaml-cpp reports of a document, flat, in order. Internal to core: readYaml() is the way in.
struct YamlEvent {
    enum class Type : std::uint8_t { Null, Alias, Scalar, SequenceStart, SequenceEnd, MapStart, MapEnd };
    Type type = Type::Null;
    bool flow = false;
    bool anchored = false;
    qsizetype pos = 0; ///< byte offset; where the node's properties start when it has some
    QByteArray tag = {}; ///< "?" for plain without a tag, "!" for quoted without one
    QByteArray value = {};
};

struct YamlEvents {
    std::vector<YamlEvent> events;
    bool hasDocument = false;
    bool moreDocuments = false;
    int nextDocument = 0; ///< the line where the second one starts
};

/// Runs yaml-cpp over the first document of `bytes` (valid UTF-8 without BOM).
/// This is the only place that includes yaml-cpp; its exceptions end here.
std::expected<YamlEvents, YamlProblem> yamlEvents(const QByteArray& bytes);

} // namespace nc
