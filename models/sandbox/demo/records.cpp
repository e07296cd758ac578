#include "sandbox/demo/records.h"

#include "kafka/cluster/admin.h"
#include "kafka/writing/recordwriter.h"
#include "sandbox/kafkabroker.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

Result<void> makeTopicsAnew(ClusterAdmin& admin, const TaskContext& task)
{
    if (auto deleted = admin.deleteTopics(platformTopics(), task); !deleted)
        return deleted;
    QList<NewTopic> topics;
    for (const QString& name : platformTopics())
        topics.append({name, platformPartitions, 1, {}});
    return admin.ensureTopics(topics, task);
}

Result<void> write(
    const KafkaConnection& kafka, const QList<Record>& records, const Pass& pass, const TaskContext& task)
{
    const auto writer = RecordWriter::open(kafka, pass);
    if (!writer)
        return fail(writer.error());
    Result<void> trouble;
    const auto acknowledged = [&](const Result<WriteTarget>& written, qint64 index) {
        if (!trouble)
            return;
        if (!written)
            trouble = fail(written.error());
        // Dead letters name the places of others: they must be where the story says.
        else if (written->place != records.at(index).place())
            trouble = fail(errors::internal, written->place.topic);
    };
    for (qint64 index = 0; index < records.size(); ++index) {
        if (auto handed = (*writer)->enqueue(records.at(index), index, acknowledged, task); !handed)
            return handed;
        if (index % 1000 == 0)
            task.report(index, records.size(), u"records"_s);
    }
    if (auto flushed = (*writer)->flush(task); !flushed)
        return flushed;
    return trouble;
}

Result<void> commitEnds(ClusterAdmin& admin, const QList<Record>& records, const TaskContext& task)
{
    QHash<QPair<QString, qint32>, qint64> ends;
    for (const Record& record : records) {
        if (!record.topic.endsWith(u".DLT"_s) && record.topic != u"audit-events"_s)
            ends[{record.topic, record.partition}] = record.offset + 1;
    }
    QList<RecordPlace> places;
    for (auto it = ends.begin(); it != ends.end(); ++it)
        places.append({it.key().first, it.key().second, it.value()});
    // The first use of groups makes Kafka's own topic for them; until that is loaded it answers "in progress".
    constexpr int attempts = 100;
    for (int attempt = 1;; ++attempt) {
        Result<void> moved = admin.setGroupOffsets(u"notifications-service"_s, places, task);
        if (moved || attempt == attempts || task.cancel.waitFor(std::chrono::milliseconds(100)))
            return moved;
    }
}

} // namespace

Result<void> writeStory(
    const KafkaConnection& kafka, const Story& story, bool anew, const Pass& pass, const TaskContext& task)
{
    const auto admin = ClusterAdmin::open(kafka);
    if (!admin)
        return fail(admin.error());
    if (anew) {
        if (auto made = makeTopicsAnew(**admin, task); !made)
            return made;
    }
    if (auto written = write(kafka, story.records, pass, task); !written)
        return written;
    return commitEnds(**admin, story.records, task);
}

} // namespace nc::demo
