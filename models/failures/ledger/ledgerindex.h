#pragma once

#include "failures/ledger/ledgerentry.h"
#include "failures/ledger/ledgermark.h"

#include <QHash>

#include <optional>
#include <vector>

namespace nc {

/// The entries about one dead-letter topic, made quick to ask: a million single records take some tenths of a second
/// to build and logarithmic time to ask. A plain value; asking is thread-safe.
class LedgerIndex {
public:
    LedgerIndex() = default;
    /// In the order of the ledger; all of one topic.
    explicit LedgerIndex(QList<LedgerEntry> entries);

    const QList<LedgerEntry>& entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.isEmpty(); }

    /// The latest thing that was done with the record and still holds (a discard that was taken back does not).
    std::optional<LedgerMark> latest(qint32 partition, qint64 offset) const;
    /// The same with regard to one target: what was sent elsewhere does not count, a discard does.
    std::optional<LedgerMark> forTarget(qint32 partition, qint64 offset, const QString& target) const;
    /// The sending that put a record at `place`.
    std::optional<LedgerMark> sentTo(const RecordPlace& place) const;

    /// Calls `visit(partition, offset, mark)` for every record with a mark that holds, by partition and offset, until
    /// it gives false. Nothing is spread out beforehand: what an entry claims may be long.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const qint32 partition : partitions()) {
            for (const auto& [first, end] : spans(partition)) {
                for (qint64 offset = first; offset < end; ++offset) {
                    const auto mark = latest(partition, offset);
                    if (mark && !visit(partition, offset, *mark))
                        return;
                }
            }
        }
    }
    QList<qint32> partitions() const;
    /// The offsets of the partition that some entry mentions, as ranges (first, behind the last), ascending and apart.
    QList<std::pair<qint64, qint64>> spans(qint32 partition) const;

private:
    struct Piece {
        qint64 offset;
        qint64 count;
        qint64 targetOffset;
        qint32 entry;
        qint32 targetPartition;
        qint32 returns;
    };
    using Pieces = std::vector<Piece>;
    static void tidy(Pieces& pieces);
    static void paint(Pieces& pieces);
    static const Piece* find(const Pieces& pieces, qint64 offset);
    LedgerMark markOf(const Piece& piece, qint64 offset, qint32 target) const;
    std::optional<LedgerMark> undone(qint32 partition, qint64 offset, std::optional<LedgerMark> sent) const;

    QList<LedgerEntry> m_entries;
    QStringList m_targets;
    /// By partition << 32 | index of the target; -1 for what has none (discards and their undoing).
    QHash<qint64, Pieces> m_pieces;
    /// The same by target: index << 32 | partition; `offset` is the target's, `targetOffset` the source's.
    QHash<qint64, Pieces> m_arrivals;
};

} // namespace nc
