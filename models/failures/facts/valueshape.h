#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace nc {

/// Why the service cannot read a record's value, and where.
struct ShapeProblem {
    /// errors::shapeNotJson (subject: line:column, detail: the parser's words), shapeNotObject, shapeListForObject,
    /// shapeNoObject, shapeNoList, shapeNoText, shapeNoTruth, shapeBadRealm (subject: path).
    Error error;
    QString path; ///< `recipients[0].parameters`; empty: the value as a whole
    int line = 0; ///< where it stops being JSON, from 1; 0: it is JSON
    int column = 0; ///< in bytes, from 1

    friend bool operator==(const ShapeProblem&, const ShapeProblem&) = default;
};

/// Reads JSON as the service's parser does: what stands behind the first value is not looked at. Nothing and a problem
/// when it is no object.
std::optional<QJsonObject> parseLikeService(const QByteArray& value, std::optional<ShapeProblem>* problem = nullptr);

/// Reads the value as the service does when it takes it for what `topic` carries (docs/contracts.md, section 6):
/// unknown fields are ignored, numbers and truth values are taken for text, a list is not taken for an object. Nothing
/// when it would be read, and for topics that the service does not know.
std::optional<ShapeProblem> shapeProblem(const QByteArray& value, const QString& topic);

/// The same for an object that was parsed already.
std::optional<ShapeProblem> shapeProblem(const QJsonObject& json, const QString& topic);

} // namespace nc
