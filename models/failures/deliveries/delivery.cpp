#include "failures/deliveries/delivery.h"

#include "failures/facts/errors.h"
#include "failures/letters/cause.h"
#include "failures/letters/exceptiontext.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

namespace {

/// `ends` of audit-events when the sending began.
bool failedSince(const Delivery& row, const QList<qint64>& ends)
{
    return std::ranges::any_of(row.places, [&ends](const RecordPlace& place) {
        return place.partition < ends.size() && place.offset >= ends[place.partition];
    });
}

/// The service tells a channel's name in lower case, however the event writes it: and that is what was wrong with it.
QString channelAsWritten(const AuditDelivery& audit, const QString& told)
{
    const QJsonValue recipient = audit.notification["recipients"_L1].toArray().at(std::max(0, audit.recipientIndex));
    for (const QJsonValue& one : recipient["channels"_L1].toArray()) {
        const QString name = one["channel"_L1].toString();
        if (name.compare(told, Qt::CaseInsensitive) == 0)
            return name;
    }
    return told;
}

} // namespace

Error causeOfAudit(const AuditDelivery& audit)
{
    Error cause = reasonOfText(audit.reason, {}, audit.channel, {});
    if (cause.is(errors::causeUnknownChannel))
        cause.detail = channelAsWritten(audit, cause.detail);
    return cause;
}

Delivery deliveryOf(const AuditDelivery& audit)
{
    Delivery row;
    row.audit = audit;
    row.places = {audit.place};
    row.last = audit.at;
    if (!audit.ok())
        row.cause = causeOfAudit(audit);
    return row;
}

QString deliveryStateName(DeliveryState state)
{
    static constexpr QLatin1StringView names[] = {""_L1, "open"_L1, "resent"_L1, "discarded"_L1, "unknown"_L1};
    return names[static_cast<int>(state)];
}

void DeliveryFolder::add(const AuditDelivery& audit)
{
    // Each delivery arrived: four letters are four.
    if (!audit.ok()) {
        const QByteArray key = audit.foldKey + static_cast<char>(audit.kind);
        if (const auto known = m_byKey.constFind(key); known != m_byKey.constEnd()) {
            Delivery& row = m_rows[*known];
            row.places.append(audit.place);
            row.last = std::max(row.last, audit.at);
            return;
        }
        m_byKey.insert(key, m_rows.size());
    }
    m_rows.append(deliveryOf(audit));
}

QList<Delivery> DeliveryFolder::take(const LedgerIndex& ledger)
{
    for (Delivery& row : m_rows) {
        if (!row.isFailure())
            continue;
        row.state = ledger.isWhole() ? DeliveryState::Open : DeliveryState::Unknown;
        for (const RecordPlace& place : std::as_const(row.places)) {
            const auto mark = ledger.latest(place.partition, place.offset);
            if (!mark || (row.mark && row.mark->entry > mark->entry))
                continue;
            row.mark = mark;
            row.state = mark->action == LedgerAction::Discarded ? DeliveryState::Discarded : DeliveryState::Resent;
        }
        // What failed again after it was resent is open again.
        if (row.state == DeliveryState::Resent && failedSince(row, ledger.entries()[row.mark->entry].ends))
            row.state = ledger.isWhole() ? DeliveryState::Open : DeliveryState::Unknown;
    }
    m_byKey.clear();
    return std::exchange(m_rows, {});
}

Sentence DeliveryCause::sentence(Language language) const
{
    if (!trouble)
        return sentenceFor(reason, language);
    return sentenceFor(
        {errors::verdictTemplate, trouble->templateName, trouble->words(language), Next::Abort}, language);
}

DeliveryCause causeOf(const Delivery& delivery, const Verdict& verdict)
{
    DeliveryCause out{delivery.cause, {}};
    if (!delivery.isFailure() || !delivery.cause.is(errors::causeTemplateFailed))
        return out;
    const AuditDelivery& audit = delivery.audit;
    const auto trouble = std::ranges::find_if(verdict.troubles, [&audit](const TemplateTrouble& one) {
        return one.templateName == audit.templateName && one.channel.compare(audit.channel, Qt::CaseInsensitive) == 0;
    });
    if (trouble != verdict.troubles.end()) {
        out.trouble = *trouble;
        out.reason = {errors::verdictTemplate, audit.templateName, trouble->words(Language::English), Next::Abort};
    } else if (verdict.outcome == VerdictOutcome::WouldSucceed) {
        out.reason.code = errors::causeTemplateMended;
    }
    return out;
}

QList<DeliveryGroup> groupDeliveries(
    const QList<Delivery>& deliveries, const std::function<Verdict(const Delivery&)>& judge)
{
    QHash<QString, DeliveryGroup> groups;
    for (const Delivery& row : deliveries) {
        if (!row.isFailure())
            continue;
        const Verdict verdict = judge ? judge(row) : Verdict();
        const DeliveryCause found = causeOf(row, verdict);
        const QString reason = foldPayload(row.audit.reason);
        const QString key = normalizedMessage(reason) + u'\n' + row.audit.channel + u'\n' + row.audit.templateName
            + u'\n' + (found.trouble ? found.reason.detail : QString::fromLatin1(found.reason.code.name));
        DeliveryGroup& group = groups[key];
        if (group.count == 0) {
            group.reason = reason;
            group.channel = row.audit.channel;
            group.templateName = row.audit.templateName;
            group.cause = row.cause;
            group.found = found;
            group.first = row.audit.at;
        }
        ++group.count;
        group.first = std::min(group.first, row.audit.at);
        group.last = std::max(group.last, row.last);
        group.open += row.state == DeliveryState::Open ? 1 : 0;
        group.unknown += row.state == DeliveryState::Unknown ? 1 : 0;
        group.wouldSucceed += judge && verdict.outcome == VerdictOutcome::WouldSucceed ? 1 : 0;
    }
    QList<DeliveryGroup> sorted = groups.values();
    std::ranges::sort(sorted, [](const DeliveryGroup& a, const DeliveryGroup& b) {
        return std::tuple(-a.count, a.reason, a.channel, a.templateName, a.found.reason.detail)
            < std::tuple(-b.count, b.reason, b.channel, b.templateName, b.found.reason.detail);
    });
    return sorted;
}

} // namespace nc
