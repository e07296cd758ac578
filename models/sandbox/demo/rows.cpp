#include "sandbox/demo/rows.h"

#include "core/timetext.h"
#include "sandbox/demo/demodata.h"
#include "sandbox/demo/wiretext.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

constexpr qint64 day = 24LL * 3600 * 1000;

QByteArray sql(const QString& text)
{
    return text.isNull() ? QByteArray("null") : '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

QByteArray sql(qint64 time)
{
    return '\'' + isoTime(time).toUtf8() + '\'';
}

QString attribute(const PublishedTemplate& row, const QString& name)
{
    for (const auto& [key, value] : row.attributes) {
        if (key == name)
            return value;
    }
    return {};
}

QByteArray templateRow(const PublishedTemplate& row, qint64 now)
{
    const bool isDiia = row.channel == u"diia"_s;
    const QByteArray at = sql(now - 60 * day);
    QByteArray text =
        "insert into notification_template"
        "(name, channel, title, content, checksum, created_at, updated_at, ext_template_id, ext_published_at) values ("
        + sql(row.name) + ',' + sql(row.channel) + ',' + sql(row.title) + ',' + sql(row.content) + ",'"
        + publishedChecksum(row) + "'," + at + ',' + at + ',' + sql(isDiia ? externalTemplateId(row.name) : QString())
        + ',' + (isDiia ? at : "null") + ") on conflict do nothing;\n";
    for (const auto& [name, value] : row.attributes) {
        text += "insert into notification_template_attr(template_id, name, value) select id, " + sql(name) + ", "
            + sql(value) + " from notification_template where name = " + sql(row.name)
            + " and channel = " + sql(row.channel) + " on conflict do nothing;\n";
    }
    return text;
}

} // namespace

QByteArray publishedChecksum(const PublishedTemplate& row)
{
    QByteArray text = row.content.toUtf8();
    if (row.channel == u"diia"_s) {
        text = R"({"actionType":)" + json(attribute(row, u"actionType"_s)) + R"(,"templateType":)"
            + json(attribute(row, u"templateType"_s)) + R"(,"title":)" + json(row.title) + R"(,"shortText":)"
            + json(attribute(row, u"shortText"_s)) + R"(,"fullText":)" + json(row.content) + '}';
    }
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray demoRows(const DemoData& data, const Story& story, qint64 now)
{
    QByteArray text;
    for (const PublishedTemplate& row : data.published)
        text += templateRow(row, now);
    for (const InboxRow& row : story.inbox) {
        text += "insert into inbox_notification values (" + sql(row.id) + ',' + sql(row.recipient) + ','
            + sql(row.subject) + ',' + sql(row.message) + ',' + (row.isAcknowledged ? "true" : "false") + ','
            + sql(row.at) + ',' + sql(row.at) + ") on conflict do nothing;\n";
    }
    return text;
}

} // namespace nc::demo
