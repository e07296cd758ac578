#include "render/enginelauncher.h"

#include "core/installpaths.h"
#include "render/errors.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

// What production runs; another version would give other bytes (docs/contracts.md).
constexpr QLatin1StringView wantedProtocol = "1"_L1;
constexpr QLatin1StringView wantedFreeMarker = "2.3.31"_L1;
constexpr QLatin1StringView wantedJsoup = "1.13.1"_L1;

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

QStringList javaArguments(const QString& jar)
{
    QStringList arguments{
        u"-XX:TieredStopAtLevel=1"_s, u"-XX:+UseSerialGC"_s,    u"-Xms16m"_s,
        u"-Xmx256m"_s,                u"-Xss2m"_s,              u"-Dfile.encoding=UTF-8"_s,
        u"-Duser.language=en"_s,      u"-Duser.country="_s,     u"-Djava.awt.headless=true"_s,
    };
    // Made beside the jar when it was built; one of another JVM is left aside in silence.
    const QString archive = jar.chopped(4) + ".jsa"_L1;
    if (QFileInfo(archive).size() > 0)
        arguments += {u"-XX:SharedArchiveFile="_s + archive, u"-Xshare:auto"_s, u"-Xlog:disable"_s, u"-Xlog:all=error:stderr"_s};
    arguments += {u"-jar"_s, jar};
    return arguments;
}

} // namespace

Result<EngineLauncher::Launched> EngineLauncher::launch(const TaskContext& task) const
{
    const QString java = findJava();
    if (java.isEmpty())
        return fail(errors::javaMissing);
    const QString jar = m_jar.isEmpty() ? installpaths::templateEngineJar() : m_jar;
    if (!QFileInfo(jar).isFile())
        return fail(errors::engineMissing, jar);
    auto process = HelperProcess::start(java, javaArguments(jar));
    if (!process)
        return fail(process.error());
    auto version = greet(**process, task);
    if (!version)
        return fail(version.error());
    return Launched{*process, *version};
}

Result<EngineVersion> EngineLauncher::greet(HelperProcess& process, const TaskContext& task) const
{
    const auto answer = process.call(u"version"_s, {}, 30s, task);
    if (!answer) {
        if (answer.error().is(errors::cancelled))
            return fail(answer.error());
        const QString words = process.isAlive() ? QString() : process.end().lastWords;
        if (words.contains("UnsupportedClassVersionError"_L1))
            return fail(errors::javaTooOld, {}, words);
        return fail(errors::engineStart, words.isEmpty() ? answer.error().id() : words, words);
    }
    const QJsonObject object = answer->result.toObject();
    const EngineVersion version{object.value("freemarker"_L1).toString(), object.value("jsoup"_L1).toString(),
                                object.value("java"_L1).toString()};
    if (object.value("protocol"_L1).toString() != wantedProtocol || version.freemarker != wantedFreeMarker
        || version.jsoup != wantedJsoup)
        return fail(errors::engineVersion, u"FreeMarker %1, jsoup %2"_s.arg(version.freemarker, version.jsoup));
    return version;
}

} // namespace nc
