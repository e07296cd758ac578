#include "clirun.h"
#include "letters.h"
#include "testsandbox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// What the setting says dead-letter topics are called, every verb follows.
class TestNaming : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    QTemporaryDir m_folder;
    QString m_source;

    QList<QJsonObject> run(const QStringList& arguments, int code = 0) const
    {
        const CliRun done =
            runCli(QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"--json"_s} + arguments);
        if (done.code != code)
            qWarning("%d: %s", done.code, done.err.constData());
        QList<QJsonObject> objects;
        for (const QByteArray& line : done.out.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return done.code == code ? objects : QList<QJsonObject>();
    }
    void name(const QByteArray& patterns) const
    {
        QFile file(m_folder.filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\":1,\"deadletters.names\":" + patterns + "}");
    }
    /// Names of the topics of this run's source that `dlt list` shows.
    QStringList listed() const
    {
        QStringList names;
        for (const QJsonObject& one : run({u"dlt"_s, u"list"_s})) {
            if (one["topic"_L1].toString().contains(m_source))
                names.append(one["topic"_L1].toString() + u" of "_s + one["target"_L1].toString());
        }
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::TestSandbox>();
        QCOMPARE(runCli({u"--config-dir"_s, m_folder.path(), u"profiles"_s, u"add"_s, u"t"_s, u"--bootstrap"_s,
                            m_sandbox->bootstrap()})
                     .code,
            0);
        m_source = m_sandbox->makeTopic(u"orders"_s, 1);
        for (const QString& dead : {m_source + u"-tot"_s, m_source + u"-dlt"_s, u"dead-letter-topic-"_s + m_source}) {
            m_sandbox->createTopic(dead, 1);
            QList<Record> records;
            for (int i = 0; i < 2; ++i) {
                // Nothing but the name tells where they came from.
                Record record;
                record.topic = dead;
                record.partition = 0;
                record.key = "k" + QByteArray::number(i);
                record.value = "{\"n\":1}";
                records.append(record);
            }
            QVERIFY(letters::write(m_sandbox->profile().kafka, records));
        }
    }

    void theUsualNames()
    {
        QCOMPARE(
            listed(), (QStringList{u"dead-letter-topic-%1 of %1"_s.arg(m_source), u"%1-dlt of %1"_s.arg(m_source)}));
    }

    void theSettingsNames()
    {
        name(R"(["-tot"])");
        QCOMPARE(listed(), QStringList{u"%1-tot of %1"_s.arg(m_source)});
        name(R"(["*-tot","dead-letter-topic-*"])");
        QCOMPARE(
            listed(), (QStringList{u"dead-letter-topic-%1 of %1"_s.arg(m_source), u"%1-tot of %1"_s.arg(m_source)}));
    }

    void topicsNameTheirDeadLetters()
    {
        name(R"(["-tot"])");
        for (const QJsonObject& one : run({u"topics"_s, u"list"_s})) {
            if (one["topic"_L1].toString() == m_source)
                QCOMPARE(one["deadLetter"_L1].toString(), m_source + u"-tot"_s);
        }
    }

    void lettersKnowTheirOrigin()
    {
        name(R"(["-tot"])");
        const auto shown = run({u"dlt"_s, u"show"_s, m_source + u"-tot"_s});
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown.first()["origin"_L1].toObject()["topic"_L1].toString(), m_source);
    }

    /// Sent back to where the name says, and known as replayed then.
    void replayGoesWhereTheNameSays_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QString>("topic");
        QTest::newRow("ending") << QByteArray(R"(["-tot"])") << u"%1-tot"_s;
        QTest::newRow("beginning") << QByteArray(R"(["dead-letter-topic-*"])") << u"dead-letter-topic-%1"_s;
    }
    void replayGoesWhereTheNameSays()
    {
        QFETCH(QByteArray, names);
        QFETCH(QString, topic);
        name(names);
        const QString dead = topic.arg(m_source);
        const auto told = run({u"dlt"_s, u"replay"_s, dead, u"--all"_s, u"--reason"_s, u"test"_s});
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.first()["target"_L1].toObject()["topic"_L1].toString(), m_source);
        QCOMPARE(told.last()["replayed"_L1].toInt(), 2);
        for (const QJsonObject& one : run({u"dlt"_s, u"list"_s})) {
            if (one["topic"_L1].toString() == dead)
                QCOMPARE(one["replayed"_L1].toInt(), 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestNaming)
#include "tst_naming.moc"
