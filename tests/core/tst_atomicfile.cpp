#include "core/atomicfile.h"
#include "core/errors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

QStringList names(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

/// Runs `work` in a child process, so that what it does to the process (limits, mounts) stays there; its exit code.
int inChild(const std::function<int()>& work)
{
    const pid_t pid = ::fork();
    if (pid == 0)
        ::_exit(work());
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndReads()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"new/folder/file"_s);
        const auto written = writeFile(path, "one");
        QVERIFY(written && written->exists);
        const auto read = readFile(path);
        QVERIFY(read);
        QCOMPARE(read->bytes, "one");
        QCOMPARE(read->stamp, *written);
        QCOMPARE(*stampOf(path), *written);
        QVERIFY(!stampOf(path + u"x"_s)->exists);
        QCOMPARE(names(folder.filePath(u"new/folder"_s)), QStringList{u"file"_s});
    }

    void readingHasClearErrors()
    {
        const QTemporaryDir folder;
        QVERIFY(readFile(folder.path()).error().is(errors::cannotRead));
        const auto missing = readFile(folder.filePath(u"missing"_s));
        QVERIFY(missing.error().is(errors::cannotRead) && !missing.error().detail.isEmpty());
        QVERIFY(writeFile(folder.filePath(u"large"_s), QByteArray(1000, 'x')));
        QVERIFY(readFile(folder.filePath(u"large"_s), 999).error().is(errors::cannotRead));
        QVERIFY(readFile(folder.filePath(u"large"_s), 1000));
    }

    void refusesANewerEdit()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        const auto first = writeFile(path, "one");
        QVERIFY(writeFile(path, "by somebody else"));
        const auto refused = writeFile(path, "two", *first);
        QVERIFY(!refused && refused.error().is(errors::changedMeanwhile));
        QCOMPARE(content(path), "by somebody else");
        // A file that was not there when it was read, and is now; and the other way round.
        QVERIFY(writeFile(path, "two", FileStamp{}).error().is(errors::changedMeanwhile));
        QVERIFY(QFile::remove(path));
        QVERIFY(writeFile(path, "two", *first).error().is(errors::changedMeanwhile));
        QVERIFY(!QFileInfo::exists(path));
        // The same content again is no other edit.
        QVERIFY(writeFile(path, "one"));
        QVERIFY(writeFile(path, "two", *first));
        QCOMPARE(names(folder.path()), QStringList{u"file"_s});
    }

    void ofManyWritersOneWins()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        for (int round = 0; round < 20; ++round) {
            const auto before = writeFile(path, "before " + QByteArray::number(round));
            std::atomic<int> won = 0;
            std::vector<std::thread> writers;
            for (int i = 0; i < 4; ++i) {
                writers.emplace_back(
                    [&, i] { won += writeFile(path, "writer " + QByteArray::number(i), *before) ? 1 : 0; });
            }
            for (std::thread& writer : writers)
                writer.join();
            QCOMPARE(won.load(), 1);
        }
    }

    void keepsPermissions()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        QVERIFY(writeFile(path, "one"));
        const QFile::Permissions narrow = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(path, narrow));
        QVERIFY(writeFile(path, "two"));
        const QFile::Permissions others = QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup | QFile::ReadGroup;
        QCOMPARE(QFileInfo(path).permissions() & others, QFile::ReadGroup);
    }

    void privateFilesAreTheOwnersAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"secret"_s);
        QVERIFY(writePrivateFile(path, "one"));
        const QFile::Permissions others = QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup | QFile::ReadGroup;
        QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther));
        QVERIFY(writePrivateFile(path, "two"));
        QCOMPARE(QFileInfo(path).permissions() & others, QFile::Permissions());
    }

    void writesThroughALink()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(u"real/file"_s);
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(writeFile(target, "one"));
        QVERIFY(QFile::link(u"real/file"_s, link));
        const auto read = readFile(link);
        QVERIFY(writeFile(link, "two", read->stamp));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(content(target), "two");
    }

    void aFullDiskLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        // A file system of 64 KB, seen by a child process alone.
        const int code = inChild([&] {
            const QByteArray where = QFile::encodeName(folder.path());
            if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || ::mount("none", where.constData(), "tmpfs", 0, "size=64k") != 0)
                return 77;
            if (!writeFile(path, "old"))
                return 1;
            const auto full = writeFile(path, QByteArray(1024 * 1024, 'x'));
            if (full || !full.error().is(errors::diskFull))
                return 2;
            return content(path) == "old" && names(folder.path()) == QStringList{u"file"_s} ? 0 : 3;
        });
        if (code == 77)
            QSKIP("a file system of its own needs the right to mount");
        QCOMPARE(code, 0);
    }

    void aFileThatMayNotGrowLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        QVERIFY(writeFile(path, "old"));
        const int code = inChild([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{4096, 4096};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto refused = writeFile(path, QByteArray(100'000, 'x'));
            return !refused && refused.error().is(errors::cannotWrite) ? 0 : 1;
        });
        QCOMPARE(code, 0);
        QCOMPARE(content(path), "old");
        QCOMPARE(names(folder.path()), QStringList{u"file"_s});
    }

    void aFolderWithoutRightIsSaid()
    {
        const auto refused = writeFile(u"/proc/nothing/here"_s, "x");
        QVERIFY(!refused && refused.error().is(errors::cannotWrite));
        QCOMPARE(refused.error().subject, u"/proc/nothing/here"_s);
    }

    void aKillLeavesTheOldOrTheNewFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        const QByteArray contents[] = {QByteArray(300'000, 'a'), QByteArray(200'000, 'b')};
        QVERIFY(writeFile(path, contents[0]));
        for (int round = 0; round < 40; ++round) {
            const pid_t pid = ::fork();
            if (pid == 0) {
                for (int i = 0;; ++i) {
                    if (!writeFile(path, contents[i % 2]))
                        ::_exit(1);
                }
            }
            pauseBefore(round);
            ::kill(pid, SIGKILL);
            int status = 0;
            ::waitpid(pid, &status, 0);
            QVERIFY(WIFSIGNALED(status));
            const QByteArray now = content(path);
            QVERIFY2(now == contents[0] || now == contents[1], qPrintable(QString::number(now.size())));
        }
    }

private:
    // Moments spread over the time of a few writes.
    static void pauseBefore(int round) { ::usleep(static_cast<useconds_t>(1'000 + round * 730)); }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
