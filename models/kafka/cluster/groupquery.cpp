#include "kafka/cluster/groupquery.h"

#include "kafka/client/errors.h"
#include "kafka/cluster/clusterquery.h"

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nc {
namespace {

Result<QStringList> groupNames(
    const std::shared_ptr<KafkaClient>& client, std::chrono::milliseconds timeout, const TaskContext& task)
{
    const auto event = askAdmin(client, RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPS, timeout, task,
        [&](auto* options, auto* queue) { rd_kafka_ListConsumerGroups(client->handle(), options, queue); }, {});
    if (!event)
        return fail(event.error());
    const auto* result = rd_kafka_event_ListConsumerGroups_result(event->get());
    std::size_t count = 0;
    const auto** listings = rd_kafka_ListConsumerGroups_result_valid(result, &count);
    QStringList names;
    for (std::size_t i = 0; i < count; ++i)
        names.append(QString::fromUtf8(rd_kafka_ConsumerGroupListing_group_id(listings[i])));
    names.sort();
    return names;
}

GroupMember memberOf(const rd_kafka_MemberDescription_t* from)
{
    GroupMember member{QString::fromUtf8(rd_kafka_MemberDescription_client_id(from)),
        QString::fromUtf8(rd_kafka_MemberDescription_host(from)), {}};
    const auto* assignment = rd_kafka_MemberDescription_assignment(from);
    const auto* list = assignment ? rd_kafka_MemberAssignment_partitions(assignment) : nullptr;
    for (int i = 0; list && i < list->cnt; ++i)
        member.assigned.append({QString::fromUtf8(list->elems[i].topic), list->elems[i].partition, -1});
    return member;
}

Result<QList<GroupInfo>> describe(const std::shared_ptr<KafkaClient>& client, const QStringList& names,
    std::chrono::milliseconds timeout, const TaskContext& task)
{
    std::vector<QByteArray> bytes;
    std::vector<const char*> raw;
    bytes.reserve(static_cast<std::size_t>(names.size()));
    for (const QString& name : names)
        raw.push_back(bytes.emplace_back(name.toUtf8()).constData());
    const auto event = askAdmin(
        client, RD_KAFKA_ADMIN_OP_DESCRIBECONSUMERGROUPS, timeout, task,
        [&](auto* options, auto* queue) {
            rd_kafka_DescribeConsumerGroups(client->handle(), raw.data(), raw.size(), options, queue);
        },
        names.first());
    if (!event)
        return fail(event.error());
    std::size_t count = 0;
    const auto** found = rd_kafka_DescribeConsumerGroups_result_groups(
        rd_kafka_event_DescribeConsumerGroups_result(event->get()), &count);
    QList<GroupInfo> groups;
    for (std::size_t i = 0; i < count; ++i) {
        GroupInfo info;
        info.group = QString::fromUtf8(rd_kafka_ConsumerGroupDescription_group_id(found[i]));
        const auto* error = rd_kafka_ConsumerGroupDescription_error(found[i]);
        if (error && names.size() == 1)
            return fail(client->explain(
                rd_kafka_error_code(error), info.group, QString::fromUtf8(rd_kafka_error_string(error))));
        info.state =
            QString::fromLatin1(rd_kafka_consumer_group_state_name(rd_kafka_ConsumerGroupDescription_state(found[i])));
        const std::size_t members = rd_kafka_ConsumerGroupDescription_member_count(found[i]);
        for (std::size_t m = 0; m < members; ++m)
            info.members.append(memberOf(rd_kafka_ConsumerGroupDescription_member(found[i], m)));
        groups.append(info);
    }
    return groups;
}

/// All requests at once, one answer a group. The event's opaque is the group's index.
Result<void> readOffsets(const std::shared_ptr<KafkaClient>& client, QList<GroupInfo>& groups,
    std::chrono::milliseconds timeout, const TaskContext& task)
{
    const QueueHandle queue(rd_kafka_queue_new(client->handle()));
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const AdminOptionsHandle options(
            rd_kafka_AdminOptions_new(client->handle(), RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS));
        rd_kafka_AdminOptions_set_request_timeout(options.get(), static_cast<int>(timeout.count()), nullptr, 0);
        rd_kafka_AdminOptions_set_opaque(options.get(), &groups[i]);
        const ListGroupOffsetsHandle request(
            rd_kafka_ListConsumerGroupOffsets_new(groups[i].group.toUtf8().constData(), nullptr));
        rd_kafka_ListConsumerGroupOffsets_t* requests[] = {request.get()};
        rd_kafka_ListConsumerGroupOffsets(client->handle(), requests, 1, options.get(), queue.get());
    }
    const auto events =
        awaitEvents(client, queue.get(), static_cast<std::size_t>(groups.size()), timeout + 1s, task, {});
    if (!events)
        return fail(events.error());
    for (const EventHandle& event : *events) {
        if (rd_kafka_event_error(event.get()) != RD_KAFKA_RESP_ERR_NO_ERROR)
            continue; // no right to see this group: it stays without offsets
        auto* group = static_cast<GroupInfo*>(rd_kafka_event_opaque(event.get()));
        std::size_t count = 0;
        const auto** results = rd_kafka_ListConsumerGroupOffsets_result_groups(
            rd_kafka_event_ListConsumerGroupOffsets_result(event.get()), &count);
        for (std::size_t r = 0; r < count; ++r) {
            const auto* list = rd_kafka_group_result_partitions(results[r]);
            for (int i = 0; list && i < list->cnt; ++i) {
                const auto& one = list->elems[i];
                if (one.err == RD_KAFKA_RESP_ERR_NO_ERROR && one.offset >= 0)
                    group->offsets.append({{QString::fromUtf8(one.topic), one.partition, one.offset},
                        QString::fromUtf8(
                            static_cast<const char*>(one.metadata), static_cast<qsizetype>(one.metadata_size))});
            }
        }
        std::ranges::sort(group->offsets, std::less<>(), &GroupOffset::place);
    }
    return {};
}

} // namespace

