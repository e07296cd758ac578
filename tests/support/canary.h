#pragma once

#include "core/atomicfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QUrl>

#include <atomic>
#include <thread>

namespace nc::test {

/// A secret that must turn up nowhere. While it lives it looks at the arguments of every process of the machine.
class Canary {
public:
    explicit Canary(const QByteArray& secret)
        : word(secret)
        , m_watcher([this] {
            while (!m_end) {
                lookAtArguments();
                std::this_thread::sleep_for(std::chrono::milliseconds(3));
            }
        })
    {
    }
    ~Canary()
    {
        m_end = true;
        m_watcher.join();
    }
    Canary(const Canary&) = delete;
    Canary& operator=(const Canary&) = delete;

    /// Is it, or a common way to write it, in those bytes?
    bool isIn(const QByteArray& bytes) const
    {
        return bytes.contains(word) || bytes.contains(word.toBase64(QByteArray::OmitTrailingEquals).chopped(1))
            || bytes.contains(word.toHex()) || bytes.contains(word.toPercentEncoding());
    }
    /// Every file below the folder that holds it, contents of git objects included; `looked` counts them.
    QStringList filesWithIt(const QString& folder, int* looked = nullptr) const
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (isIn(file.readAll()))
                found += path;
            if (looked)
                ++*looked;
            if (!path.endsWith(QLatin1String("/HEAD")))
                continue;
            // Objects are compressed: git takes them apart.
            QProcess git;
            git.setWorkingDirectory(QFileInfo(path).absolutePath());
            git.start(QStringLiteral("git"),
                {QStringLiteral("cat-file"), QStringLiteral("--batch"), QStringLiteral("--batch-all-objects"),
                    QStringLiteral("--unordered")});
            if (git.waitForFinished() && isIn(git.readAllStandardOutput()))
                found += path + QStringLiteral(" (objects)");
        }
        return found;
    }
    /// Was it among the arguments of a process so far?
    bool wasInArguments() const { return m_inArguments; }
    /// How many processes were looked at.
    int processesSeen() const { return m_seen; }

    const QByteArray word;

private:
    void lookAtArguments()
    {
        for (const QString& pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            if (!pid.front().isDigit())
                continue;
            QFile file(QStringLiteral("/proc/") + pid + QStringLiteral("/cmdline"));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ++m_seen;
            if (file.readAll().contains(word))
                m_inArguments = true;
        }
    }

    std::atomic<bool> m_end = false;
    std::atomic<bool> m_inArguments = false;
    std::atomic<int> m_seen = 0;
    std::thread m_watcher;
};

} // namespace nc::test
