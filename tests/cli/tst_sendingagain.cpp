#include "clirun.h"
#include "connections/profilestore.h"
#include "failures/ledger/ledgerentry.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/writing/recordwriter.h"
#include "testsandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace nc;
using namespace Qt::StringLiterals;

/// `dlt replay|discard|ledger|stuck` and `templates shelf-life`, as pipelines see them.
class TestSendingAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dryRunThenReplay();
    void exitCodes();
    void patchIsNoted();
    void discardAndLedger();
    void hostileLedgerIsBounded();
    void productionAsksForTheTopic();
    void shelfLifeIsKept();
    void stuckIsSkippedOnce();

private:
    CliRun run(const QStringList& arguments)
    {
        return runCli(
            QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"test"_s, u"--json"_s} + arguments);
    }
    static QList<QJsonObject> lines(const CliRun& run)
    {
        QList<QJsonObject> out;
        for (const QByteArray& line : run.out.trimmed().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            // The last one of those that look says no more than what could not be seen.
            if (object.size() != 3 || !object.contains("complete"_L1))
                out.append(object);
        }
        return out;
    }
    QString fill(int count)
    {
        const QString target = m_sandbox->makeTopic(u"cli"_s, 1, true);
        const auto writer = RecordWriter::open(m_sandbox->profile().kafka);
        for (int id = 0; id < count; ++id) {
            Record record;
            record.topic = target + u".DLT"_s;
            record.partition = 0;
            record.value = "{\"id\":" + QByteArray::number(id) + '}';
            record.headers = {
                {"mine", "1"}, {"kafka_dlt-original-topic", target.toUtf8()}, {"kafka_dlt-exception-fqcn", "x.Broken"}};
            if (!(*writer)->write(record, {}))
                qFatal("cannot write");
        }
        return target;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::TestSandbox> m_sandbox;
};

void TestSendingAgain::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    Profile profile = m_sandbox->profile();
    profile.name = u"test"_s;
    QVERIFY(ProfileStore(m_folder.path()).add(profile).has_value());
}

