#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

/// What the benchmarks of templates share: a regulation of 1,000 letters, and programs that are timed as a whole.
namespace bench {

inline constexpr int letters = 1000;

inline void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline void makeRegulation(const QString& folder)
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
inline qint64 timed(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
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

inline qint64 median(QList<qint64> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

inline void row(const char* what, qint64 milliseconds, const char* peer, const char* bar)
{
    std::printf("%s\t%.2f s\t%s\t\t\t%s\n", what, double(milliseconds) / 1000, peer, bar);
    std::fflush(stdout);
}

} // namespace bench
