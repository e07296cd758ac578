#pragma once

#include "failures/letters/hop.h"

#include <QByteArray>
#include <QList>

#include <array>

namespace nc {

/// Puts the repeated `…original-*` headers of one Spring family back into sets. Spring appends a whole set a hop; a set
/// may lack a header, and other tools may sort headers by name, so neither the order nor the count can be relied on.
class HopCollector {
public:
    /// `name` without the family's prefix ("topic", "partition", …); others are ignored.
    void take(QByteArrayView name, const std::optional<QByteArray>& value);
    /// Oldest first.
    QList<Hop> hops() const;

private:
    enum Field { Topic, Partition, Offset, Timestamp, TimestampKind, Group, FieldCount };
    struct Seen {
        Field field;
        std::optional<QByteArray> value;
    };
    static void put(Hop& hop, const Seen& seen);
    QList<Hop> bySets() const;
    QList<Hop> byCount(qsizetype most) const;

    QList<Seen> m_seen;
    std::array<qsizetype, FieldCount> m_counts{};
};

} // namespace nc
