#include "core/error.h"

namespace nc {

QString Error::id() const
{
    return QLatin1StringView(code.domain) + u'.' + QLatin1StringView(code.name);
}

} // namespace nc
