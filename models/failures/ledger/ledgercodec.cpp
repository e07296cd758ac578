#include "failures/ledger/ledgercodec.h"

#include <limits>

namespace nc {
namespace {

void put(QByteArray& out, qint64 number)
{
    // Zigzag: small negative numbers stay short.
    auto bits = static_cast<quint64>(number) << 1 ^ static_cast<quint64>(number >> 63);
    while (bits >= 0x80) {
        out.append(static_cast<char>(bits | 0x80));
        bits >>= 7;
    }
    out.append(static_cast<char>(bits));
}

class Cursor {
public:
    explicit Cursor(const QByteArray& bytes)
        : m_at(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {
    }
    bool atEnd() const { return m_at == m_end; }
    bool ok() const { return m_ok; }

    qint64 take()
    {
        quint64 bits = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at == m_end)
                break;
            const auto byte = static_cast<unsigned char>(*m_at++);
            bits |= static_cast<quint64>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return static_cast<qint64>(bits >> 1 ^ (0 - (bits & 1)));
        }
        m_ok = false;
        return 0;
    }

private:
    const char* m_at;
    const char* m_end;
    bool m_ok = true;
};

bool sum(qint64 a, qint64 b, qint64* out)
{
    return !__builtin_add_overflow(a, b, out);
}

constexpr qint64 mostPartitions = std::numeric_limits<qint32>::max();
/// No console writes longer ones; what claims to be longer is damaged.
constexpr qint64 longestRun = 100'000'000;

} // namespace

QByteArray packRuns(const QList<LedgerRun>& runs)
{
    QByteArray out;
    out.reserve(runs.size() * 8);
    LedgerRun before{0, 0, 0, 0, 0, 0, 0};
    for (const LedgerRun& run : runs) {
        put(out, run.partition - before.partition);
        put(out, run.offset - (before.offset + before.count));
        put(out, run.count - 1);
        put(out, run.target);
        put(out, run.returns);
        if (run.target >= 0) {
            put(out, run.targetPartition);
            put(out, run.targetOffset - before.targetOffset);
            before.targetOffset = run.targetOffset;
        }
        before.partition = run.partition;
        before.offset = run.offset;
        before.count = run.count;
    }
    return out;
}

std::optional<QList<LedgerRun>> unpackRuns(const QByteArray& bytes, qsizetype targets)
{
    QList<LedgerRun> runs;
    runs.reserve(bytes.size() / 6);
    Cursor cursor(bytes);
    qint64 partition = 0;
    qint64 after = 0;
    qint64 targetOffset = 0;
    while (!cursor.atEnd()) {
        LedgerRun run;
        bool ok = sum(partition, cursor.take(), &partition);
        ok = sum(after, cursor.take(), &run.offset) && ok;
        ok = sum(cursor.take(), 1, &run.count) && ok;
        const qint64 target = cursor.take();
        const qint64 returns = cursor.take();
        qint64 targetPartition = -1;
        if (target >= 0) {
            targetPartition = cursor.take();
            ok = sum(targetOffset, cursor.take(), &targetOffset) && ok;
            run.targetOffset = targetOffset;
            qint64 end = 0;
            ok = ok && targetPartition >= 0 && targetPartition <= mostPartitions && targetOffset >= 0
                && sum(targetOffset, run.count, &end);
        }
        ok = ok && cursor.ok() && partition >= 0 && partition <= mostPartitions && run.offset >= 0 && run.count > 0
            && run.count <= longestRun && target >= -1 && target < targets && returns >= 0 && returns <= mostPartitions;
        if (!ok || !sum(run.offset, run.count, &after))
            return {};
        run.partition = static_cast<qint32>(partition);
        run.target = static_cast<qint32>(target);
        run.returns = static_cast<qint32>(returns);
        run.targetPartition = static_cast<qint32>(targetPartition);
        runs.append(run);
    }
    return runs;
}

} // namespace nc
