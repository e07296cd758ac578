#include "failures/facts/unseensources.h"

#include "failures/facts/errors.h"
#include "kafka/client/errors.h"

using namespace Qt::StringLiterals;

namespace nc {

void UnreadableRecords::add(const Error& reason)
{
    if (m_count++ == 0)
        m_first = reason;
    for (const ErrorCode& code : {errors::noSchemaRegistry, errors::registryUnreachable, errors::registryRefused,
             errors::registryAnswer, errors::unknownSchema}) {
        if (reason.is(code))
            m_registry.add(sources::schemaRegistry, reason);
    }
}

void UnreadableRecords::tell(const QString& topic, qint64 scanned, Unseen& unseen) const
{
    if (m_count == 0)
        return;
    unseen.add(m_registry);
    QString which = u"%1 / %2"_s.arg(m_count).arg(scanned);
    if (m_registry.isEmpty() && !m_first.detail.isEmpty())
        which += u" ("_s + m_first.detail + u')';
    unseen.add(topic, {errors::recordsUnreadable, topic, which, Next::Abort});
}

} // namespace nc
