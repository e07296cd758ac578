#include "core/coredump.h"

#include <sys/resource.h>

namespace nc {

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace nc
