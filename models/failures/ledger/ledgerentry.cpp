#include "failures/ledger/ledgerentry.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace nc {

qint64 LedgerEntry::count() const
{
    qint64 sum = 0;
    for (const LedgerRun& piece : runs)
        sum += piece.count;
    return sum;
}

QByteArray recordHash(qint64 timestamp, const std::optional<QByteArray>& key, const std::optional<QByteArray>& value)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const std::optional<QByteArray>& bytes) {
        const qint64 size = qToBigEndian(bytes ? qint64(bytes->size()) : qint64(-1));
        hash.addData(QByteArrayView(reinterpret_cast<const char*>(&size), sizeof size));
        if (bytes)
            hash.addData(*bytes);
    };
    const qint64 time = qToBigEndian(timestamp);
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&time), sizeof time));
    add(key);
    add(value);
    return hash.result().first(8);
}

} // namespace nc
