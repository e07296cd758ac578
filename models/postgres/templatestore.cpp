#include "postgres/templatestore.h"

#include "postgres/errors.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

// Any number that no other program of this database uses; the letters "nc publ".
constexpr auto lockKey = "7161686297268876";

#define NC_ROW_COLUMNS                                                                                                 \
    "select t.id, t.channel, t.name, t.title, t.checksum, (extract(epoch from t.created_at) * 1000000)::bigint,"       \
    " (extract(epoch from t.updated_at) * 1000000)::bigint, t.ext_template_id,"                                        \
    " (extract(epoch from t.ext_published_at) * 1000000)::bigint,"                                                     \
    " case when t.channel = 'diia' then encode(sha256(convert_to(t.content, 'UTF8')), 'hex') end,"                     \
    " (select json_object_agg(a.name, a.value) from notification_template_attr a where a.template_id = t.id)"          \
    " from notification_template t"

// The row is what the caller saw: the parameters are id, checksum, title, updated_at.
#define NC_AS_SEEN                                                                                                     \
    " where id = $1::uuid and checksum = $2 and title is not distinct from $3"                                         \
    " and (extract(epoch from updated_at) * 1000000)::bigint = $4::bigint"

// Attributes as a JSON object in $5.
#define NC_ATTRIBUTE_CHANGES                                                                                           \
    " gone as (delete from notification_template_attr a using t where a.template_id = t.id"                            \
    "  and not exists (select 1 from json_each_text($5::json) x where x.key = a.name)),"                               \
    " put as (insert into notification_template_attr as a (template_id, name, value)"                                  \
    "  select t.id, x.key, x.value from t, json_each_text($5::json) x"                                                 \
    "  on conflict (template_id, name) do update set value = excluded.value where a.value <> excluded.value)"          \
    " select id from t"

SqlValue text(const QString& value)
{
    return value.toUtf8();
}

SqlValue text(const std::optional<QString>& value)
{
    return value ? SqlValue(value->toUtf8()) : SqlValue();
}

SqlValue number(const std::optional<qint64>& value)
{
    return value ? SqlValue(QByteArray::number(*value)) : SqlValue();
}

SqlValue json(const QMap<QString, QString>& attributes)
{
    QJsonObject object;
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it)
        object.insert(it.key(), it.value());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

TemplateRow rowFrom(const SqlRow& columns)
{
    const auto string = [&](std::size_t i) { return QString::fromUtf8(columns[i].value_or(QByteArray())); };
    const auto optional = [&](std::size_t i) { return columns[i] ? std::optional(string(i)) : std::nullopt; };
    TemplateRow row{string(0), string(1), string(2), optional(3), string(4), columns[5].value_or("0").toLongLong(),
        columns[6].value_or("0").toLongLong(), optional(7), {}, {}, string(9)};
    if (columns[8])
        row.extPublishedAt = columns[8]->toLongLong();
    if (columns[10]) {
        const QJsonObject attributes = QJsonDocument::fromJson(*columns[10]).object();
        for (auto it = attributes.begin(); it != attributes.end(); ++it)
            row.attributes.insert(it.key(), it.value().toString());
    }
    return row;
}

SqlRow seenParameters(const TemplateRow& seen)
{
    return {text(seen.id), text(seen.checksum), text(seen.title), number(seen.updatedAt)};
}

// PostgreSQL cannot store U+0000; say so before it says something about "invalid byte sequence".
Result<void> checkText(const TemplateValues& values)
{
    const QString subject = values.channel + u'/' + values.name;
    bool bad = values.content.contains('\0') || values.name.contains(QChar(0))
        || values.title.value_or(QString()).contains(QChar(0));
    for (auto it = values.attributes.cbegin(); it != values.attributes.cend(); ++it)
        bad = bad || it.key().contains(QChar(0)) || it.value().contains(QChar(0));
    if (bad)
        return fail(errors::textWithNul, subject);
    if (!values.content.isValidUtf8())
        return fail(errors::textNotUtf8, subject);
    return {};
}

} // namespace