void TestSendingAgain::dryRunThenReplay()
{
    const QString target = fill(3);
    const QString topic = target + u".DLT"_s;
    const CliRun tried = run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--dry-run"_s});
    QVERIFY2(tried.code == 0, tried.err.constData());
    const QList<QJsonObject> would = lines(tried);
    QCOMPARE(would.size(), 4);
    QCOMPARE(would[0]["result"_L1].toString(), u"would-replay"_s);
    QVERIFY(would[0]["reason"_L1].isNull());
    QCOMPARE(would[0]["target"_L1]["topic"_L1].toString(), target);
    QVERIFY(would[0]["target"_L1]["offset"_L1].isNull());
    QCOMPARE(would[0]["headers"_L1].toArray().size(), 2);
    QCOMPARE(would[0]["headers"_L1][0]["change"_L1].toString(), u"removed"_s);
    QVERIFY(would[0]["verdict"_L1].isObject());
    QVERIFY(would[3]["summary"_L1].toBool());
    QCOMPARE(would[3]["replayed"_L1].toInt(-1), 0);
    QCOMPARE(would[3]["wouldReplay"_L1].toInt(), 3);
    QVERIFY(would[3]["estimateMs"_L1].toInt() > 0);
    const CliRun done = run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--reason"_s, u"mended"_s});
    QCOMPARE(done.code, 0);
    const QList<QJsonObject> went = lines(done);
    QCOMPARE(went[0]["result"_L1].toString(), u"replayed"_s);
    QCOMPARE(went[0]["partition"_L1].toInt(-1), 0);
    QCOMPARE(went[0]["target"_L1]["offset"_L1].toInt(-1), 0);
    QCOMPARE(went[3]["replayed"_L1].toInt(), 3);
    QCOMPARE(went[3]["skipped"_L1].toInt(-1), 0);
    QCOMPARE(went[3]["failed"_L1].toInt(-1), 0);
    QCOMPARE(went[3]["mode"_L1].toString(), u"exactly-once"_s);
    // Nothing is left to do, which is no failure.
    const CliRun again = run({u"dlt"_s, u"replay"_s, topic, u"--all"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(lines(again)[0]["result"_L1].toString(), u"skipped"_s);
    QVERIFY(!lines(again)[0]["reason"_L1].toString().isEmpty());
    const QString id = went[3]["run"_L1].toString();
    QVERIFY(!id.isEmpty());
    const CliRun more = run({u"dlt"_s, u"replay"_s, topic, u"--offsets"_s, u"0:0"_s, u"--again"_s});
    QCOMPARE(lines(more).last()["replayed"_L1].toInt(), 1);
    const QString second = lines(more).last()["run"_L1].toString();
    const CliRun resumed = run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--again"_s, u"--resume"_s, second});
    QCOMPARE(lines(resumed).last()["replayed"_L1].toInt(), 2);
    QCOMPARE(lines(resumed).last()["skipped"_L1].toInt(), 1);
}

void TestSendingAgain::exitCodes()
{
    const QString target = fill(1);
    const QString topic = target + u".DLT"_s;
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic}).code, 2);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--verdict"_s, u"maybe"_s}).code, 2);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--rate"_s, u"0"_s}).code, 2);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--resume"_s, u"x"_s}).code, 2);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--filter"_s, u"id = 7"_s}).code, 4);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--offsets"_s, u"0:9"_s}).code, 4);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--to"_s, u"no.such"_s}).code, 1);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--patch"_s, u"/no/such/file"_s}).code, 1);
    const CliRun unseen =
        run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--canary"_s, u"--canary-timeout"_s, u"300ms"_s});
    QCOMPARE(unseen.code, 4);
    QCOMPARE(lines(unseen).last()["stopped"_L1].toString(), u"canary-unseen"_s);
    // A record that cannot go.
    const QString other = fill(1);
    const auto writer = RecordWriter::open(m_sandbox->profile().kafka);
    Record lost;
    lost.topic = other + u".DLT"_s;
    lost.partition = 0;
    lost.value = "{}";
    lost.headers = {{"kafka_dlt-original-topic", "gone.topic"}};
    QVERIFY((*writer)->write(lost, {}).has_value());
    const CliRun failed = run({u"dlt"_s, u"replay"_s, other + u".DLT"_s, u"--all"_s});
    QCOMPARE(failed.code, 1);
    QCOMPARE(lines(failed).last()["failed"_L1].toInt(), 1);
    QCOMPARE(lines(failed).last()["replayed"_L1].toInt(), 1);
}

