#include "gate/journalentry.h"

#include "core/redactor.h"
#include "core/timetext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr std::array results{JournalResult::Started, JournalResult::Done, JournalResult::Failed,
    JournalResult::Cancelled, JournalResult::BrokenOff};

QString resultName(JournalResult result)
{
    switch (result) {
    case JournalResult::Started:
        return u"started"_s;
    case JournalResult::Done:
        return u"done"_s;
    case JournalResult::Failed:
        return u"failed"_s;
    case JournalResult::Cancelled:
        return u"cancelled"_s;
    case JournalResult::BrokenOff:
        return u"broken-off"_s;
    }
    return {};
}

QByteArray encodeJournalEntry(const JournalEntry& entry)
{
    QJsonObject object{{u"id"_s, entry.id}, {u"at"_s, isoTime(entry.at)}, {u"by"_s, entry.by}, {u"host"_s, entry.host},
        {u"program"_s, entry.program}, {u"operation"_s, entry.operation}, {u"profile"_s, entry.profile},
        {u"subject"_s, redacted(entry.subject)}, {u"result"_s, resultName(entry.result)}};
    const auto add = [&object](const QString& name, const QString& text) {
        if (!text.isEmpty())
            object.insert(name, redacted(text));
    };
    add(u"selection"_s, entry.selection);
    add(u"reason"_s, entry.reason);
    add(u"detail"_s, entry.detail);
    add(u"run"_s, entry.run);
    if (entry.ended >= 0)
        object.insert(u"ended"_s, isoTime(entry.ended));
    if (entry.count >= 0)
        object.insert(u"count"_s, entry.count);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<JournalEntry> decodeJournalEntry(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto text = [&object](const char* name) { return object.value(QLatin1StringView(name)).toString(); };
    const auto at = parseTime(text("at"));
    if (!at || text("id").isEmpty() || text("operation").isEmpty())
        return std::nullopt;
    JournalEntry entry{.id = text("id"),
        .at = *at,
        .by = text("by"),
        .host = text("host"),
        .program = text("program"),
        .operation = text("operation"),
        .profile = text("profile"),
        .subject = text("subject"),
        .selection = text("selection"),
        .reason = text("reason"),
        .count = object.value(u"count").toInteger(-1),
        .detail = text("detail"),
        .run = text("run")};
    bool known = false;
    for (const JournalResult result : results) {
        if (text("result") == resultName(result)) {
            entry.result = result;
            known = true;
        }
    }
    if (const auto ended = parseTime(text("ended")))
        entry.ended = *ended;
    return known ? std::optional(entry) : std::nullopt;
}

} // namespace nc