TemplateStore::TemplateStore(Connection& connection)
    : m_connection(connection)
{
}

Result<QList<TemplateRow>> TemplateStore::rows(const TaskContext& context)
{
    const auto answer = m_connection.run(Effect::Read, NC_ROW_COLUMNS, {}, context);
    if (!answer)
        return fail(answer.error());
    QList<TemplateRow> rows;
    rows.reserve(static_cast<qsizetype>(answer->rows.size()));
    for (const SqlRow& columns : answer->rows)
        rows.append(rowFrom(columns));
    std::ranges::sort(rows, [](const TemplateRow& a, const TemplateRow& b) {
        return std::tie(a.channel, a.name) < std::tie(b.channel, b.name);
    });
    return rows;
}

Result<std::optional<TemplateRow>> TemplateStore::row(
    const QString& channel, const QString& name, const TaskContext& context)
{
    const auto answer = m_connection.run(Effect::Read, NC_ROW_COLUMNS " where t.channel = $1 and t.name = $2",
        {text(channel), text(name)}, context, true);
    if (!answer)
        return fail(answer.error());
    if (answer->rows.empty())
        return std::nullopt;
    return rowFrom(answer->rows.front());
}

Result<QHash<QString, QByteArray>> TemplateStore::contents(const QStringList& ids, const TaskContext& context)
{
    // Ids are UUIDs out of the database itself: no character in them means anything in an array literal.
    const auto answer =
        m_connection.run(Effect::Read, "select id, content from notification_template where id = any($1::uuid[])",
            {text(u'{' + ids.join(u',') + u'}')}, context);
    if (!answer)
        return fail(answer.error());
    QHash<QString, QByteArray> contents;
    for (const SqlRow& columns : answer->rows)
        contents.insert(QString::fromUtf8(*columns[0]), columns[1].value_or(QByteArray()));
    return contents;
}

Result<bool> TemplateStore::lock(const TaskContext& context)
{
    for (bool waited = false;; waited = true) {
        const auto answer = m_connection.run(
            Effect::Read, "select pg_try_advisory_lock($1::bigint)", {SqlValue(lockKey)}, context, true);
        if (!answer)
            return fail(answer.error());
        if (answer->rows.front()[0] == "t")
            return waited;
        context.report(0, -1, u"waiting"_s);
        if (context.cancel.waitFor(100ms))
            return TaskContext::cancelled();
    }
}

void TemplateStore::unlock(const TaskContext& context)
{
    // The end of the session frees it as well, so a failure here changes nothing.
    TaskContext own = context;
    own.cancel = {};
    (void)m_connection.run(Effect::Read, "select pg_advisory_unlock($1::bigint)", {SqlValue(lockKey)}, own);
}

Result<QString> TemplateStore::insert(const TemplateValues& values, const TaskContext& context)
{
    if (auto good = checkText(values); !good)
        return fail(good.error());
    SqlRow parameters{text(values.channel), text(values.name), text(values.title), values.content,
        text(values.checksum), text(values.extTemplateId), number(values.extPublishedAt)};
#define NC_INSERT_ROW                                                                                                  \
    "with t as (insert into notification_template"                                                                     \
    " (channel, name, title, content, checksum, ext_template_id, ext_published_at, created_at, updated_at)"            \
    " values ($1, $2, $3, $4, $5, $6, to_timestamp($7::bigint / 1000000.0), now(), now())"                             \
    " on conflict (name, channel) do nothing returning id)"
    static const char* const alone = NC_INSERT_ROW " select id from t";
    static const char* const both =
        NC_INSERT_ROW ", a as (insert into notification_template_attr (template_id, name, value)"
                      " select t.id, x.key, x.value from t, json_each_text($8::json) x) select id from t";
    if (!values.attributes.isEmpty())
        parameters.push_back(json(values.attributes));
    const auto answer =
        m_connection.run(Effect::Write, values.attributes.isEmpty() ? alone : both, parameters, context, true);
    if (!answer)
        return fail(answer.error());
    return answer->rows.empty() ? QString() : QString::fromUtf8(*answer->rows.front()[0]);
}

