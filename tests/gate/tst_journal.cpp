#include "core/atomicfile.h"
#include "core/errors.h"
#include "gate/errors.h"
#include "gate/journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

JournalEntry entry(const QString& id, EpochMs at)
{
    return {.id = id,
        .at = at,
        .by = u"anna"_s,
        .host = u"desk"_s,
        .program = u"notifyctl"_s,
        .operation = u"replay"_s,
        .profile = u"p"_s,
        .subject = u"orders.DLT"_s};
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndCountsAndTheNewestComesFirst()
    {
        const QTemporaryDir folder;
        const Journal journal(folder.filePath(u"new/config"_s));
        QVERIFY(journal.read().complete());
        JournalEntry first = entry(u"a"_s, 1000);
        first.selection = u"--all"_s;
        first.reason = u"the server is back — «знову»"_s;
        QVERIFY(journal.append(first));
        QVERIFY(journal.append(entry(u"b"_s, 2000)));
        first.ended = 3000;
        first.result = JournalResult::Failed;
        first.count = 7;
        first.detail = u"kafka.down: host"_s;
        first.run = u"r1"_s;
        QVERIFY(journal.append(first));
        Unseen unseen;
        const auto entries = journal.read().into(unseen);
        QVERIFY(unseen.isEmpty());
        QCOMPARE(entries, (QList<JournalEntry>{entry(u"b"_s, 2000), first}));
        QCOMPARE(QFile::permissions(journal.path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void secretsDoNotGetThere()
    {
        const QTemporaryDir folder;
        const Journal journal(folder.path());
        JournalEntry one = entry(u"a"_s, 1);
        one.detail = u"postgresql://me:hunter2@host/db password=hunter2"_s;
        QVERIFY(journal.append(one));
        QVERIFY(!readFile(journal.path())->bytes.contains("hunter2"));
    }

    void damagedLinesAreTold()
    {
        const QTemporaryDir folder;
        const Journal journal(folder.path());
        QVERIFY(journal.append(entry(u"a"_s, 1000)));
        {
            QFile file(journal.path());
            QVERIFY(file.open(QIODevice::Append));
            file.write("{\"id\":\"x\",\"at\":\"2026-01-01T00:00:00.000Z\",\"oper");
        }
        // What a crash cut off does not swallow the next one.
        QVERIFY(journal.append(entry(u"b"_s, 2000)));
        Unseen unseen;
        const auto entries = journal.read().into(unseen);
        QCOMPARE(entries.size(), 2);
        QCOMPARE(unseen.sources().size(), 1);
        QCOMPARE(unseen.sources().first().source, u"journal"_s);
        QVERIFY(unseen.sources().first().reason.is(errors::journalDamaged));
        QCOMPARE(unseen.sources().first().reason.detail, u"1"_s);
    }

    void anUnreadableFileIsNoEmptyOne()
    {
        const QTemporaryDir folder;
        const Journal journal(folder.path());
        QVERIFY(QDir(folder.path()).mkdir(u"activity.jsonl"_s));
        QVERIFY(!journal.read().complete());
        QVERIFY(!journal.append(entry(u"a"_s, 1)));
    }

    void severalProgramsAtOnce()
    {
        const QTemporaryDir folder;
        std::vector<std::unique_ptr<QProcess>> writers;
        for (int i = 0; i < 4; ++i) {
            writers.push_back(std::make_unique<QProcess>());
            writers.back()->start(QStringLiteral(JOURNAL_WRITER), {folder.path(), u"50"_s});
        }
        for (const auto& writer : writers) {
            QVERIFY(writer->waitForFinished(60'000));
            QCOMPARE(writer->exitCode(), 0);
        }
        Unseen unseen;
        const auto entries = Journal(folder.path()).read().into(unseen);
        QVERIFY(unseen.isEmpty());
        QCOMPARE(entries.size(), 200);
        for (const JournalEntry& one : entries)
            QCOMPARE(one.result, JournalResult::Done);
    }

    void whoIsKilledLeavesAStart()
    {
        const QTemporaryDir folder;
        QProcess writer;
        writer.start(QStringLiteral(JOURNAL_WRITER), {folder.path(), u"0"_s});
        QVERIFY(writer.waitForReadyRead(30'000));
        writer.kill();
        QVERIFY(writer.waitForFinished(30'000));
        Unseen unseen;
        const auto entries = Journal(folder.path()).read().into(unseen);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().operation, u"transfer"_s);
        QCOMPARE(entries.first().result, JournalResult::Started);
        QCOMPARE(entries.first().ended, -1);
    }

    void aFullDiskLeavesNoHalfLine()
    {
        const QTemporaryDir folder;
        const Journal journal(folder.path());
        QVERIFY(journal.append(entry(u"a"_s, 1000)));
        const qint64 before = QFileInfo(journal.path()).size();
        // The system lets the file grow by ten bytes only, as a disk would that is almost full.
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit tight{static_cast<rlim_t>(before + 10), old.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto written = journal.append(entry(u"b"_s, 2000));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
        QVERIFY(!written);
        QVERIFY(written.error().is(errors::diskFull));
        QCOMPARE(QFileInfo(journal.path()).size(), before);
        QVERIFY(journal.read().complete());
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
