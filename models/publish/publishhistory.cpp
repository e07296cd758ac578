#include "publish/publishhistory.h"

#include "core/errors.h"
#include "core/timetext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// Contents are read in portions, so that a history of large letters does not fill the memory.
constexpr qsizetype portion = 50;

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonObject entry(const PlanItem& item, const QByteArray& content, const QString& by)
{
    const TemplateRow& row = *item.row;
    QJsonObject attributes;
    for (auto it = row.attributes.cbegin(); it != row.attributes.cend(); ++it)
        attributes.insert(it.key(), it.value());
    return {{u"at"_s, isoTime(QDateTime::currentMSecsSinceEpoch())}, {u"by"_s, by},
        {u"before"_s, item.action == PlanAction::DatabaseOnly ? u"delete"_s : u"update"_s}, {u"channel"_s, row.channel},
        {u"name"_s, row.name}, {u"id"_s, row.id}, {u"title"_s, orNull(row.title)},
        {u"content"_s, QString::fromUtf8(content)}, {u"checksum"_s, row.checksum}, {u"attributes"_s, attributes},
        {u"createdAt"_s, isoTime(row.createdAt / 1000)}, {u"updatedAt"_s, isoTime(row.updatedAt / 1000)},
        {u"extTemplateId"_s, orNull(row.extTemplateId)},
        {u"extPublishedAt"_s, row.extPublishedAt ? QJsonValue(isoTime(*row.extPublishedAt / 1000)) : QJsonValue()}};
}

} // namespace

PublishHistory::PublishHistory(QString folder, const QString& database, QString by)
    : m_by(std::move(by))
{
    const QByteArray hash = QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    m_path = folder + u"/history-"_s + QString::fromLatin1(hash) + u".jsonl"_s;
}

Result<void> PublishHistory::keep(TemplateStore& store, const QList<PlanItem>& items, const TaskContext& context)
{
    QList<PlanItem> overwritten;
    for (const PlanItem& item : items) {
        if (item.row && item.action != PlanAction::Unchanged && !item.impossible)
            overwritten.append(item);
    }
    for (qsizetype from = 0; from < overwritten.size(); from += portion) {
        const QList<PlanItem> some = overwritten.mid(from, portion);
        QStringList ids;
        for (const PlanItem& item : some)
            ids += item.row->id;
        const auto contents = store.contents(ids, context);
        if (!contents)
            return fail(contents.error());
        QByteArray lines;
        for (const PlanItem& item : some)
            lines +=
                QJsonDocument(entry(item, contents->value(item.row->id), m_by)).toJson(QJsonDocument::Compact) + '\n';
        if (auto kept = append(lines); !kept)
            return kept;
    }
    return {};
}

Result<void> PublishHistory::append(const QByteArray& lines)
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QFile file(m_path);
    const auto failed = [&] {
        return fail(errno == ENOSPC ? errors::diskFull : errors::cannotWrite, m_path, file.errorString(), Next::Retry);
    };
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return failed();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(lines) != lines.size() || ::fsync(file.handle()) != 0)
        return failed();
    return {};
}

} // namespace nc
