#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QRegularExpression>

/// The times of tests/data/genuine, moved near the present.
///
/// The files keep the bytes that the platform wrote in November 2026. What the program compares with now (a trace's
/// seven days, shelf lives, retention) would find them too old one day, so whoever reads them moves every time by the
/// same distance: the record's own, those of its headers and those in its payload. The latest comes to stand a minute
/// before the test began, and what a test makes itself comes after them all.
namespace genuine {

/// The earliest and the latest time in all files.
constexpr qint64 firstTime = 1'795'314'682'510;
constexpr qint64 lastTime = 1'795'316'143'780;

/// A time that stands in a file, as it is read from it. The distance is the same through the whole run of a test.
inline qint64 recent(qint64 written)
{
    static const qint64 distance = QDateTime::currentMSecsSinceEpoch() - 60'000 - lastTime;
    return written + distance;
}

/// A line of a file (or several) with its times moved, and `age` milliseconds further back. Times are the only numbers
/// in the files between the earliest and the latest.
inline QByteArray recentLines(const QByteArray& lines, qint64 age = 0)
{
    static const QRegularExpression number(QStringLiteral("(?<!\\d)\\d{13}(?!\\d)"));
    const QString text = QString::fromUtf8(lines);
    QString moved;
    qsizetype done = 0;
    for (auto it = number.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const qint64 time = match.captured().toLongLong();
        if (time < firstTime || time > lastTime)
            continue;
        moved += QStringView(text).mid(done, match.capturedStart() - done);
        moved += QString::number(recent(time) - age);
        done = match.capturedEnd();
    }
    moved += QStringView(text).mid(done);
    return moved.toUtf8();
}

} // namespace genuine
