#include "deadletters/keeping.h"

#include "core/errors.h"
#include "kafka/admin.h"
#include "kafka/recordjson.h"
#include "kafka/recordreader.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace nc {

Result<qint64> keepRecords(const KafkaAccess& access, const QString& topic, const OffsetSelection& chosen,
    const QString& path, const TaskContext& task)
{
    const auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(errors::cannotWrite, path, file.errorString());
    ReadRequest request;
    request.topic = topic;
    request.from = {ReadFrom::Kind::Beginning, 0};
    request.offsets = chosen.bounds();
    qint64 count = 0;
    bool full = false;
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (!chosen.contains(view.partition(), view.offset()))
                continue;
            const QByteArray line = recordToJson(view.toRecord(), {.exact = true, .decodedValue = {}}) + '\n';
            full = full || file.write(line) != line.size();
            ++count;
        }
        return full ? Flow::Stop : Flow::Continue;
    };
    const auto done = (*reader)->scan(request, look, task);
    if (!done)
        return fail(done.error());
    if (full || !file.commit())
        return fail(errors::cannotWrite, path, file.errorString());
    return count;
}

Result<qint64> retentionOf(const KafkaAccess& access, const QString& topic, const TaskContext& task)
{
    const auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    const auto details = (*admin)->describeTopic(topic, task);
    if (!details)
        return fail(details.error());
    // Without a policy that deletes, or with -1, nothing goes.
    if (const auto policy = details->config.constFind(u"cleanup.policy"_s);
        policy != details->config.constEnd() && !policy->value.contains(u"delete"))
        return 0;
    return std::max<qint64>(0, details->config.value(u"retention.ms"_s).value.toLongLong());
}

} // namespace nc