void TestSendingAgain::patchIsNoted()
{
    const QString target = fill(2);
    const QString topic = target + u".DLT"_s;
    QFile file(m_folder.filePath(u"patch.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"mended":true})");
    file.close();
    const CliRun tried = run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--patch"_s, file.fileName(), u"--dry-run"_s});
    QCOMPARE(tried.code, 0);
    QCOMPARE(lines(tried)[0]["value"_L1].toString(), u"{\"id\":0,\"mended\":true}"_s);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--patch"_s, file.fileName()}).code, 0);
    const QList<QJsonObject> ledger = lines(run({u"dlt"_s, u"ledger"_s, topic}));
    QCOMPARE(ledger.size(), 2);
    QCOMPARE(ledger[0]["changes"_L1].toString(), u"{\"mended\":true}"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--again"_s, u"--patch"_s, file.fileName()}).code, 1);
}

void TestSendingAgain::discardAndLedger()
{
    const QString topic = fill(3) + u".DLT"_s;
    QCOMPARE(run({u"dlt"_s, u"discard"_s, topic, u"--offsets"_s, u"0:1"_s}).code, 2);
    QCOMPARE(run({u"dlt"_s, u"discard"_s, topic, u"--offsets"_s, u"0:1"_s, u"--reason"_s, u"junk"_s}).code, 0);
    QCOMPARE(run({u"dlt"_s, u"discard"_s, topic, u"--offsets"_s, u"0:7"_s, u"--reason"_s, u"junk"_s}).code, 4);
    QCOMPARE(run({u"dlt"_s, u"replay"_s, topic, u"--all"_s}).code, 0);
    const QList<QJsonObject> ledger = lines(run({u"dlt"_s, u"ledger"_s, topic}));
    QCOMPARE(ledger.size(), 3);
    QCOMPARE(ledger[1]["state"_L1].toString(), u"discarded"_s);
    QCOMPARE(ledger[1]["reason"_L1].toString(), u"junk"_s);
    QVERIFY(ledger[1]["target"_L1].isNull());
    QVERIFY(!ledger[1]["by"_L1].toString().isEmpty());
    QCOMPARE(ledger[0]["state"_L1].toString(), u"replayed"_s);
    QVERIFY(ledger[0]["at"_L1].toString().endsWith(u'Z'));
    QCOMPARE(run({u"dlt"_s, u"discard"_s, topic, u"--offsets"_s, u"0:1"_s, u"--undo"_s}).code, 0);
    QCOMPARE(lines(run({u"dlt"_s, u"ledger"_s, topic})).size(), 2);
    QCOMPARE(lines(run({u"dlt"_s, u"ledger"_s, topic, u"--history"_s})).size(), 4);
}

/// An entry that claims a hundred million records of a topic that has three says nothing about the others.
void TestSendingAgain::hostileLedgerIsBounded()
{
    const QString topic = fill(3) + u".DLT"_s;
    QCOMPARE(run({u"dlt"_s, u"discard"_s, topic, u"--offsets"_s, u"0:0"_s, u"--reason"_s, u"x"_s}).code, 0);
    const auto reader = RecordReader::open(m_sandbox->profile().kafka);
    const auto first = (*reader)->fetch(topic, {{topic, 0, 0}}, {});
    QVERIFY(first && first->size() == 1);
    const Record& record = first->first();
    LedgerEntry entry;
    entry.topic = topic;
    entry.by = u"nobody"_s;
    // fixed time: the ledger forgets nothing for its age.
    entry.at = 1'700'000'000'000;
    entry.targets = {u"t"_s};
    const QByteArray hash = recordHash(record.timestamp, record.key, record.value);
    entry.ranges = {{0, 0, 0, record.timestamp, record.timestamp, hash, hash}};
    for (int i = 0; i < 50; ++i)
        entry.runs.append({0, 1 + i * 100'000'000LL, 100'000'000, 0, 0, 7, 0});
    Record hostile;
    hostile.topic = u"notification-console.ledger"_s;
    hostile.partition = 0;
    hostile.key = topic.toUtf8();
    hostile.value = encodeLedgerEntry(entry);
    QVERIFY((*RecordWriter::open(m_sandbox->profile().kafka))->write(hostile, {}).has_value());
    QCOMPARE(lines(run({u"dlt"_s, u"ledger"_s, topic})).size(), 3);
    QCOMPARE(lines(run({u"dlt"_s, u"ledger"_s, topic, u"--history"_s})).size(), 3);
    QCOMPARE(lines(run({u"dlt"_s, u"show"_s, topic, u"--state"_s, u"replayed"_s})).size(), 2);
}

/// On a terminal a production profile wants the topic's name typed; --yes does for scripts.
void TestSendingAgain::productionAsksForTheTopic()
{
    Profile profile = m_sandbox->profile();
    profile.name = u"prod"_s;
    profile.production = true;
    QVERIFY(ProfileStore(m_folder.path()).add(profile).has_value());
    const QString topic = fill(1) + u".DLT"_s;
    const QStringList replay{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"prod"_s, u"--json"_s, u"dlt"_s,
        u"replay"_s, topic, u"--all"_s};
    QCOMPARE(runCli(replay).code, 2); // nobody there
    QCOMPARE(runCli(replay, "y\n", nc::cli::Registry::all(), true).code, 2);
    QCOMPARE(runCli(replay, topic.chopped(1).toUtf8() + '\n', nc::cli::Registry::all(), true).code, 2);
    QCOMPARE(lines(run({u"dlt"_s, u"show"_s, topic})).first()["state"_L1].toString(), u"open"_s);
    const CliRun typed = runCli(replay, topic.toUtf8() + '\n', nc::cli::Registry::all(), true);
    QVERIFY2(typed.code == 0, typed.err.constData());
    QVERIFY(typed.err.contains("Type " + topic.toUtf8()));
    QCOMPARE(lines(typed).last()["replayed"_L1].toInt(), 1);
    QCOMPARE(runCli(replay + QStringList{u"--yes"_s}).code, 0);
    const QStringList resend{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"prod"_s, u"deliveries"_s,
        u"resend"_s, u"--filter"_s, u"process = nobody"_s};
    QCOMPARE(runCli(resend, "no\n", nc::cli::Registry::all(), true).code, 2);
    QCOMPARE(runCli(resend, "audit-events\n", nc::cli::Registry::all(), true).code, 4);
}

void TestSendingAgain::shelfLifeIsKept()
{
    const auto life = [this](const QStringList& arguments) {
        const CliRun result = run(QStringList{u"templates"_s, u"shelf-life"_s} + arguments);
        return result.code == 0 ? lines(result)[0]["shelfLife"_L1] : QJsonValue(u"failed"_s);
    };
    QVERIFY(life({u"email/reminder"_s}).isNull());
    QCOMPARE(life({u"email/login-otp"_s}).toString(), u"10m"_s);
    QCOMPARE(life({u"email/reminder"_s, u"48h"_s}).toString(), u"2d"_s);
    QCOMPARE(life({u"email/reminder"_s}).toString(), u"2d"_s);
    QVERIFY(life({u"email/login-otp"_s, u"none"_s}).isNull());
    QCOMPARE(life({u"email/login-otp"_s, u"default"_s}).toString(), u"10m"_s);
    QCOMPARE(run({u"templates"_s, u"shelf-life"_s, u"email/reminder"_s, u"soon"_s}).code, 1);
    QCOMPARE(lines(run({u"templates"_s, u"shelf-life"_s})).size(), 1);
}

void TestSendingAgain::stuckIsSkippedOnce()
{
    const auto writer = RecordWriter::open(m_sandbox->profile().kafka);
    Record poison;
    poison.topic = u"email-notifications"_s;
    poison.partition = 5;
    poison.value = QByteArray(90'000, 'x');
    const auto placed = (*writer)->write(poison, {});
    QVERIFY(placed.has_value());
    const auto admin = ClusterAdmin::open(m_sandbox->profile().kafka);
    const QString group = m_sandbox->uniqueName(u"stuck"_s);
    const qint64 offset = placed->place.offset;
    // The first group of a fresh broker: its coordinator may still be on its way.
    QTRY_VERIFY_WITH_TIMEOUT((*admin)->setGroupOffsets(group, {{poison.topic, 5, offset}}, {}).has_value(), 30'000);
    bool found = false;
    for (const QJsonObject& line : lines(run({u"dlt"_s, u"stuck"_s}))) {
        if (line["group"_L1].toString() != group)
            continue;
        found = true;
        QCOMPARE(line["topic"_L1].toString(), poison.topic);
        QCOMPARE(line["offset"_L1].toInteger(), offset);
        QCOMPARE(line["size"_L1].toInteger(), 90'000);
        QVERIFY(line["lag"_L1].toInteger() >= 1);
        QVERIFY(!line["reason"_L1].toString().isEmpty());
    }
    QVERIFY(found);
    const QString place = u"5:%1"_s.arg(offset);
    const QString file = m_folder.filePath(u"kept.jsonl"_s);
    QCOMPARE(run({u"dlt"_s, u"stuck"_s, u"--skip"_s, poison.topic, place}).code, 2);
    const CliRun skipped = run({u"dlt"_s, u"stuck"_s, u"--skip"_s, poison.topic, place, u"--keep"_s, file});
    QVERIFY2(skipped.code == 0, skipped.err.constData());
    QVERIFY(QFile(file).size() > 90'000);
    QCOMPARE(run({u"dlt"_s, u"stuck"_s, u"--skip"_s, poison.topic, place, u"--keep"_s, file + u'2'}).code, 4);
    // The kept record can be sent later, as it was.
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const CliRun sent = runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"test"_s, u"topics"_s,
                                   u"produce"_s, u"--jsonl"_s, u"--by-topic"_s},
        kept.readAll());
    QVERIFY2(sent.code == 0, sent.err.constData());
    const auto info = (*admin)->topic(poison.topic, {});
    QCOMPARE(info->partitions[5].high, offset + 2);
}

QTEST_GUILESS_MAIN(TestSendingAgain)
#include "tst_sendingagain.moc"
