#pragma once

#include "support.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

/// What the benchmarks of templates share: a regulation of 1,000 letters.
namespace bench {

inline constexpr int letters = 1000;

inline void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        giveUp(u"cannot write %1"_s.arg(path));
}

/// A whole run of a program whose output nobody reads, in seconds.
inline double timed(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    return measure(program, arguments, Output::ThrownAway, environment).seconds;
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

} // namespace bench
