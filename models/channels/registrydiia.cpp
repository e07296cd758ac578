#include "channels/registrydiia.h"

#include "channels/channelsecrets.h"
#include "channels/valuesfile.h"

namespace nc {

Result<RegistryDiia> registryDiia(const QString& registry, SecretStore& store, const TaskContext& task)
{
    if (registry.isEmpty())
        return RegistryDiia{};
    const auto file = ValuesFile::load(registry);
    if (!file)
        return fail(file.error());
    if (file->error())
        return fail(*file->error());
    RegistryDiia found{file->settings().diia.url, {}};
    if (found.url.isEmpty())
        return found;
    const QString folder = QString(file->path()).chopped(file->relativePath().size());
    auto token = channelsecrets::read(store, channelsecrets::diiaKey(folder), task);
    if (!token)
        return fail(token.error());
    found.token = *token;
    return found;
}

} // namespace nc
