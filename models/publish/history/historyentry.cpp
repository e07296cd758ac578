#include "publish/history/historyentry.h"

#include "core/timetext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::historyformat {
namespace {

constexpr QByteArrayView rowMark{",\"row\":"};

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

// Microseconds as text: JSON's numbers would do, but people read these lines.
QJsonValue time(const std::optional<EpochUs>& time)
{
    return time ? QJsonValue(QString::number(*time)) : QJsonValue();
}

QJsonObject rowJson(const TemplateRow& row, const std::optional<QByteArray>& content)
{
    QJsonObject attributes;
    for (auto it = row.attributes.cbegin(); it != row.attributes.cend(); ++it)
        attributes.insert(it.key(), it.value());
    return {{u"id"_s, row.id}, {u"title"_s, orNull(row.title)}, {u"checksum"_s, row.checksum},
        {u"attributes"_s, attributes}, {u"createdAt"_s, time(row.createdAt)}, {u"updatedAt"_s, time(row.updatedAt)},
        {u"extTemplateId"_s, orNull(row.extTemplateId)}, {u"extPublishedAt"_s, time(row.extPublishedAt)},
        {u"content"_s, content ? QJsonValue(QString::fromUtf8(*content)) : QJsonValue()}};
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<QString> text(const QJsonValue& value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

void readRow(const QJsonObject& json, HistoryEntry& entry)
{
    TemplateRow row{json["id"_L1].toString(), entry.channel, entry.name, text(json["title"_L1]),
        json["checksum"_L1].toString(), json["createdAt"_L1].toString().toLongLong(),
        json["updatedAt"_L1].toString().toLongLong(), text(json["extTemplateId"_L1]), {}, {}, {}};
    if (const auto published = text(json["extPublishedAt"_L1]))
        row.extPublishedAt = published->toLongLong();
    const QJsonObject attributes = json["attributes"_L1].toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        row.attributes.insert(it.key(), it.value().toString());
    if (json["content"_L1].isString())
        entry.content = json["content"_L1].toString().toUtf8();
    entry.row = row;
}

} // namespace

QByteArray encode(const HistoryEntry& entry)
{
    QJsonObject next;
    if (!entry.nextChecksum.isEmpty())
        next.insert(u"checksum"_s, entry.nextChecksum);
    if (entry.nextTitle)
        next.insert(u"title"_s, *entry.nextTitle);
    if (entry.origin) {
        next.insert(u"commit"_s, entry.origin->commit);
        next.insert(u"dirty"_s, entry.origin->dirty);
    }
    if (entry.restored > 0)
        next.insert(u"restored"_s, entry.restored);
    QJsonObject first{{u"at"_s, isoTime(entry.at)}, {u"by"_s, entry.by}, {u"channel"_s, entry.channel},
        {u"name"_s, entry.name}, {u"action"_s, entry.action}, {u"previous"_s, entry.previousChecksum},
        {u"next"_s, next}};
    if (entry.previousTitle)
        first.insert(u"previousTitle"_s, *entry.previousTitle);
    QByteArray head = compact(first);
    head.replace(0, 1, "{\"v\":" + QByteArray::number(version) + ',');
    head.chop(1);
    return head + rowMark.toByteArray() + (entry.row ? compact(rowJson(*entry.row, entry.content)) : QByteArray("null"))
        + "}\n";
}

std::optional<HistoryEntry> decode(QByteArrayView line, Part part)
{
    // A quote inside a text is escaped, so the mark can stand at one place only. A torn line does not end its row.
    const qsizetype mark = line.indexOf(rowMark);
    if (mark < 0 || !line.endsWith('}'))
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(line.first(mark).toByteArray() + '}').object();
    const QJsonObject next = head["next"_L1].toObject();
    HistoryEntry entry;
    entry.at = QDateTime::fromString(head["at"_L1].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    entry.by = head["by"_L1].toString();
    entry.channel = head["channel"_L1].toString();
    entry.name = head["name"_L1].toString();
    entry.action = head["action"_L1].toString();
    entry.previousChecksum = head["previous"_L1].toString();
    entry.nextChecksum = next["checksum"_L1].toString();
    entry.nextTitle = text(next["title"_L1]);
    entry.previousTitle = text(head["previousTitle"_L1]);
    if (next["commit"_L1].isString())
        entry.origin = TemplateOrigin{next["commit"_L1].toString(), next["dirty"_L1].toBool()};
    entry.restored = next["restored"_L1].toInt();
    if (entry.channel.isEmpty() || entry.name.isEmpty())
        return std::nullopt;
    const QByteArrayView row = line.sliced(mark + rowMark.size());
    if (part == Part::Whole && !row.startsWith("null")) {
        const QJsonDocument document = QJsonDocument::fromJson(row.chopped(1).toByteArray());
        if (!document.isObject())
            return std::nullopt;
        readRow(document.object(), entry);
    }
    return entry;
}

} // namespace nc::historyformat
