#include "deadletters/letters/keepletters.h"

#include "core/errors.h"
#include "deadletters/base/expiry.h"
#include "kafka/recordjson.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace nc {

QString keptFileName(const QString& topic, qint64 now)
{
    return topic + u'-' + QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(u"yyyyMMddThhmmsszzz"_s) + u".jsonl"_s;
}

Result<Kept> keepLetters(DeadLetterStore& store, const KeepOrder& order, const TaskContext& task)
{
    const QFileInfo place(order.path);
    // What was kept before is never written over.
    if (place.exists())
        return fail(errors::cannotWrite, order.path, u"the file exists"_s);
    if (!QDir().mkpath(place.absolutePath()))
        return fail(errors::cannotWrite, order.path, u"no such folder"_s);
    const auto ledger = store.ledger(order.query.topic, task);
    if (!ledger)
        return fail(ledger.error());
    const auto retention = store.retention(order.query.topic, task);
    if (!retention)
        return fail(retention.error());
    QSaveFile file(order.path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(errors::cannotWrite, order.path, file.errorString());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    Kept kept;
    bool full = false;
    const auto visit = [&](const DeadLetter& letter) {
        const auto expiry = expiryOf(letter.record.timestamp, *retention);
        if (order.within && (!expiry || *expiry - now > *order.within))
            return true;
        if (expiry && (kept.earliest < 0 || *expiry < kept.earliest))
            kept.earliest = *expiry;
        const QByteArray line = recordToJson(letter.record, {.exact = true, .decodedValue = {}}) + '\n';
        full = file.write(line) != line.size();
        ++kept.records;
        return !full;
    };
    const auto done = store.read(order.query, *ledger, visit, task);
    if (!done)
        return fail(done.error());
    if (kept.records == 0) {
        file.cancelWriting();
        return kept;
    }
    if (full || !file.commit())
        return fail(errors::cannotWrite, order.path, file.errorString());
    return kept;
}

} // namespace nc
