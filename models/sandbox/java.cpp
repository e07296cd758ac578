#include "core/atomicfile.h"
#include "sandbox/errors.h"
#include "sandbox/kafkabroker.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nc {

Result<QString> findJava()
{
    QString java = qEnvironmentVariable("JAVA_HOME");
    if (!java.isEmpty())
        java += u"/bin/java"_s;
    if (java.isEmpty() || !QFileInfo(java).isExecutable())
        java = QStandardPaths::findExecutable(u"java"_s);
    if (java.isEmpty())
        return fail(errors::noJava);
    // Every Java since 9 says in a file what it is; starting it only to ask would cost a tenth of a second.
    const auto release = readFile(QFileInfo(java).canonicalPath() + u"/../release"_s, 64 * 1024);
    static const QRegularExpression version(u"JAVA_VERSION=\"(\\d+)"_s);
    const auto match = version.match(release ? QString::fromUtf8(release->bytes) : QString());
    if (match.hasMatch() && match.captured(1).toInt() < 17)
        return fail(errors::noJava, {}, java + u' ' + match.captured(1));
    return java;
}

} // namespace nc
