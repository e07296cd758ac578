#include "failures/sending/whogot.h"

#include "failures/deliveries/inboxhistory.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/shelflives.h"
#include "failures/facts/unseensources.h"
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
    DeliveryHistory history = std::move(*read).into(out.unseen);
    if (isEvent && access.databaseUnseen)
        out.unseen.add(sources::inbox, *access.databaseUnseen);
    if (isEvent && access.database) {
        const auto inbox = addInboxRows(history, *access.database, task);
        if (!inbox)
            return fail(inbox.error());
        out.unseen.add(*inbox);
    }
    const auto ledger =
        LedgerStore(**admin, **reader, access.localLedger, LedgerReading::WhatIsSeen).load(auditTopic(), task);
    if (!ledger)
        return fail(ledger.error());
    history.addResent(ledger->into(out.unseen));
    return history;
}

} // namespace

bool canAskWhoGot(const QString& deadLetterTopic)
{
    return !expectedType(topicWithoutSuffix(deadLetterTopic)).isEmpty();
}

Result<WhoGot> whoGot(const JudgeAccess& access, const DeadLetter& letter, const TaskContext& task)
{
    WhoGot out;
    const QJsonObject json = QJsonDocument::fromJson(letter.original).object();
    const QString channel = channelOfTopic(letter.record.topic);
    out.joins = !sourceKeyOf(json["context"_L1].toObject()).isEmpty();
    QList<EarlierDelivery> earlier;
    if (out.joins) {
        const auto history = readEverything(access, channel.isEmpty(), out, task);
        if (!history)
            return fail(history.error());
        const qint64 since = letter.origin.timestamp.value_or(letter.record.timestamp);
        earlier = (channel.isEmpty() ? history->ofEvent(json, since, letter.record.timestamp)
                                     : history->ofChannelRecord(channel, json, since))
                      .into(out.unseen);
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
