#pragma once

#include <QMap>
#include <QMetaType>
#include <QString>

#include <optional>

namespace nc {

/// Microseconds since the epoch, UTC: exactly what PostgreSQL keeps, so that two readings can be compared.
using EpochUs = qint64;

/// A row of notification_template with its attributes, without the content (docs/contracts.md, section 4).
struct TemplateRow {
    QString id;
    QString channel;
    QString name;
    std::optional<QString> title;
    QString checksum;
    EpochUs createdAt = 0;
    EpochUs updatedAt = 0;
    std::optional<QString> extTemplateId;
    std::optional<EpochUs> extPublishedAt;
    QMap<QString, QString> attributes;
    /// Hex SHA-256 of the content, for channel diia alone: its checksum covers more than the content.
    QString contentHash;

    QString key() const { return channel + u'/' + name; }

    friend bool operator==(const TemplateRow&, const TemplateRow&) = default;
};

/// What is to stand in a row.
struct TemplateValues {
    QString channel;
    QString name;
    std::optional<QString> title;
    QByteArray content; ///< UTF-8
    QString checksum;
    QMap<QString, QString> attributes;
    /// Diia alone; absent leaves what stands there.
    std::optional<QString> extTemplateId;
    std::optional<EpochUs> extPublishedAt;
};

/// What the session's user may do with one table.
struct TableRights {
    QString table;
    bool exists = false;
    bool select = false;
    bool insert = false;
    bool update = false;
    bool remove = false;

    friend bool operator==(const TableRights&, const TableRights&) = default;
};

} // namespace nc

Q_DECLARE_METATYPE(nc::TemplateRow)
