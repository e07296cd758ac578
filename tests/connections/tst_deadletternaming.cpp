#include "connections/deadletternaming.h"
#include "core/settings.h"
#include "core/settingstable.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestDeadLetterNaming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usualNames_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("source");
        QTest::newRow("Spring Kafka") << u"orders.DLT"_s << u"orders"_s;
        QTest::newRow("Spring Kafka 3") << u"orders-dlt"_s << u"orders"_s;
        QTest::newRow("queue") << u"orders.DLQ"_s << u"orders"_s;
        QTest::newRow("queue, small") << u"orders-dlq"_s << u"orders"_s;
        QTest::newRow("words") << u"orders.dead_letter"_s << u"orders"_s;
        QTest::newRow("SmallRye") << u"dead-letter-topic-orders"_s << u"orders"_s;
        QTest::newRow("SmallRye, short") << u"dead-letter-orders"_s << u"orders"_s;
        QTest::newRow("nothing before it") << u".DLT"_s << QString();
        QTest::newRow("nothing behind it") << u"dead-letter-"_s << QString();
        QTest::newRow("no such name") << u"orders"_s << QString();
        QTest::newRow("in the middle") << u"a.DLT.b"_s << QString();
        QTest::newRow("of dead letters") << u"orders.DLT.DLT"_s << u"orders.DLT"_s;
    }
    void usualNames()
    {
        QFETCH(QString, topic);
        QFETCH(QString, source);
        const DeadLetterNaming naming;
        QCOMPARE(naming.sourceOf(topic), source);
        QCOMPARE(naming.isDeadLetters(topic), !source.isEmpty());
        QCOMPARE(naming.bare(topic), source.isEmpty() ? topic : source);
    }

    void everyNameLeadsBack()
    {
        const DeadLetterNaming naming({u"dead-letter-*"_s, u"-tot"_s, u"error.*.group"_s, u" "_s, u"*"_s, {}});
        QCOMPARE(naming.namesFor(u"orders"_s),
            (QStringList{u"dead-letter-orders"_s, u"orders-tot"_s, u"error.orders.group"_s}));
        for (const DeadLetterNaming& one : {naming, DeadLetterNaming()}) {
            for (const QString& topic : {u"orders"_s, u"topic-orders"_s, u"a.DLT"_s, u"dead-letter-x"_s}) {
                for (const QString& name : one.namesFor(topic))
                    QCOMPARE(one.sourceOf(name), topic);
            }
        }
    }

    void ofThoseThatThereAre()
    {
        const DeadLetterNaming naming;
        QCOMPARE(naming.among(u"a"_s, {u"a"_s, u"dead-letter-a"_s, u"a-dlt"_s, u"b.DLT"_s}),
            (QStringList{u"a-dlt"_s, u"dead-letter-a"_s}));
        QVERIFY(naming.among(u"c"_s, {u"a.DLT"_s}).isEmpty());
        QVERIFY(!DeadLetterNaming(QStringList()).isDeadLetters(u"a.DLT"_s));
    }

    void theSettingsSayIt_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("now") << QByteArray("deadletters.names");
        QTest::newRow("as it was called") << QByteArray("deadletters.suffixes");
    }
    void theSettingsSayIt()
    {
        QFETCH(QByteArray, key);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\":1,\"" + key + "\":[\"-tot\",\"lost.*\"]}");
        file.close();
        const auto naming = DeadLetterNaming::of(folder.path());
        QCOMPARE(naming, DeadLetterNaming({u"*-tot"_s, u"lost.*"_s}));
        QCOMPARE(naming.sourceOf(u"orders-tot"_s), u"orders"_s);
        QCOMPARE(naming.sourceOf(u"lost.orders"_s), u"orders"_s);
        QVERIFY(!naming.isDeadLetters(u"orders-dlt"_s));
        const QTemporaryDir empty;
        QCOMPARE(DeadLetterNaming::of(empty.path()), DeadLetterNaming());
    }
};

QTEST_GUILESS_MAIN(TestDeadLetterNaming)
#include "tst_deadletternaming.moc"
