#pragma once

#include "kafka/client/kafkaaccess.h"
#include "kafka/filter/recordfilter.h"
#include "kafka/lists/recordsmodel.h"
#include "kafka/reading/readprogress.h"
#include "kafka/reading/readrequest.h"

#include <QObject>

#include <functional>
#include <memory>

namespace nc {

/// What to look for in a topic.
struct ScanOrder {
    ReadRequest request;
    RecordFilter filter;
    qint64 limit = RecordsModel::capacity; ///< matches; -1: none
    /// From the range's end (or `request.before`) towards its beginning, the newest of all partitions first, in pieces:
    /// each comes whole in one rows(), its rows oldest first. Ends at `limit`, or when `budget` records were looked at
    /// (-1: no bound). `request.from` does not count then.
    bool backwards = false;
    qint64 budget = -1;
};

struct ScanOutcome {
    ReadSummary summary;
    qint64 matched = 0;
    /// Stopped at `limit`; the partitions' positions are then exactly behind the last record that was looked at.
    /// Backwards: there is more before the partitions' `begin`, which is exactly the first record that was looked at.
    bool limited = false;
};

/// Brings the rows of a scan from its thread to the GUI's in batches of 100 ms or 500 rows, never more than a few at a
/// time: the scan waits for a slow window, not the window for the scan. Lives in the GUI thread; one for each scan, so
/// that rows of an older one go nowhere once it is deleted.
class ScanFeed : public QObject {
    Q_OBJECT

public:
    explicit ScanFeed(QObject* parent = nullptr);
    ~ScanFeed() override;

    /// The function to run in the scan's thread; keeps nothing of this object but what it shares.
    std::function<Result<ScanOutcome>(const KafkaAccess&, const TaskContext&)> workFor(const ScanOrder& order);

Q_SIGNALS:
    void rows(const QList<nc::RecordRow>& rows);
    void progressed(qint64 matched, qint64 scanned);

private:
    struct Channel;
    std::shared_ptr<Channel> m_channel;
};

} // namespace nc
