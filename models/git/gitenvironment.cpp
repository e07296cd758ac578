#include "git/gitenvironment.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// A list of what may stay: git gets new variables with each version.
bool mayStay(const QString& name)
{
    static constexpr std::array begins{
        "GIT_AUTHOR_"_L1, "GIT_COMMITTER_"_L1, "GIT_SSH"_L1, "GIT_SSL_"_L1, "GIT_HTTP_"_L1, "GIT_PROXY_"_L1};
    return !name.startsWith("GIT_"_L1) || name == "GIT_ASKPASS"_L1
        || std::ranges::any_of(begins, [&](QLatin1StringView begin) { return name.startsWith(begin); });
}

} // namespace

QProcessEnvironment gitEnvironment()
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    for (const QString& name : env.keys()) {
        if (!mayStay(name))
            env.remove(name);
    }
    env.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    env.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    env.insert(u"GIT_EDITOR"_s, u"true"_s);
    env.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    if (!env.contains(u"GIT_SSH_COMMAND"_s) && !env.contains(u"GIT_SSH"_s))
        env.insert(u"GIT_SSH_COMMAND"_s, u"ssh -oBatchMode=yes"_s);
    return env;
}

} // namespace nc
