#include "failures/sending/whogot.h"

#include "core/errors.h"
#include "failures/deliveries/inboxhistory.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/ledger/ledgerstore.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QStringList recipientsOf(const QString& channel, const QJsonObject& json)
{
    QStringList names;
    if (channel.isEmpty()) {
        for (const QJsonValue& recipient : json["recipients"_L1].toArray())
            names.append(recipientName(recipient.toObject()));
    } else {
        const QJsonObject recipient = json["recipient"_L1].toObject();
        names.append(recipient["id"_L1].toString(json["recipientName"_L1].toString()));
        if (names.last().isEmpty())
            names.last() = recipient["email"_L1].toString(recipient["rnokpp"_L1].toString());
    }
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

/// The history of the topics, of the inbox table, and of what was sent again from the audit.
Result<DeliveryHistory> readEverything(const JudgeAccess& access, bool isEvent, WhoGot& out, const TaskContext& task)
{
    const auto admin = ClusterAdmin::open(access.kafka);
    if (!admin)
        return fail(admin.error());
    const auto reader = RecordReader::open(access.kafka);
    if (!reader)
        return fail(reader.error());
    auto read = readHistory(**admin, **reader, AvroDecoder(access.kafka), {}, task);
    if (!read)
        return fail(read.error());
    out.unseen = read->unseen;
    if (isEvent && access.database) {
        const auto inbox = addInboxRows(read->history, *access.database, task);
        if (!inbox && inbox.error().is(errors::cancelled))
            return fail(inbox.error());
        if (!inbox)
            out.unseen.append(inbox.error());
    }
    const auto ledger = LedgerStore(**admin, **reader, access.localLedger).load(auditTopic(), task);
    if (ledger)
        read->history.addResent(*ledger);
    else if (ledger.error().is(errors::cancelled))
        return fail(ledger.error());
    else
        out.unseen.append(ledger.error());
    return std::move(read->history);
}

} // namespace

bool canAskWhoGot(const DeadLetter& letter)
{
    return !expectedType(letter.source).isEmpty();
}

Result<WhoGot> whoGot(const JudgeAccess& access, const DeadLetter& letter, const TaskContext& task)
{
    WhoGot out;
    const QJsonObject json = QJsonDocument::fromJson(letter.original).object();
    const QString channel = channelOfTopic(letter.source);
    out.joins = !sourceKeyOf(json["context"_L1].toObject()).isEmpty();
    QList<EarlierDelivery> earlier;
    if (out.joins) {
        const auto history = readEverything(access, channel.isEmpty(), out, task);
        if (!history)
            return fail(history.error());
        const qint64 since = letter.origin.timestamp.value_or(letter.record.timestamp);
        earlier = channel.isEmpty() ? history->ofEvent(json, since, letter.record.timestamp)
                                    : history->ofChannelRecord(channel, json, since);
    }
    for (const QString& name : recipientsOf(channel, json)) {
        bool known = false;
        for (const EarlierDelivery& one : std::as_const(earlier)) {
            if (one.recipient != name)
                continue;
            out.rows.append({name, one.channel, one.how, one.at});
            known = true;
        }
        if (!known)
            out.rows.append({name, {}, {}, -1});
    }
    // A recipient without an id goes by one address here and by another there.
    for (const EarlierDelivery& one : std::as_const(earlier)) {
        const WhoGotRow row{one.recipient, one.channel, one.how, one.at};
        if (!out.rows.contains(row))
            out.rows.append(row);
    }
    return out;
}

} // namespace nc
