#include "failures/deliveries/deliverystore.h"

#include "core/timetext.h"
#include "failures/facts/expiry.h"
#include "failures/facts/platformtopics.h"
#include "kafka/cluster/admin.h"
#include "kafka/filter/recordmatcher.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {

struct DeliveryStore::Private {
    QString localLedger;
    LedgerReading reading = LedgerReading::WhatIsSeen;
    AvroDecoder avro;
    std::unique_ptr<ClusterAdmin> admin;
    std::unique_ptr<RecordReader> reader;
    DeliveryVerdictOf verdict;

    explicit Private(const KafkaAccess& access)
        : avro(access)
    {
    }
    Result<QByteArray> jsonOf(const RecordView& view, const TaskContext& task) const
    {
        const QByteArrayView value = view.value().value_or(QByteArrayView());
        // A record of the schema registry begins with a zero byte, JSON never does.
        return AvroDecoder::isFramed(value) ? avro.toJson(value, task) : Result<QByteArray>(value.toByteArray());
    }
};

QStringList deliveryFields()
{
    return {u"recipient"_s, u"channel"_s, u"template"_s, u"process"_s, u"status"_s, u"reason"_s, u"state"_s, u"kind"_s,
        u"address"_s, u"at"_s, u"attempts"_s, u"traceId"_s, u"summary"_s, u"cause.summary"_s, u"cause.code"_s,
        u"cause.variable"_s, u"verdict.outcome"_s, u"verdict.reasons"_s};
}

QStringList deliveryField(const Delivery& delivery, const QString& name, const DeliveryVerdictOf& verdict)
{
    const AuditDelivery& audit = delivery.audit;
    if (name.startsWith(u"verdict."))
        return verdict && delivery.isFailure() ? verdictField(verdict(delivery), name) : QStringList();
    const auto present = [](const QString& text) { return text.isEmpty() ? QStringList() : QStringList{text}; };
    if (name == u"recipient")
        return present(audit.recipient);
    if (name == u"channel")
        return present(audit.channel);
    if (name == u"template")
        return present(audit.templateName);
    if (name == u"process")
        return present(audit.process);
    if (name == u"status")
        return {audit.ok() ? u"SUCCESS"_s : u"FAILURE"_s};
    if (name == u"reason")
        return present(audit.reason);
    if (name == u"state")
        return present(deliveryStateName(delivery.state));
    if (name == u"kind")
        return {kindName(audit.kind)};
    if (name == u"address")
        return present(audit.address);
    if (name == u"at")
        return audit.at < 0 ? QStringList() : QStringList{isoTime(audit.at)};
    if (name == u"attempts")
        return {QString::number(delivery.attempts())};
    if (name == u"traceId")
        return present(audit.requestId);
    if (audit.ok())
        return {};
    const DeliveryCause cause =
        verdict && delivery.isFailure() ? causeOf(delivery, verdict(delivery)) : DeliveryCause{delivery.cause, {}};
    if (name == u"summary" || name == u"cause.summary")
        return {cause.summary(Language::English), cause.summary(Language::Ukrainian)};
    if (name == u"cause.code")
        return {QString::fromLatin1(cause.reason.code.name)};
    if (name == u"cause.variable")
        return cause.trouble ? present(cause.trouble->variable) : QStringList();
    return {};
}

DeliveryStore::DeliveryStore(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

DeliveryStore::~DeliveryStore() = default;

Result<std::unique_ptr<DeliveryStore>> DeliveryStore::open(
    const KafkaAccess& access, const QString& localLedger, LedgerReading reading)
{
    auto p = std::make_unique<Private>(access);
    p->localLedger = localLedger;
    p->reading = reading;
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    p->admin = std::move(*admin);
    p->reader = std::move(*reader);
    return std::unique_ptr<DeliveryStore>(new DeliveryStore(std::move(p)));
}

void DeliveryStore::judgeWith(DeliveryVerdictOf verdict)
{
    d->verdict = std::move(verdict);
}

Result<Deliveries> DeliveryStore::read(const DeliveryQuery& query, const TaskContext& task)
{
    ReadRequest request;
    request.topic = auditTopic();
    request.from = {ReadFrom::Kind::Beginning, 0};
    if (query.since)
        request.from = {ReadFrom::Kind::Time, *query.since};
    Deliveries out;
    DeliveryFolder folder;
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            ++out.scanned;
            const RecordPlace place{request.topic, view.partition(), view.offset()};
            const auto json = d->jsonOf(view, task);
            const auto audit = json ? readAudit(place, view.timestamp(), *json)
                                    : Result<std::optional<AuditDelivery>>(fail(json.error()));
            if (!audit) {
                if (out.unreadable++ == 0)
                    out.problem = audit.error();
                continue;
            }
            if (!*audit || (query.failedOnly && (*audit)->kind != DeliveryKind::SilentFailure))
                continue;
            folder.add(**audit);
        }
        return Flow::Continue;
    };
    const auto done = d->reader->scan(request, look, task);
    if (!done)
        return fail(done.error());
    LedgerStore store(*d->admin, *d->reader, d->localLedger, d->reading);
    const auto ledger = store.load(request.topic, task);
    if (!ledger)
        return fail(ledger.error());
    out.ledgerUnseen = store.unseen();
    // Without the right to see it nothing is said about expiry.
    if (const auto retention = readRetention(*d->admin, {request.topic}, task);
        retention && retention->contains(request.topic))
        out.retention = retention->value(request.topic);
    const RecordMatcher matcher(query.filter);
    for (Delivery& row : folder.take(*ledger)) {
        if (!query.filter.takesAll()) {
            // Paths of a filter look into the event or the channel's record.
            Record record{row.audit.place.topic, row.audit.place.partition, row.audit.place.offset, row.audit.at,
                TimestampType::CreateTime, {}, QJsonDocument(row.audit.notification).toJson(QJsonDocument::Compact),
                {}};
            const auto field = [this, &row](const QString& name) { return deliveryField(row, name, d->verdict); };
            if (!matcher.matches(RecordView(record), field))
                continue;
        }
        out.rows.append(std::move(row));
    }
    return out;
}

} // namespace nc
