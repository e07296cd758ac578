#include "text/textdiff.h"

#include <cstdlib>

using namespace nc;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const qsizetype cut = bytes.indexOf('\0');
    const QByteArray old = bytes.left(cut < 0 ? bytes.size() / 2 : cut);
    const QByteArray fresh = bytes.mid(cut < 0 ? bytes.size() / 2 : cut + 1);
    QByteArray left;
    QByteArray right;
    for (const DiffLine& line : diffLines(old, fresh)) {
        const QByteArray text = line.text + (line.endsFile ? QByteArray() : QByteArray("\n"));
        if (line.kind != DiffLine::Kind::Added)
            left += text;
        if (line.kind != DiffLine::Kind::Removed)
            right += text;
    }
    if (left != old || right != fresh)
        std::abort();
    if (unifiedDiff(old, fresh, QStringLiteral("a"), QStringLiteral("b")).isEmpty() != (old == fresh))
        std::abort();
    sideBySide(old, fresh);
    return 0;
}
