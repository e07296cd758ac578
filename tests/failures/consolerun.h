#pragma once

#include "connections/profilestore.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"
#include "testpass.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// `notifyctl` as people and pipelines run it, and as it dies.
namespace consolerun {

/// A line of output that says that a record was sent.
struct Told {
    qint32 partition = -1;
    qint64 offset = -1;
    nc::RecordPlace target;
};

/// One running or ended `notifyctl`.
class Run {
public:
    Run(const QString& configFolder, QStringList arguments)
    {
        static int number = 0;
        m_output = configFolder + QStringLiteral("/output-%1").arg(++number);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFYCTL_PROFILE"), QStringLiteral("crash"));
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(m_output);
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        arguments.prepend(configFolder);
        arguments.prepend(QStringLiteral("--config-dir"));
        arguments.append(QStringLiteral("--json"));
        m_clock.start();
        m_process.start(QStringLiteral(NC_BINARY_DIR "/bin/notifyctl"), arguments);
    }
    ~Run()
    {
        kill();
        QFile::remove(m_output);
    }

    /// SIGKILL; nothing is closed, flushed or aborted.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Waits for so long or until it ends by itself.
    void letRun(int ms) { m_process.waitForFinished(ms); }
    /// Until it has told that something was committed, or has ended. What it leaves out does not count.
    void awaitFirstCommit()
    {
        QFile file(m_output);
        QByteArray tail;
        while (m_clock.elapsed() < 60'000) {
            if (file.isOpen() || file.open(QIODevice::ReadOnly))
                tail = tail.right(100) + file.readAll();
            if (tail.contains("\"result\":\"replayed\"") || m_process.state() == QProcess::NotRunning)
                return;
            m_process.waitForFinished(5);
        }
    }
    qint64 elapsed() const { return m_clock.elapsed(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// The exit code; -1 when it did not end in time or was killed.
    int end(int ms = 90'000)
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(ms))
            return -1;
        const bool itself = m_process.error() == QProcess::UnknownError || m_process.error() == QProcess::Timedout;
        return itself && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    /// What it said to people.
    QString words() { return QString::fromUtf8(m_process.readAllStandardError()); }

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> lines;
        QFile file(m_output);
        if (!file.open(QIODevice::ReadOnly))
            return lines;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            // What a kill cut off was not told.
            if (line.endsWith('\n'))
                lines.append(QJsonDocument::fromJson(line).object());
        }
        return lines;
    }
    QList<Told> told() const
    {
        QList<Told> told;
        for (const QJsonObject& line : lines()) {
            const QJsonObject target = line[QStringLiteral("target")].toObject();
            if (line[QStringLiteral("result")] == QStringLiteral("replayed"))
                told.append({line[QStringLiteral("partition")].toInt(), line[QStringLiteral("offset")].toInteger(),
                    {target[QStringLiteral("topic")].toString(), target[QStringLiteral("partition")].toInt(),
                        target[QStringLiteral("offset")].toInteger()}});
        }
        return told;
    }
    QJsonObject summary() const
    {
        const QList<QJsonObject> all = lines();
        return all.isEmpty() || !all.last().contains(QStringLiteral("summary")) ? QJsonObject() : all.last();
    }

private:
    QProcess m_process;
    QString m_output;
    QElapsedTimer m_clock;
};

/// Starts consoles of one configuration folder, and decides when they die.
class Console {
public:
    explicit Console(const nc::KafkaAccess& access)
        : m_seed(qEnvironmentVariableIsSet("NC_CRASH_SEED") ? qEnvironmentVariable("NC_CRASH_SEED").toUInt()
                                                            : QRandomGenerator::global()->generate())
        , m_random(m_seed)
    {
        nc::Profile profile;
        profile.name = QStringLiteral("crash");
        profile.kafka = access.connection;
        if (!nc::ProfileStore(m_folder.path()).add(profile, testPass(nc::Operation::AddProfile)))
            qFatal("no profile");
        qInfo("seed %u (NC_CRASH_SEED repeats it)", m_seed);
    }

    std::unique_ptr<Run> start(const QStringList& arguments) const
    {
        return std::make_unique<Run>(m_folder.path(), arguments);
    }
    /// Runs it to its end.
    std::unique_ptr<Run> finish(const QStringList& arguments) const
    {
        auto run = start(arguments);
        run->end();
        return run;
    }
    int random(int below) { return static_cast<int>(m_random.bounded(below)); }

    /// Kills it at a moment that is random: every second time anywhere between its start and what its first commit
    /// usually takes and a bit, else somewhere in the middle of its transactions.
    void killSomewhere(Run& run)
    {
        if (m_turn++ % 2 == 0 && m_untilCommit > 0) {
            run.letRun(random(static_cast<int>(m_untilCommit * 5 / 4) + 1));
        } else {
            run.awaitFirstCommit();
            m_untilCommit = run.elapsed();
            run.letRun(random(320));
        }
        run.kill();
    }

    /// How often to kill: 30 times, 100 with NC_CRASH_KILLS=100.
    static int kills()
    {
        const int wanted = qEnvironmentVariableIntValue("NC_CRASH_KILLS");
        return wanted > 0 ? wanted : 30;
    }
    /// So many rounds of `usual`, more in the long form.
    static int rounds(int usual) { return std::max(1, usual * kills() / 30); }

private:
    QTemporaryDir m_folder;
    quint32 m_seed;
    QRandomGenerator m_random;
    qint64 m_untilCommit = 0;
    int m_turn = 1;
};

} // namespace consolerun
