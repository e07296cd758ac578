#include "connections/sandboxstate.h"

#include "core/atomicfile.h"

#include <QJsonDocument>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace nc {

std::optional<Profile> runningSandbox(const QString& folder)
{
    const auto file = readFile(folder + u"/sandbox.json"_s, 1024 * 1024);
    if (!file)
        return std::nullopt;
    const QJsonObject root = QJsonDocument::fromJson(file->bytes).object();
    if (!root["profile"_L1].isObject() || !root["running"_L1].toBool())
        return std::nullopt;
    // A machine that was switched off leaves the file behind.
    const auto pid = static_cast<pid_t>(root["kafkaPid"_L1].toInteger());
    if (pid <= 0 || (::kill(pid, 0) != 0 && errno != EPERM))
        return std::nullopt;
    Profile profile = Profile::fromJson(root["profile"_L1].toObject());
    profile.name = u"sandbox"_s;
    return profile;
}

} // namespace nc
