#include "core/log.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesRedactedLines()
    {
        const QTemporaryDir folder;
        const Log log(folder.filePath(u"state"_s));
        qWarning("connecting with password=CANARY to %s", "host");
        qWarning("two\nlines");
        const QByteArray text = content(log.path());
        QVERIFY(!text.contains("CANARY"));
        QVERIFY(text.contains("warning") && text.contains("password=*** to host"));
        // Nothing that is logged can pretend to be a second entry.
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(text.contains("two\\nlines"));
        QCOMPARE(QFileInfo(log.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void rotates()
    {
        const QTemporaryDir folder;
        const Log log(folder.path(), 20'000);
        for (int i = 0; i < 2'000; ++i)
            qWarning("line %d %s", i, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
        for (const QString& name : {u"console.log"_s, u"console.log.1"_s, u"console.log.2"_s}) {
            const qint64 size = QFileInfo(folder.filePath(name)).size();
            QVERIFY2(size > 0 && size < 21'000, qPrintable(name));
        }
        QVERIFY(!QFileInfo::exists(folder.filePath(u"console.log.3"_s)));
        QVERIFY(content(log.path()).contains("line 1999"));
    }

    void takesLinesFromSeveralThreads()
    {
        const QTemporaryDir folder;
        const Log log(folder.path());
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([] {
                for (int i = 0; i < 200; ++i)
                    qWarning("whole line");
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        const QList<QByteArray> lines = content(log.path()).trimmed().split('\n');
        QCOMPARE(lines.size(), 800);
        for (const QByteArray& line : lines)
            QVERIFY(line.endsWith("default: whole line"));
    }

    void goesOnWithoutAFolder()
    {
        const Log log(u"/proc/no/such/folder"_s);
        qWarning("nobody reads this");
        QVERIFY(log.path().endsWith(u"console.log"));
    }

    void givesTheHandlerBack()
    {
        {
            const QTemporaryDir folder;
            const Log log(folder.path());
        }
        QTest::ignoreMessage(QtWarningMsg, "seen by Qt Test again");
        qWarning("seen by Qt Test again");
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
