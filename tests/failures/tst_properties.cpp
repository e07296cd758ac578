#include "deadletterchecks.h"
#include "failures/ledger/ledgerjson.h"
#include "genuine.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace nc;
using namespace Qt::StringLiterals;

/// What must hold for every dead letter and every ledger, on very many made-up ones: always the same, unless
/// NC_PROPERTY_SEED says otherwise. The fuzz targets look for what breaks the same properties (tests/fuzz); what they
/// found stands in tests/data/fuzz.
class TestProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findingsOfTheFuzzers();
    void anyBytesAsRecord();
    void genuineLettersDamaged();
    void failureHeadersAnywhereChangeNothing();
    void unwrapsAsDeepAsItGoes();
    void anyBytesAsLedger();
    void entriesDamaged();
    void indexAgreesWithAPlainList();

private:
    int below(int n) { return static_cast<int>(m_random.bounded(n)); }
    QByteArray noise(int atMost)
    {
        QByteArray bytes(below(atMost + 1), '\0');
        for (char& c : bytes)
            c = static_cast<char>(below(256));
        return bytes;
    }
    QByteArray damaged(QByteArray bytes)
    {
        for (int change = 1 + below(4); change > 0 && !bytes.isEmpty(); --change) {
            const qsizetype at = below(static_cast<int>(bytes.size()));
            switch (below(4)) {
            case 0:
                bytes[at] = static_cast<char>(below(256));
                break;
            case 1:
                bytes.remove(at, 1 + below(8));
                break;
            case 2:
                bytes.insert(at, noise(6));
                break;
            default:
                bytes.insert(at, bytes.mid(at, below(40)));
                break;
            }
        }
        return bytes;
    }
    LedgerEntry randomEntry();

    quint32 m_seed = 20261122;
    QRandomGenerator m_random;
};

void TestProperties::initTestCase()
{
    if (qEnvironmentVariableIsSet("NC_PROPERTY_SEED"))
        m_seed = qEnvironmentVariable("NC_PROPERTY_SEED").toUInt();
    m_random.seed(m_seed);
    qInfo("seed %u", m_seed);
}

void TestProperties::findingsOfTheFuzzers()
{
    int count = 0;
    QDirIterator files(QStringLiteral(NC_TEST_DATA "/fuzz"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const bool ledger = file.fileName().contains(u"/ledger/"_s);
        const char* broken = !ledger ? checks::checkRecord(checks::recordFrom(bytes))
            : bytes.startsWith('{')  ? checks::checkLedgerBytes(bytes)
                                     : checks::checkRunBytes(bytes);
        QVERIFY2(!broken, qPrintable(file.fileName() + u": "_s + QString::fromLatin1(broken)));
        ++count;
    }
    QVERIFY(count > 0);
}

void TestProperties::anyBytesAsRecord()
{
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray bytes = noise(300);
        const char* broken = checks::checkRecord(checks::recordFrom(bytes));
        QVERIFY2(!broken, qPrintable(QString::fromLatin1(broken) + u' ' + QString::fromLatin1(bytes.toHex())));
    }
}

void TestProperties::genuineLettersDamaged()
{
    QList<Record> letters;
    for (const QString& name : QDir(QStringLiteral(NC_TEST_DATA "/genuine")).entryList({u"*.jsonl"_s}))
        letters += genuine::deadLetters(name);
    QVERIFY(letters.size() > 20);
    for (const Record& letter : std::as_const(letters)) {
        for (int round = 0; round < 40; ++round) {
            Record one = letter;
            if (round > 0) {
                for (Header& header : one.headers) {
                    if (header.value && below(4) == 0)
                        header.value = damaged(*header.value);
                    else if (below(20) == 0)
                        header.value.reset();
                }
                if (one.value && below(3) == 0)
                    one.value = damaged(*one.value);
                for (int swap = below(6); swap > 0 && !one.headers.isEmpty(); --swap)
                    one.headers.swapItemsAt(
                        below(static_cast<int>(one.headers.size())), below(static_cast<int>(one.headers.size())));
            }
            const char* broken = checks::checkRecord(one);
            QVERIFY2(!broken, broken);
        }
    }
}

void TestProperties::failureHeadersAnywhereChangeNothing()
{
    for (int round = 0; round < 5000; ++round) {
        Headers own;
        for (int i = below(8); i > 0; --i) {
            const QByteArray name = checks::foreignNames[static_cast<std::size_t>(below(checks::foreignNames.size()))];
            own.append({name, below(5) == 0 ? std::nullopt : std::optional(noise(5))});
        }
        Headers all = own;
        for (int i = below(20); i > 0; --i) {
            const QByteArray name = checks::failureNames[static_cast<std::size_t>(below(checks::failureNames.size()))];
            all.insert(below(static_cast<int>(all.size()) + 1),
                Header{name, below(5) == 0 ? std::nullopt : std::optional(noise(9))});
        }
        QCOMPARE(withoutFailureHeaders(all), own);
    }
}

