#include "deadletters/letters/keeping.h"

#include "core/errors.h"
#include "deadletters/base/expiry.h"
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
    const auto all = readRetention(**admin, {topic}, task);
    if (!all)
        return fail(all.error());
    return all->value(topic, 0);
}

} // namespace nc
