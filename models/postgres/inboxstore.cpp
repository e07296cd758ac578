#include "postgres/inboxstore.h"

#include "postgres/errors.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

Result<QList<InboxMessage>> readInbox(
    Connection& connection, const InboxQuery& query, qint64 most, const TaskContext& task)
{
    QJsonArray names;
    for (const QString& recipient : query.recipients)
        names.append(recipient.toLower());
    QJsonArray texts;
    for (const QByteArray& text : query.texts)
        texts.append(QString::fromLatin1(text.toHex()));
    const auto found = connection.run(Effect::Read,
        "select id, recipient_id, subject, message, is_acknowledged, (extract(epoch from created_at) * 1000)::bigint"
        " from inbox_notification where (lower(recipient_id) in (select json_array_elements_text($1::json))"
        " or (created_at >= to_timestamp($4::bigint / 1000.0) and created_at <= to_timestamp($5::bigint / 1000.0)"
        " and encode(sha256(convert_to(coalesce(subject, '') || E'\\n' || coalesce(message, ''), 'UTF8')), 'hex')"
        " in (select json_array_elements_text($6::json))))"
        " and ($2::bigint is null or created_at >= to_timestamp($2::bigint / 1000.0))"
        " order by created_at desc limit $3::bigint",
        {QJsonDocument(names).toJson(QJsonDocument::Compact),
            query.since ? SqlValue(QByteArray::number(*query.since)) : SqlValue(), QByteArray::number(most),
            QByteArray::number(query.from), QByteArray::number(query.to),
            QJsonDocument(texts).toJson(QJsonDocument::Compact)},
        task);
    if (!found && found.error().is(errors::missingRight))
        return fail(errors::missingRight, u"inbox_notification"_s, u"SELECT"_s);
    if (!found)
        return fail(found.error());
    QList<InboxMessage> messages;
    for (const SqlRow& row : found->rows) {
        const auto text = [&row](std::size_t column) { return QString::fromUtf8(row[column].value_or(QByteArray())); };
        messages.append({text(0), text(1), text(2), text(3), row[4] == "t", row[5].value_or("-1").toLongLong()});
    }
    std::ranges::reverse(messages);
    return messages;
}

} // namespace nc
