#include "core/whoami.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace nc {

QString userName()
{
    const QString user = qEnvironmentVariable("USER");
    if (!user.isEmpty())
        return user;
    const passwd* entry = getpwuid(geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

QString hostName()
{
    return QSysInfo::machineHostName();
}

QString whoAmI()
{
    return userName() + u'@' + hostName();
}

} // namespace nc