Result<bool> TemplateStore::update(
    const TemplateRow& seen, const TemplateValues& values, bool attributes, const TaskContext& context)
{
    if (auto good = checkText(values); !good)
        return fail(good.error());
#define NC_UPDATE_ROW(T, C, S, E, P)                                                                                   \
    "with t as (update notification_template set title = " T ", content = " C ", checksum = " S                        \
    ", ext_template_id = coalesce(" E ", ext_template_id),"                                                            \
    " ext_published_at = coalesce(to_timestamp(" P "::bigint / 1000000.0), ext_published_at),"                         \
    " updated_at = now()" NC_AS_SEEN " returning id)"
    static const char* const alone = NC_UPDATE_ROW("$5", "$6", "$7", "$8", "$9") " select id from t";
    static const char* const both = NC_UPDATE_ROW("$6", "$7", "$8", "$9", "$10") "," NC_ATTRIBUTE_CHANGES;
    SqlRow parameters = seenParameters(seen);
    if (attributes)
        parameters.push_back(json(values.attributes));
    for (SqlValue value : {text(values.title), SqlValue(values.content), text(values.checksum),
             text(values.extTemplateId), number(values.extPublishedAt)})
        parameters.push_back(std::move(value));
    return changed(attributes ? both : alone, parameters, context);
}

Result<bool> TemplateStore::updateAttributes(
    const TemplateRow& seen, const TemplateValues& values, const TaskContext& context)
{
    if (auto good = checkText(values); !good)
        return fail(good.error());
    static const char* const sql =
        "with t as (select id from notification_template" NC_AS_SEEN ")," NC_ATTRIBUTE_CHANGES;
    SqlRow parameters = seenParameters(seen);
    parameters.push_back(json(values.attributes));
    return changed(sql, parameters, context);
}

Result<bool> TemplateStore::remove(const TemplateRow& seen, const TaskContext& context)
{
    const auto step = [&](Effect effect, const char* sql, const SqlRow& parameters = {}) {
        return m_connection.run(effect, sql, parameters, context);
    };
    if (auto begun = step(Effect::Read, "begin"); !begun)
        return fail(begun.error());
    TaskContext ending = context;
    ending.cancel = {};
    const auto giveUp = [&] { (void)m_connection.run(Effect::Read, "rollback", {}, ending); };
    const auto attributes =
        step(Effect::Read, "delete from notification_template_attr where template_id = $1::uuid", {text(seen.id)});
    if (!attributes) {
        giveUp();
        return fail(attributes.error());
    }
    const auto row = step(Effect::Read, "delete from notification_template" NC_AS_SEEN, seenParameters(seen));
    if (!row || row->affected == 0) {
        giveUp();
        return row ? Result<bool>(false) : Result<bool>(fail(row.error()));
    }
    const auto committed = m_connection.run(Effect::Write, "commit", {}, ending);
    if (!committed)
        return fail(committed.error());
    return true;
}

Result<void> TemplateStore::setDurable(bool durable, const TaskContext& context)
{
    if (durable == m_durable)
        return {};
    const auto answer = m_connection.run(
        Effect::Read, durable ? "set synchronous_commit = on" : "set synchronous_commit = off", {}, context);
    if (!answer)
        return fail(answer.error());
    m_durable = durable;
    return {};
}

void TemplateStore::flush(const TaskContext& context)
{
    TaskContext own = context;
    own.cancel = {};
    // A durable commit that writes something takes all commits before it to disk; this one writes a log record only.
    if (setDurable(true, own))
        (void)m_connection.run(
            Effect::Read, "select pg_logical_emit_message(true, 'notification-console', '')", {}, own);
}

Result<bool> TemplateStore::changed(const char* sql, const SqlRow& parameters, const TaskContext& context)
{
    const auto answer = m_connection.run(Effect::Write, sql, parameters, context, true);
    if (!answer)
        return fail(answer.error());
    return !answer->rows.empty();
}

} // namespace nc
