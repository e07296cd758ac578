#pragma once

#include "core/result.h"

#include <QList>
#include <QMap>
#include <QString>

namespace nc {

/// Chosen records as ranges of offsets, both ends included, by partition: `0:5,0:7-9,3:12`. A value.
class OffsetSelection {
public:
    /// errors::badOffsets.
    static Result<OffsetSelection> parse(const QString& text);

    bool isEmpty() const { return m_ranges.isEmpty(); }
    void add(qint32 partition, qint64 first, qint64 last);
    bool contains(qint32 partition, qint64 offset) const;
    /// The smallest range of each partition that covers its choice: [first, second).
    QMap<qint32, std::pair<qint64, qint64>> bounds() const;
    QString toString() const;

    friend bool operator==(const OffsetSelection&, const OffsetSelection&) = default;

private:
    /// Ascending, not touching.
    QMap<qint32, QList<std::pair<qint64, qint64>>> m_ranges;
};

} // namespace nc
