#include "failures/ledger/ledgerindex.h"

#include <algorithm>
#include <map>

namespace nc {
namespace {

qint64 slot(qint32 high, qint32 low)
{
    return static_cast<qint64>(high) << 32 | static_cast<quint32>(low);
}

} // namespace

LedgerIndex::LedgerIndex(QList<LedgerEntry> entries)
    : m_entries(std::move(entries))
{
    QHash<QString, qint32> known;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const LedgerEntry& entry = m_entries[i];
        QList<qint32> targets;
        for (const QString& name : entry.targets) {
            auto at = known.constFind(name);
            if (at == known.constEnd()) {
                at = known.insert(name, static_cast<qint32>(m_targets.size()));
                m_targets.append(name);
            }
            targets.append(*at);
        }
        const auto number = static_cast<qint32>(i);
        for (const LedgerRun& run : entry.runs) {
            const qint32 target = run.target < 0 ? -1 : targets[run.target];
            m_pieces[slot(run.partition, target)].push_back(
                {run.offset, run.count, run.targetOffset, number, run.targetPartition, run.returns});
            if (target >= 0)
                m_arrivals[slot(target, run.targetPartition)].push_back(
                    {run.targetOffset, run.count, run.offset, number, run.partition, run.returns});
        }
    }
    for (Pieces& pieces : m_pieces)
        tidy(pieces);
    for (Pieces& pieces : m_arrivals)
        tidy(pieces);
}

void LedgerIndex::tidy(Pieces& pieces)
{
    const auto byOffset = [](const Piece& a, const Piece& b) { return a.offset < b.offset; };
    const auto overlap = [](const Piece& a, const Piece& b) { return a.offset + a.count > b.offset; };
    // Runs usually come in ascending order and without a record twice, and then nothing is to be done.
    if (!std::ranges::is_sorted(pieces, byOffset)) {
        Pieces sorted = pieces;
        std::ranges::stable_sort(sorted, byOffset);
        if (std::ranges::adjacent_find(sorted, overlap) == sorted.end()) {
            pieces = std::move(sorted);
            return;
        }
    }
    if (std::ranges::adjacent_find(pieces, overlap) != pieces.end())
        paint(pieces);
}

/// Later pieces cover earlier ones.
void LedgerIndex::paint(Pieces& pieces)
{
    std::map<qint64, Piece> line;
    const auto cut = [&line](qint64 at) {
        auto after = line.lower_bound(at);
        if (after == line.begin())
            return;
        Piece& before = std::prev(after)->second;
        if (before.offset + before.count <= at)
            return;
        Piece rest = before;
        const qint64 kept = at - before.offset;
        before.count = kept;
        rest.offset += kept;
        rest.targetOffset += kept;
        rest.count -= kept;
        line.emplace_hint(after, at, rest);
    };
    for (const Piece& piece : pieces) {
        cut(piece.offset);
        cut(piece.offset + piece.count);
        line.erase(line.lower_bound(piece.offset), line.lower_bound(piece.offset + piece.count));
        line.emplace(piece.offset, piece);
    }
    pieces.clear();
    for (const auto& [offset, piece] : line)
        pieces.push_back(piece);
}

const LedgerIndex::Piece* LedgerIndex::find(const Pieces& pieces, qint64 offset)
{
    auto after = std::ranges::upper_bound(pieces, offset, {}, &Piece::offset);
    if (after == pieces.begin())
        return nullptr;
    const Piece& piece = *std::prev(after);
    return offset < piece.offset + piece.count ? &piece : nullptr;
}

LedgerMark LedgerIndex::markOf(const Piece& piece, qint64 offset, qint32 target) const
{
    LedgerMark mark{m_entries[piece.entry].action, piece.entry, {}, piece.returns};
    if (target >= 0)
        mark.target = {m_targets[target], piece.targetPartition, piece.targetOffset + (offset - piece.offset)};
    return mark;
}

/// Lays discards and their undoing over what was sent.
std::optional<LedgerMark> LedgerIndex::undone(qint32 partition, qint64 offset, std::optional<LedgerMark> sent) const
{
    const auto pieces = m_pieces.constFind(slot(partition, -1));
    if (pieces == m_pieces.constEnd())
        return sent;
    const Piece* piece = find(*pieces, offset);
    if (!piece || (sent && sent->entry > piece->entry))
        return sent;
    if (m_entries[piece->entry].action == LedgerAction::Reopened)
        return sent;
    return markOf(*piece, offset, -1);
}

std::optional<LedgerMark> LedgerIndex::latest(qint32 partition, qint64 offset) const
{
    std::optional<LedgerMark> sent;
    for (qint32 target = 0; target < m_targets.size(); ++target) {
        const auto pieces = m_pieces.constFind(slot(partition, target));
        if (pieces == m_pieces.constEnd())
            continue;
        if (const Piece* piece = find(*pieces, offset); piece && (!sent || piece->entry > sent->entry))
            sent = markOf(*piece, offset, target);
    }
    return undone(partition, offset, sent);
}

std::optional<LedgerMark> LedgerIndex::forTarget(qint32 partition, qint64 offset, const QString& target) const
{
    std::optional<LedgerMark> sent;
    const auto number = static_cast<qint32>(m_targets.indexOf(target));
    if (number >= 0) {
        const auto pieces = m_pieces.constFind(slot(partition, number));
        if (pieces != m_pieces.constEnd()) {
            if (const Piece* piece = find(*pieces, offset))
                sent = markOf(*piece, offset, number);
        }
    }
    return undone(partition, offset, sent);
}

std::optional<LedgerMark> LedgerIndex::sentTo(const RecordPlace& place) const
{
    const auto number = static_cast<qint32>(m_targets.indexOf(place.topic));
    if (number < 0)
        return {};
    const auto pieces = m_arrivals.constFind(slot(number, place.partition));
    if (pieces == m_arrivals.constEnd())
        return {};
    const Piece* piece = find(*pieces, place.offset);
    if (!piece)
        return {};
    return LedgerMark{m_entries[piece->entry].action, piece->entry, place, piece->returns};
}

QList<qint32> LedgerIndex::partitions() const
{
    QList<qint32> numbers;
    for (auto at = m_pieces.constBegin(); at != m_pieces.constEnd(); ++at)
        numbers.append(static_cast<qint32>(at.key() >> 32));
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

QList<std::pair<qint64, qint64>> LedgerIndex::spans(qint32 partition) const
{
    QList<std::pair<qint64, qint64>> all;
    for (auto at = m_pieces.constBegin(); at != m_pieces.constEnd(); ++at) {
        if (static_cast<qint32>(at.key() >> 32) != partition)
            continue;
        for (const Piece& piece : *at)
            all.append({piece.offset, piece.offset + piece.count});
    }
    std::ranges::sort(all);
    QList<std::pair<qint64, qint64>> apart;
    for (const auto& span : std::as_const(all)) {
        if (!apart.isEmpty() && span.first <= apart.last().second)
            apart.last().second = std::max(apart.last().second, span.second);
        else
            apart.append(span);
    }
    return apart;
}

} // namespace nc
