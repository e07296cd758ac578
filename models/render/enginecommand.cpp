#include "render/enginecommand.h"

#include "core/installpaths.h"
#include "render/errors.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString findJava()
{
    const QString home = qEnvironmentVariable("JAVA_HOME");
    if (!home.isEmpty()) {
        const QFileInfo java(home + "/bin/java"_L1);
        if (java.isExecutable())
            return java.absoluteFilePath();
    }
    return QStandardPaths::findExecutable(u"java"_s);
}

} // namespace

Result<ChildSpec> engineCommand(const QString& jar)
{
    const QString java = findJava();
    if (java.isEmpty())
        return fail(errors::javaMissing);
    const QString path = jar.isEmpty() ? installpaths::templateEngineJar() : jar;
    if (!QFileInfo(path).isFile())
        return fail(errors::engineMissing, path);

    QStringList arguments{u"-XX:TieredStopAtLevel=1"_s, u"-XX:+UseSerialGC"_s, u"-Xms16m"_s, u"-Xmx768m"_s, u"-Xss2m"_s,
        u"-XX:-ShrinkHeapInSteps"_s, u"-XX:MaxHeapFreeRatio=40"_s, // what a greedy template took goes back at once
        u"-Dfile.encoding=UTF-8"_s, u"-Duser.language=en"_s, u"-Duser.country="_s, u"-Djava.awt.headless=true"_s};
    // Made beside the jar when it was built; one of another JVM is left aside in silence.
    const QString archive = path.chopped(4) + ".jsa"_L1;
    if (QFileInfo(archive).size() > 0)
        arguments += {u"-XX:SharedArchiveFile="_s + archive, u"-Xshare:auto"_s, u"-Xlog:disable"_s};
    arguments += {u"-jar"_s, path};
    ChildSpec spec;
    spec.program = java;
    spec.arguments = arguments;
    return spec;
}

} // namespace nc
