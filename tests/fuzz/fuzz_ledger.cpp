#include "deadletterchecks.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const char* broken = bytes.startsWith('{') ? checks::checkLedgerBytes(bytes) : checks::checkRunBytes(bytes)) {
        std::fprintf(stderr, "%s\n", broken);
        std::abort();
    }
    return 0;
}
