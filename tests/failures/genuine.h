#pragma once

#include "../support/genuinetimes.h"
#include "kafka/records/record.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

/// Records of tests/data/genuine: their bytes, with times of today (genuinetimes.h).
namespace genuine {

inline std::optional<QByteArray> bytes(const QJsonValue& value, const QString& type)
{
    if (value.isNull())
        return {};
    if (type == u"int32") {
        const qint32 number = qToBigEndian(static_cast<qint32>(value.toInteger()));
        return QByteArray(reinterpret_cast<const char*>(&number), 4);
    }
    if (type == u"int64") {
        const qint64 number = qToBigEndian(static_cast<qint64>(value.toInteger()));
        return QByteArray(reinterpret_cast<const char*>(&number), 8);
    }
    if (value.isObject())
        return QByteArray::fromBase64(value[QStringLiteral("base64")].toString().toLatin1());
    return value.toString().toUtf8();
}

inline nc::Record record(const QJsonObject& json)
{
    nc::Record out;
    out.topic = json[QStringLiteral("topic")].toString();
    out.partition = json[QStringLiteral("partition")].toInt();
    out.offset = json[QStringLiteral("offset")].toInteger();
    out.timestamp = json[QStringLiteral("timestamp")].toInteger();
    out.timestampType = nc::TimestampType::CreateTime;
    out.key = bytes(json[QStringLiteral("key")], QStringLiteral("text"));
    out.value = bytes(json[QStringLiteral("value")], QStringLiteral("text"));
    for (const QJsonValue& header : json[QStringLiteral("headers")].toArray())
        out.headers.append({header[QStringLiteral("name")].toString().toUtf8(),
            bytes(header[QStringLiteral("value")], header[QStringLiteral("type")].toString())});
    return out;
}

/// All records of one file, or those of one topic; of `age` milliseconds ago.
inline QList<nc::Record> read(const QString& name, const QString& topic = {}, qint64 age = 0)
{
    // fixed time: recentLines moves what the file has.
    QFile file(QStringLiteral(NC_TEST_DATA "/genuine/") + name);
    QList<nc::Record> records;
    if (!file.open(QIODevice::ReadOnly))
        return records;
    while (!file.atEnd()) {
        const nc::Record one = record(QJsonDocument::fromJson(recentLines(file.readLine(), age)).object());
        if (topic.isEmpty() || one.topic == topic)
            records.append(one);
    }
    return records;
}

/// The dead letters of one file.
inline QList<nc::Record> deadLetters(const QString& name)
{
    QList<nc::Record> records;
    for (const nc::Record& record : read(name)) {
        if (record.topic.endsWith(QStringLiteral(".DLT")))
            records.append(record);
    }
    return records;
}

} // namespace genuine
