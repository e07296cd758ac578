#include "failures/facts/expiry.h"

#include "kafka/cluster/admin.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<QHash<QString, qint64>> readRetention(ClusterAdmin& admin, const QStringList& topics, const TaskContext& task)
{
    const auto configs = admin.configs(topics, task);
    if (!configs)
        return fail(configs.error());
    QHash<QString, qint64> out;
    for (auto config = configs->constBegin(); config != configs->constEnd(); ++config) {
        bool good = false;
        const qint64 time = config->value(u"retention.ms"_s).value.toLongLong(&good);
        if (good && time >= 0 && config->value(u"cleanup.policy"_s).value.contains(u"delete"_s))
            out.insert(config.key(), time);
    }
    return out;
}

std::optional<qint64> expiryOf(qint64 timestamp, const std::optional<qint64>& retention)
{
    if (!retention || timestamp < 0)
        return {};
    return timestamp + *retention;
}

bool expiresSoon(const std::optional<qint64>& expiresAt, qint64 now)
{
    constexpr qint64 day = 24LL * 3600 * 1000;
    return expiresAt && *expiresAt - now < day;
}

} // namespace nc
