// What `templates plan` and `templates publish` cost for 1,000 letters on the sandbox's PostgreSQL, as whole processes
// of notifyctl. The platform's publisher cannot be run here; its figures were taken on a machine of this kind.

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int letters = 1000;

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void makeRegulation(const QString& folder)
{
    QByteArray rows;
    for (int i = 0; i < 8; ++i)
        rows += "<tr><td>${row" + QByteArray::number(i) + "!?html}</td><td>Рядок</td></tr>\n";
    for (int i = 0; i < letters; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QString letter = folder + u"/notifications/email/letter-%1/"_s.arg(i, 4, 10, QChar(u'0'));
        write(letter + u"css/style.css"_s, QByteArray("h1 { color: navy } p { margin: 0 }\n").repeated(5));
        write(letter + u"notification.yml"_s, "title: Лист " + number + "\n");
        write(letter + u"notification.ftlh"_s,
            "<html><head><link rel=\"stylesheet\" href=\"style.css\"></head><body><h1>Лист " + number
                + "</h1><p>Шановний ${name?html},</p>[#if decided!false]<p>Ухвалено.</p>[/#if]<table><tbody>" + rows
                + "</tbody></table></body></html>\n");
    }
}

/// Milliseconds of one run; ends the program when it fails.
qint64 timed(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("%s %s failed", qPrintable(program), qPrintable(arguments.join(u' ')));
    return clock.elapsed();
}

qint64 median(QList<qint64> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void row(const char* what, qint64 milliseconds, const char* peer, const char* bar)
{
    std::printf("%s\t%.2f s\t%s\t\t\t%s\n", what, double(milliseconds) / 1000, peer, bar);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QString program = QCoreApplication::applicationDirPath() + u"/../bin/notifyctl"_s;
    const int runs = qMax(1, qEnvironmentVariableIntValue("NC_BENCH_RUNS"));
    QTemporaryDir folder;
    makeRegulation(folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QList<qint64> cold;
    QList<qint64> known;
    QList<qint64> unchanged;
    QList<qint64> planned;
    const QStringList truncate{u"-q"_s, u"-c"_s, u"truncate notification_template_attr, notification_template"_s};
    for (int i = 0; i < runs; ++i) {
        environment.insert(u"XDG_CACHE_HOME"_s, folder.filePath(u"cache-%1"_s.arg(i)));
        const QStringList publish{u"--quiet"_s, u"templates"_s, u"publish"_s, folder.path()};
        timed(u"psql"_s, truncate, environment);
        cold += timed(program, publish, environment);
        unchanged += timed(program, publish, environment);
        planned += timed(program, {u"--quiet"_s, u"templates"_s, u"plan"_s, folder.path()}, environment);
        timed(u"psql"_s, truncate, environment);
        known += timed(program, publish, environment);
    }
    row("publish 1,000 new, nothing cached, JVM cold", median(cold), "13-18 s (platform)", "<= 1.5 s");
    row("publish 1,000 new, prepared before", median(known), "13-18 s (platform)", "<= 1.5 s");
    row("publish 1,000, none changed", median(unchanged), "11-15 s (platform)", "<= 0.4 s");
    row("plan 1,000, none changed", median(planned), "", "");
    return 0;
}
