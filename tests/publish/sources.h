#pragma once

#include "publish/plan/publishsource.h"

#include <QCryptographicHash>

/// A template with the checksum of its content, as email and inbox have it.
inline nc::PublishSource source(const QString& key, const QByteArray& content = "text",
    const std::optional<QString>& title = QStringLiteral("Title"), const QMap<QString, QString>& attributes = {})
{
    nc::PublishSource made;
    made.values.channel = key.section(u'/', 0, 0);
    made.values.name = key.section(u'/', 1);
    made.values.title = title;
    made.values.content = content;
    made.values.checksum = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    made.values.attributes = attributes;
    return made;
}

inline QList<nc::PublishSource> manySources(int count)
{
    QList<nc::PublishSource> sources;
    sources.reserve(count);
    for (int i = 0; i < count; ++i) {
        sources.append(source(QStringLiteral("email/letter-%1").arg(i, 4, 10, QChar(u'0')),
            "<html>Letter " + QByteArray::number(i) + QByteArray(3000, 'x') + "</html>"));
    }
    return sources;
}
