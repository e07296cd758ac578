#include "kafka/lists/recordexport.h"

#include "kafka/filter/recordmatcher.h"
#include "kafka/reading/flow.h"
#include "kafka/reading/recordreader.h"
#include "kafka/records/masking.h"
#include "kafka/records/recordjson.h"
#include "kafka/schemas/avrodecoder.h"

#include <QSaveFile>

namespace nc {

Result<qint64> exportRecords(const KafkaAccess& access, const ExportOrder& order, const TaskContext& task)
{
    QSaveFile file(order.path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(errors::cannotWrite, order.path, file.errorString());
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    const RecordMatcher matcher(order.scan.filter, AvroDecoder(access).forRecords(task));
    const RecordJsonOptions options{order.exact && !order.mask, {}};
    qint64 count = 0;
    bool written = true;
    const auto take = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (!matcher.matches(view))
                continue;
            Record record = view.toRecord();
            if (order.mask)
                record = masked(std::move(record));
            const QByteArray line = recordToJson(record, options) + '\n';
            written = file.write(line) == line.size();
            ++count;
            if (!written || count == order.scan.limit)
                return Flow::Stop;
        }
        return Flow::Continue;
    };
    const auto done = (*reader)->scan(order.scan.request, take, task);
    if (!done)
        return fail(done.error());
    if (!written || !file.commit())
        return fail(file.error() == QFileDevice::ResourceError ? errors::diskFull : errors::cannotWrite, order.path,
            file.errorString());
    return count;
}

} // namespace nc
