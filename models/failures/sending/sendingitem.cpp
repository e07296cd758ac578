#include "failures/sending/sendingitem.h"

namespace nc {

qint64 wireSize(const Record& record)
{
    qint64 size = 61 + 32 + (record.key ? record.key->size() : 0) + (record.value ? record.value->size() : 0);
    for (const Header& header : record.headers)
        size += 10 + header.name.size() + (header.value ? header.value->size() : 0);
    return size;
}

} // namespace nc
