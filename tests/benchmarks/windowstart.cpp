// How long it takes from the program's start to its window on the screen of a virtual X server, and what it holds then.
// Warm: the median of seven starts after two that do not count.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

static qint64 residentMegabytes(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() / 1024;
    }
    return -1;
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QProcess server;
    server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1440x900x24"_s});
    if (!server.waitForStarted() || !server.waitForReadyRead(10000)) {
        QTextStream(stderr) << "Xvfb does not start\n";
        return 1;
    }
    const QString display = u':' + QString::fromLatin1(server.readAllStandardOutput().trimmed());
    const QString console = QCoreApplication::applicationDirPath() + u"/../bin/notification-console"_s;
    QList<qint64> times;
    QList<qint64> memory;
    for (int run = -2; run < 7; ++run) {
        const QTemporaryDir folder;
        QProcess window;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, display);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"NOTIFICATION_CONSOLE_TELL_SHOWN"_s, u"1"_s);
        environment.insert(u"XDG_DATA_HOME"_s, folder.path());
        environment.remove(u"NOTIFYCTL_PROFILE"_s);
        window.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        window.start(console, {u"--config-dir"_s, folder.path()});
        while (!window.readAllStandardOutput().contains("shown")) {
            if (!window.waitForReadyRead(10000)) {
                QTextStream(stderr) << "no window: " << window.readAllStandardError() << '\n';
                server.kill();
                server.waitForFinished();
                return 1;
            }
        }
        const qint64 took = timer.elapsed();
        // What it holds once it has nothing left to do.
        QThread::msleep(500);
        if (run >= 0) {
            times.append(took);
            memory.append(residentMegabytes(window.processId()));
        }
        window.terminate();
        window.waitForFinished();
    }
    server.kill();
    server.waitForFinished();
    std::ranges::sort(times);
    std::ranges::sort(memory);
    out << u"window on screen\t%1 s\t-\t-\t%2 MB\t≤ 0.3 s, ≤ 120 MB\n"_s
               .arg(double(times[times.size() / 2]) / 1000.0, 0, 'f', 2)
               .arg(memory[memory.size() / 2]);
    return 0;
}
