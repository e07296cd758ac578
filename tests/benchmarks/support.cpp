#include "support.h"

#include "core/sentences.h"
#include "kafka/cluster/admin.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace nc;

namespace bench {

void giveUp(const Error& error)
{
    giveUp(describe(error, Language::English));
}

void giveUp(const QString& why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

qint64 number(const char* name, qint64 otherwise)
{
    bool ok = false;
    const qint64 value = qEnvironmentVariable(name).toLongLong(&ok);
    return ok ? value : otherwise;
}

KafkaConnection broker()
{
    KafkaConnection connection;
    connection.bootstrap = qEnvironmentVariable("KAFKA_BOOTSTRAP");
    return connection;
}

void fill(const QString& topic, int partitions, qint64 count, const std::function<void(qint64, Record&)>& make,
    const QMap<QString, QString>& config)
{
    const TaskContext task;
    const auto admin = ClusterAdmin::open(broker());
    if (!admin)
        giveUp(admin.error());
    const auto there = (*admin)->topic(topic, task);
    if (there && there->records() == count)
        return;
    if (there) {
        if (const auto gone = (*admin)->deleteTopics({topic}, task); !gone)
            giveUp(gone.error());
    }
    if (const auto made = (*admin)->ensureTopics({{topic, partitions, 1, config}}, task); !made)
        giveUp(made.error());
    const auto writer = RecordWriter::open(broker(), *testSending());
    if (!writer)
        giveUp(writer.error());
    const auto written = [](const Result<WriteTarget>& result, qint64) {
        if (!result)
            giveUp(result.error());
    };
    Record record;
    for (qint64 i = 0; i < count; ++i) {
        make(i, record);
        record.topic = topic;
        record.partition = static_cast<qint32>(i % partitions);
        if (const auto sent = (*writer)->enqueue(record, i, written, task); !sent)
            giveUp(sent.error());
    }
    if (const auto flushed = (*writer)->flush(task); !flushed)
        giveUp(flushed.error());
}

Measured measure(
    const QString& program, const QStringList& arguments, Output output, const QProcessEnvironment& environment)
{
    QByteArrayList words{program.toLocal8Bit()};
    for (const QString& argument : arguments)
        words.append(argument.toLocal8Bit());
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    QByteArrayList settings;
    for (const QString& one :
        (environment.isEmpty() ? QProcessEnvironment::systemEnvironment() : environment).toStringList())
        settings.append(one.toLocal8Bit());
    std::vector<char*> envp;
    for (QByteArray& one : settings)
        envp.push_back(one.data());
    envp.push_back(nullptr);

    int ends[2];
    if (pipe(ends) != 0)
        giveUp(u"no pipe"_s);
    QElapsedTimer clock;
    clock.start();
    const pid_t child = fork();
    if (child == 0) {
        dup2(output == Output::Kept ? ends[1] : open("/dev/null", O_WRONLY), STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execvpe(argv[0], argv.data(), envp.data());
        _exit(127);
    }
    close(ends[1]);
    Measured out;
    char buffer[65'536];
    for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;) {
        out.output.append(buffer, got);
    }
    close(ends[0]);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    out.seconds = double(clock.nsecsElapsed()) / 1e9;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        giveUp(u"%1 %2 failed"_s.arg(program, arguments.join(u' ')));
    const auto spent = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    out.cpu = spent(usage.ru_utime) + spent(usage.ru_stime);
    out.megabytes = double(usage.ru_maxrss) / 1024;
    return out;
}

Measured measureSelf(const QStringList& arguments)
{
    return measure(QCoreApplication::applicationFilePath(), arguments);
}

double median(const QList<Measured>& runs, double Measured::*what)
{
    QList<double> values;
    for (const Measured& run : runs)
        values.append(run.*what);
    return median(values);
}

double largest(const QList<Measured>& runs, double Measured::*what)
{
    double most = 0;
    for (const Measured& run : runs)
        most = std::max(most, run.*what);
    return most;
}

void row(const QString& what, const QString& ours, const QString& peer, const QString& ratio, const QString& memory,
    const QString& bar)
{
    std::printf("%s\n", qPrintable(QStringList({what, ours, peer, ratio, memory, bar}).join(u'\t')));
    std::fflush(stdout);
}

QString seconds(double value)
{
    return u"%1 s"_s.arg(value, 0, 'f', 2);
}

QString ratio(double value)
{
    return QString::number(value, 'f', 2);
}

QString megabytes(double value)
{
    return u"%1 MB"_s.arg(value, 0, 'f', 0);
}

} // namespace bench
