#include "widgets/failures/letterfacts.h"

#include "failures/deliveries/auditrecord.h"
#include "failures/deliveries/delivery.h"
#include "failures/facts/platformtopics.h"
#include "failures/sending/whogot.h"
#include "widgets/common/statewords.h"
#include "widgets/common/timewords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonParseError>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString words(const char* text, int n = -1)
{
    return QCoreApplication::translate("failures", text, nullptr, n);
}

QString placeText(const RecordPlace& place)
{
    return u"%1 %2:%3"_s.arg(place.topic).arg(place.partition).arg(place.offset);
}

/// Who did what with it, when and why.
QString handled(const QString& state, const std::optional<LedgerMark>& mark, const std::optional<LedgerEntry>& entry)
{
    if (!entry)
        return {};
    QString text =
        words(QT_TRANSLATE_NOOP("failures", "%1 by %2, %3")).arg(stateWord(state), entry->by, exactTime(entry->at));
    if (mark && !mark->target.topic.isEmpty())
        text += u" → "_s + placeText(mark->target);
    if (!entry->reason.isEmpty())
        text += u" — “%1”"_s.arg(entry->reason);
    if (!entry->changes.isEmpty())
        text += u'\n' + words(QT_TRANSLATE_NOOP("failures", "Changed before it was sent: %1")).arg(entry->changes);
    return text;
}

/// The stays of a record, first origin to where it lies now, one line each.
QStringList chain(const DeadLetter& letter)
{
    QStringList lines;
    for (const Hop& hop : letter.failure.hops) {
        QString line = hop.topic;
        if (hop.partition && hop.offset)
            line += u" %1:%2"_s.arg(*hop.partition).arg(*hop.offset);
        if (hop.timestamp)
            line += u" · "_s + exactTime(*hop.timestamp);
        if (!hop.group.isEmpty())
            line += u" · "_s + hop.group;
        lines += lines.isEmpty() ? line : u"→ "_s + line;
    }
    const QString last = placeText(letter.record.place()) + u" · "_s + exactTime(letter.record.timestamp);
    lines += lines.isEmpty() ? last : u"→ "_s + last;
    return lines;
}

/// Where the original cannot be read as JSON: line, column and what stands there.
QString brokenAt(const QByteArray& json)
{
    QJsonParseError error;
    (void)QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::NoError || json.isEmpty())
        return {};
    const QByteArray before = json.left(error.offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = error.offset - before.lastIndexOf('\n');
    return words(QT_TRANSLATE_NOOP("failures", "It is no JSON: %1 in line %2, column %3 (“%4”)."))
        .arg(error.errorString())
        .arg(line)
        .arg(column)
        .arg(QString::fromUtf8(json.mid(std::max(0, error.offset - 12), 24)));
}

} // namespace

FailureFacts factsOf(const DeadLetter& letter, const std::optional<LedgerEntry>& entry)
{
    FailureFacts out;
    out.cause = letter.cause.reason;
    out.state = stateName(letter.state);
    out.value = letter.record.value ? std::optional(letter.original) : std::nullopt;
    out.headers = letter.record.headers;
    out.trace = letter.failure.stackTrace.isEmpty() ? letter.cause.message : letter.failure.stackTrace;
    out.place = letter.record.place();
    out.templateName = letter.facts.templateName;
    out.channel = letter.facts.channel;
    out.recipient = letter.facts.recipients.join(u", "_s);
    out.event = letter.original;
    out.asksWhoGot = canAskWhoGot(letter.record.topic) && !letter.facts.recipients.isEmpty();
    QStringList& facts = out.facts;
    facts += handled(out.state, letter.mark, entry);
    if (!letter.facts.recipients.isEmpty())
        facts += words(QT_TRANSLATE_NOOP("failures", "Recipient: %1")).arg(out.recipient);
    if (!letter.facts.process.isEmpty())
        facts += words(QT_TRANSLATE_NOOP("failures", "Process %1")).arg(letter.facts.process);
    if (letter.attempts)
        facts += words(QT_TRANSLATE_N_NOOP("failures", "Tried %n time(s) before it was given up."), *letter.attempts);
    if (letter.returns > 0)
        facts += words(QT_TRANSLATE_N_NOOP("failures", "Has come back %n time(s)."), letter.returns);
    if (letter.layers > 0) {
        facts += words(QT_TRANSLATE_N_NOOP("failures",
                           "The service could not read it and wrapped it %n time(s); the original is shown."),
            letter.layers);
        facts += brokenAt(letter.original);
        const QByteArray type = expectedType(letter.lastHop.topic);
        if (!type.isEmpty())
            facts += words(QT_TRANSLATE_NOOP("failures", "Sent back, it gets the type that its topic expects: %1"))
                         .arg(QString::fromUtf8(type).section(u'.', -1));
    }
    facts += chain(letter);
    facts.removeAll(QString());
    return out;
}

FailureFacts factsOf(const Delivery& delivery, const std::optional<LedgerEntry>& entry)
{
    const AuditDelivery& audit = delivery.audit;
    FailureFacts out;
    out.cause = delivery.cause;
    out.state = deliveryStateName(delivery.state);
    out.value = QJsonDocument(audit.notification).toJson(QJsonDocument::Compact);
    out.place = audit.place;
    out.templateName = audit.templateName;
    out.channel = audit.channel;
    out.recipient = audit.recipient;
    out.event = *out.value;
    QStringList& facts = out.facts;
    facts += handled(out.state, delivery.mark, entry);
    facts += words(QT_TRANSLATE_NOOP("failures", "Recipient: %1")).arg(audit.recipient);
    if (!audit.address.isEmpty() && audit.address != audit.recipient)
        facts += words(QT_TRANSLATE_NOOP("failures", "Address: %1")).arg(audit.address);
    if (audit.recipientUncertain)
        facts += words(QT_TRANSLATE_NOOP(
            "failures", "Which recipient it was cannot be told: the event itself brought recipientRoles along."));
    if (delivery.attempts() > 1)
        facts += words(
            QT_TRANSLATE_N_NOOP("failures", "The same failure was written %n time(s): the event was tried that often."),
            delivery.attempts());
    if (!audit.process.isEmpty())
        facts += words(QT_TRANSLATE_NOOP("failures", "Process %1")).arg(audit.process);
    if (!audit.reason.isEmpty())
        facts += words(QT_TRANSLATE_NOOP("failures", "The service said: %1")).arg(audit.reason);
    facts += placeText(audit.place) + u" · "_s + exactTime(audit.at);
    facts.removeAll(QString());
    return out;
}

} // namespace nc
