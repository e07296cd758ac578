#pragma once

#include "core/error.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <functional>

/// What the benchmarks share: programs that are timed as a whole, topics that are filled once, rows of the table.
namespace bench {

/// Ends the program with the error's sentence.
[[noreturn]] void giveUp(const nc::Error& error);
[[noreturn]] void giveUp(const QString& why);

/// A number from the environment.
qint64 number(const char* name, qint64 otherwise);

/// The broker of KAFKA_BOOTSTRAP.
nc::KafkaConnection broker();

/// Makes the topic hold exactly `count` records, made by `make`; leaves it alone when it does. `record.topic` is set.
void fill(const QString& topic, int partitions, qint64 count, const std::function<void(qint64, nc::Record&)>& make,
    const QMap<QString, QString>& config = {});

/// One run of a program of its own; its memory and time are its alone.
struct Measured {
    double seconds = 0;
    double cpu = 0; ///< user and system, seconds
    double megabytes = 0; ///< the most that it held
    QByteArray output;
};
enum class Output { Kept, ThrownAway };
/// Its errors are passed on. Ends this program when that one fails.
Measured measure(const QString& program, const QStringList& arguments, Output output = Output::Kept,
    const QProcessEnvironment& environment = {});
/// This program again, with arguments.
Measured measureSelf(const QStringList& arguments);

template <class T>
T median(QList<T> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}
double median(const QList<Measured>& runs, double Measured::*what);
double largest(const QList<Measured>& runs, double Measured::*what);

/// Cells of a row of the table, printed at once.
void row(const QString& what, const QString& ours, const QString& peer, const QString& ratio, const QString& memory,
    const QString& bar);
QString seconds(double value);
QString ratio(double value);
QString megabytes(double value);

} // namespace bench