void TestProperties::unwrapsAsDeepAsItGoes()
{
    for (int round = 0; round < 3000; ++round) {
        const QByteArray original = '{' + noise(200); // does not look wrapped itself
        const int layers = below(6);
        Record record;
        record.topic = u"email-notifications.DLT"_s;
        record.value = original;
        for (int i = 0; i < layers; ++i) {
            record.value = checks::wrapped(*record.value);
            if (below(3) == 0)
                record.value->replace("/", "\\/");
            if (below(3) == 0)
                record.value = ' ' + *record.value + "\n";
        }
        record.headers = {{"b3", "x"}, {"__TypeId__", "[B"}, {"mine", {}}};
        QCOMPARE(unwrap(record).bytes, original);
        QCOMPARE(unwrap(record).layers, layers);
        const ReplayRecord out = prepareReplay(record, u"email-notifications"_s);
        QCOMPARE(out.record.value, original);
        QCOMPARE(out.record.headers,
            (Headers{{"b3", "x"}, {"__TypeId__", expectedType(u"email-notifications"_s)}, {"mine", {}}}));
        // Another type: its own business.
        record.headers[1].value = "java.lang.String";
        QCOMPARE(prepareReplay(record, u"email-notifications"_s).record.value, record.value);
    }
}

void TestProperties::anyBytesAsLedger()
{
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray bytes = noise(120);
        const char* broken = checks::checkRunBytes(bytes);
        if (!broken)
            broken = checks::checkLedgerBytes(bytes);
        QVERIFY2(!broken, qPrintable(QString::fromLatin1(broken) + u' ' + QString::fromLatin1(bytes.toHex())));
    }
}

/// Small numbers, so that entries are about the same records again and again.
LedgerEntry TestProperties::randomEntry()
{
    LedgerEntry entry;
    entry.action = std::array{LedgerAction::Replayed, LedgerAction::Replayed, LedgerAction::Resent,
        LedgerAction::Discarded, LedgerAction::Reopened}[static_cast<std::size_t>(below(5))];
    entry.topic = u"t.DLT"_s;
    entry.run = QString::number(below(5));
    entry.by = u"хтось@тут"_s;
    entry.at = 1'795'315'024'862 + below(100'000);
    entry.reason = below(2) == 0 ? QString() : u"«так»"_s;
    entry.ends = {below(100), below(100)};
    const bool sent = entry.action == LedgerAction::Replayed || entry.action == LedgerAction::Resent;
    if (sent)
        entry.targets = {std::array{u"t"_s, u"u"_s}[static_cast<std::size_t>(below(2))]};
    for (int i = 1 + below(6); i > 0; --i) {
        LedgerRun run{below(3), below(40), 1 + below(12), -1, -1, -1, below(3)};
        if (sent) {
            run.target = 0;
            run.targetPartition = below(3);
            run.targetOffset = below(60);
        }
        entry.runs.append(run);
    }
    return entry;
}

void TestProperties::entriesDamaged()
{
    int read = 0;
    for (int round = 0; round < 5000; ++round) {
        const LedgerEntry entry = randomEntry();
        const QByteArray bytes = encodeLedgerEntry(entry);
        const auto back = decodeLedgerEntry(bytes);
        QVERIFY(back.has_value());
        QCOMPARE(*back, entry);
        const QByteArray worse = damaged(bytes);
        const char* broken = checks::checkLedgerBytes(worse);
        QVERIFY2(!broken, qPrintable(QString::fromLatin1(broken) + u' ' + QString::fromUtf8(worse)));
        read += decodeLedgerEntry(worse) ? 1 : 0;
    }
    // Some damage hurts nothing (a name), most must be noticed.
    QVERIFY2(read < 2500, qPrintable(QString::number(read)));
}

void TestProperties::indexAgreesWithAPlainList()
{
    struct Sending {
        qsizetype entry;
        RecordPlace place;
    };
    for (int round = 0; round < 600; ++round) {
        QList<LedgerEntry> entries;
        std::map<std::tuple<qint32, qint64, QString>, Sending> sent;
        std::map<std::pair<qint32, qint64>, qsizetype> marked; // discarded or reopened, by entry
        std::map<RecordPlace, qsizetype> arrived;
        for (qsizetype number = 0; number < 1 + below(12); ++number) {
            const LedgerEntry entry = randomEntry();
            for (const LedgerRun& run : entry.runs) {
                for (qint64 i = 0; i < run.count; ++i) {
                    if (run.target < 0) {
                        marked[{run.partition, run.offset + i}] = number;
                        continue;
                    }
                    const QString target = entry.targets[run.target];
                    const RecordPlace place{target, run.targetPartition, run.targetOffset + i};
                    sent[{run.partition, run.offset + i, target}] = {number, place};
                    arrived[place] = number;
                }
            }
            entries.append(entry);
        }
        const LedgerIndex index(entries);
        for (qint32 partition = 0; partition < 4; ++partition) {
            for (qint64 offset = 0; offset < 60; ++offset) {
                std::optional<Sending> last;
                for (const QString& target : {u"t"_s, u"u"_s}) {
                    const auto one = sent.find({partition, offset, target});
                    if (one != sent.end() && (!last || one->second.entry > last->entry))
                        last = one->second;
                }
                const auto mark = marked.find({partition, offset});
                const bool gone = mark != marked.end() && (!last || mark->second >= last->entry)
                    && entries[mark->second].action == LedgerAction::Discarded;
                const auto said = index.latest(partition, offset);
                QCOMPARE(said.has_value(), gone || last.has_value());
                if (gone) {
                    QCOMPARE(said->action, LedgerAction::Discarded);
                } else if (last) {
                    QCOMPARE(said->entry, last->entry);
                    QCOMPARE(said->target, last->place);
                }
                const auto ofT = sent.find({partition, offset, u"t"_s});
                if (ofT != sent.end() && mark == marked.end())
                    QCOMPARE(index.forTarget(partition, offset, u"t"_s)->target, ofT->second.place);
            }
        }
        for (const auto& [place, entry] : arrived) {
            QVERIFY(index.sentTo(place).has_value());
            QCOMPARE(index.sentTo(place)->entry, entry);
        }
    }
}

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
