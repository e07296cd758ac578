#pragma once

#include "templates/source/template.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace nc {

/// The JSON that a Diia template is registered with, and whose hash is its checksum: fixed order of keys, no spaces,
/// absent values as null, escaped as Jackson does by default (docs/contracts.md, "What is published").
QByteArray diiaTemplateJson(
    const std::optional<QString>& title, const QMap<QString, QString>& attributes, const QString& content);

/// Lower-case hex SHA-256 of the content's bytes (email, inbox).
QByteArray contentChecksum(const QByteArray& content);

/// By the channel's rule.
QByteArray templateChecksum(Channel channel, const std::optional<QString>& title,
    const QMap<QString, QString>& attributes, const QByteArray& content);

} // namespace nc
