#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace nc::demo {

/// Text as Jackson writes it: quoted, other characters raw UTF-8; `null` for a null text.
QByteArray json(const QString& text);
QByteArray json(const QJsonObject& object);

/// Where an event comes from; the same in the event, what it led to, and the audit.
struct Source {
    QString process;
    QString definition;
    QString instance;
    QString activity;
    QString activityInstance;

    /// The `context` object of the platform's messages.
    QByteArray context() const;
};

struct Audit {
    QString requestId;
    Source source;
    qint64 timestamp = 0;
    QByteArray context; ///< JSON

    /// As text, for a sandbox without a schema registry.
    QByteArray toJson() const;
    /// In Confluent's framing: a zero, the schema's id, the Avro body.
    QByteArray toAvro(qint32 schemaId) const;
};

/// The schema of audit-events (docs/contracts.md, section 11).
QByteArray auditSchema();

/// `context` of an audit record; `notification` is JSON.
QByteArray auditContext(
    bool delivered, const QByteArray& notification, const QString& channel, const QString& reason, const char* step);

/// Numbers in headers are big-endian.
QByteArray bigEndian32(qint32 number);
QByteArray bigEndian64(qint64 number);

} // namespace nc::demo