Result<QList<GroupInfo>> queryGroups(const std::shared_ptr<KafkaClient>& client, const QStringList& names,
    std::chrono::milliseconds timeout, const TaskContext& task)
{
    QStringList wanted = names;
    if (wanted.isEmpty()) {
        const auto all = groupNames(client, timeout, task);
        if (!all)
            return fail(all.error());
        wanted = *all;
    }
    if (wanted.isEmpty())
        return QList<GroupInfo>{};
    auto groups = describe(client, wanted, timeout, task);
    if (!groups)
        return groups;
    if (const auto done = readOffsets(client, *groups, timeout, task); !done)
        return fail(done.error());
    return groups;
}

QList<GroupLag> lagsOf(const TopicInfo& topic, const QList<GroupInfo>& groups)
{
    QList<GroupLag> lags;
    for (const GroupInfo& group : groups) {
        GroupLag lag{group.group, 0, group.state, static_cast<int>(group.members.size())};
        bool reads = false;
        for (const GroupOffset& offset : group.offsets) {
            if (offset.place.topic != topic.topic)
                continue;
            reads = true;
            for (const PartitionInfo& partition : topic.partitions) {
                if (partition.partition == offset.place.partition && partition.high >= 0)
                    lag.lag += std::max<qint64>(0, partition.high - std::max(offset.place.offset, partition.low));
            }
        }
        if (reads)
            lags.append(lag);
    }
    return lags;
}

Result<void> alterGroupOffsets(const std::shared_ptr<KafkaClient>& client, const QString& group,
    const QList<RecordPlace>& offsets, std::chrono::milliseconds timeout, const TaskContext& task)
{
    const PartitionListHandle list(rd_kafka_topic_partition_list_new(static_cast<int>(offsets.size())));
    for (const RecordPlace& place : offsets)
        rd_kafka_topic_partition_list_add(list.get(), place.topic.toUtf8().constData(), place.partition)->offset =
            place.offset;
    const AlterGroupOffsetsHandle request(
        rd_kafka_AlterConsumerGroupOffsets_new(group.toUtf8().constData(), list.get()));
    rd_kafka_AlterConsumerGroupOffsets_t* requests[] = {request.get()};
    const auto event = askAdmin(
        client, RD_KAFKA_ADMIN_OP_ALTERCONSUMERGROUPOFFSETS, timeout, task,
        [&](auto* options, auto* queue) {
            rd_kafka_AlterConsumerGroupOffsets(client->handle(), requests, 1, options, queue);
        },
        group);
    if (!event)
        return fail(event.error());
    std::size_t count = 0;
    const auto** results = rd_kafka_AlterConsumerGroupOffsets_result_groups(
        rd_kafka_event_AlterConsumerGroupOffsets_result(event->get()), &count);
    for (std::size_t r = 0; r < count; ++r) {
        if (const auto* error = rd_kafka_group_result_error(results[r]))
            return fail(client->explain(
                rd_kafka_error_code(error), group, QString::fromUtf8(rd_kafka_error_string(error)), u"Read"_s));
        const auto* changed = rd_kafka_group_result_partitions(results[r]);
        for (int i = 0; changed && i < changed->cnt; ++i) {
            if (changed->elems[i].err != RD_KAFKA_RESP_ERR_NO_ERROR)
                return fail(
                    client->explain(changed->elems[i].err, QString::fromUtf8(changed->elems[i].topic), {}, u"Read"_s));
        }
    }
    return {};
}

} // namespace nc
