#include "core/itemroles.h"
#include "kafka/filter/headline.h"
#include "kafka/lists/headersmodel.h"
#include "kafka/lists/recordsmodel.h"
#include "kafka/lists/topicsmodel.h"
#include "kafka/records/headertext.h"
#include "kafka/records/topiccatalogue.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The item models of the topics page under Qt's own model tester.
class TestModels : public QObject {
    Q_OBJECT

    static RecordRow row(qint64 offset)
    {
        Record record;
        record.partition = 0;
        record.offset = offset;
        record.timestamp = offset;
        record.value = "v" + QByteArray::number(offset);
        return RecordRow::of(RecordView(record));
    }
    static QList<qint64> offsets(const RecordsModel& model)
    {
        QList<qint64> list;
        for (int i = 0; i < model.rowCount(); ++i)
            list.append(model.rowAt(i).offset);
        return list;
    }
    static TopicInfo topic(const QString& name, qint64 records, const QList<GroupLag>& groups = {})
    {
        PartitionInfo partition;
        partition.partition = 0;
        partition.low = 0;
        partition.high = records;
        TopicInfo info;
        info.topic = name;
        info.partitions = {partition};
        info.groups = groups;
        return info;
    }

private Q_SLOTS:
    void recordsGrowAtBothEnds()
    {
        RecordsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({row(1), row(2)});
        model.append({});
        model.prepend({row(3), row(4)});
        QCOMPARE(offsets(model), (QList<qint64>{4, 3, 1, 2}));
        QCOMPARE(model.index(0, RecordsModel::Value).data().toString(), u"v4"_s);
        QCOMPARE(model.index(0, RecordsModel::Value).data(roles::Identity).toString(), u"0:4"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void recordsMakeRoom()
    {
        RecordsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<RecordRow> many;
        for (int i = 0; i < RecordsModel::capacity; ++i)
            many.append(row(i));
        model.append(many);
        model.prepend({row(-1), row(-2)});
        QCOMPARE(model.rowCount(), RecordsModel::capacity);
        QCOMPARE(model.rowAt(0).offset, -2);
        QCOMPARE(model.rowAt(model.rowCount() - 1).offset, RecordsModel::capacity - 3);
        model.append({row(7)});
        QCOMPARE(model.rowCount(), RecordsModel::capacity);
        QCOMPARE(model.rowAt(0).offset, -1);
        // One batch larger than all there is room for.
        many.append(row(99'999'999));
        model.append(many);
        QCOMPARE(model.rowCount(), RecordsModel::capacity);
        QCOMPARE(model.rowAt(model.rowCount() - 1).offset, 99'999'999);
    }

    void previewsAreShortAndWhole()
    {
        Record record;
        record.value = QByteArray("ї").repeated(1000);
        const RecordRow preview = RecordRow::of(RecordView(record));
        QVERIFY(preview.value.size() <= RecordRow::previewBytes);
        QVERIFY(isUtf8(preview.value));
        QCOMPARE(preview.size, 2000);
        record.value.reset();
        QCOMPARE(RecordRow::of(RecordView(record)).size, -1);
        RecordsModel model;
        model.append({RecordRow::of(RecordView(record))});
        QVERIFY(!model.index(0, RecordsModel::Size).data().isValid());
    }

    void headlinesSayWhatARecordIsAbout_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("line");
        const QStringList event{u"notification.templateName"_s, u"recipients[*].id"_s};
        QTest::newRow("event") << event
                               << QByteArray(
                                      R"({"notification":{"templateName":"decided"},"recipients":[{"id":"ann"}]})")
                               << QByteArray("decided · ann");
        QTest::newRow("many recipients")
            << event
            << QByteArray(
                   R"({"notification":{},"recipients":[{"id":"a"},{"id":null},{"id":"b"},{"id":"c"},{"id":"d"}]})")
            << QByteArray("a, b, c, …");
        QTest::newRow("number") << QStringList{u"n"_s} << QByteArray(R"({"n":12})") << QByteArray("12");
        QTest::newRow("absent") << event << QByteArray(R"({"a":1})") << QByteArray();
        QTest::newRow("broken") << event << QByteArray("{bad") << QByteArray();
        QTest::newRow("no path") << QStringList{u"[["_s} << QByteArray(R"({"a":1})") << QByteArray();
    }

    void headlinesSayWhatARecordIsAbout()
    {
        QFETCH(QStringList, paths);
        QFETCH(QByteArray, json);
        QTEST(Headline(paths).of(json), "line");
    }

    void headlinesEndAtALetter()
    {
        Headline headline({u"s"_s});
        const QByteArray line = headline.of("{\"s\":\"x" + QByteArray("ї").repeated(300) + "\"}");
        QVERIFY(line.size() <= Headline::mostBytes);
        QVERIFY(isUtf8(line));
        QVERIFY(line.endsWith("ї"));
    }

    void cataloguesHeadlinesCanBeRead()
    {
        for (const CatalogueTopic& topic : TopicCatalogue::builtIn().topics()) {
            for (const QString& path : topic.headline)
                QVERIFY2(!Headline({path}).isEmpty(), qUtf8Printable(topic.topic + u": "_s + path));
        }
        // A dead letter is about what its record was about.
        QVERIFY(!TopicCatalogue::builtIn().find(u"email-notifications.DLT"_s, {})->headline.isEmpty());
    }

    void maskingShowsAndHides()
    {
        Record record;
        record.value = "{\"email\":\"ann.smith@example.test\"}";
        RecordsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({RecordRow::of(RecordView(record))});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setMasked(true);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!model.index(0, RecordsModel::Value).data().toString().contains(u"smith"_s));
        model.setMasked(false);
        QVERIFY(model.index(0, RecordsModel::Value).data().toString().contains(u"smith"_s));
    }

    void topicsKnowTheirDeadLetters()
    {
        TopicsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTopics({topic(u"email-notifications"_s, 10, {{u"notifications-service"_s, 4, {}, 0}}),
                            topic(u"email-notifications.DLT"_s, 3), topic(u"other"_s, 0)},
            {}, Language::English);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, TopicsModel::DeadLetters).data().toInt(), 3);
        QCOMPARE(model.index(0, TopicsModel::DeadLetters).data(roles::Tone).toInt(), static_cast<int>(Tone::Warning));
        QCOMPARE(model.index(0, TopicsModel::Lag).data().toInt(), 4);
        QCOMPARE(model.index(0, TopicsModel::Purpose).data().toString(), u"Letters ready to be sent"_s);
        model.setLanguage(Language::Ukrainian);
        QCOMPARE(model.index(0, TopicsModel::Purpose).data().toString(), u"Готові до відправлення листи"_s);
        QVERIFY(!model.index(2, TopicsModel::DeadLetters).data().isValid());
        QCOMPARE(model.rowOf(u"other"_s), 2);
        QCOMPARE(model.rowOf(u"nothing"_s), -1);
    }

    void topicsFollowTheSettingsNames()
    {
        TopicsModel model;
        const QList<TopicInfo> topics{topic(u"orders"_s, 9), topic(u"orders-tot"_s, 3), topic(u"orders-dlt"_s, 4)};
        model.setTopics(topics, DeadLetterNaming({u"-tot"_s}), Language::English);
        QCOMPARE(model.index(0, TopicsModel::DeadLetters).data().toInt(), 3);
        QVERIFY(!model.index(2, TopicsModel::DeadLetters).data().isValid());
        model.setTopics(topics, {}, Language::English);
        QCOMPARE(model.index(0, TopicsModel::DeadLetters).data().toInt(), 4);
        // The catalogue knows what a topic of such a name is about.
        QVERIFY(TopicCatalogue::builtIn().find(u"email-notifications-tot"_s, DeadLetterNaming({u"-tot"_s})));
        QVERIFY(!TopicCatalogue::builtIn().find(u"email-notifications.DLT"_s, DeadLetterNaming({u"-tot"_s})));
    }

    void headersKeepOrderAndDuplicates()
    {
        HeadersModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHeaders(
            {{"a", "1"}, {"a", std::nullopt}, {"kafka_dlt-original-partition", headerBytes(HeaderType::Int32, 7)}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1, HeadersModel::Type).data().toString(), u"null"_s);
        QCOMPARE(model.index(2, HeadersModel::Value).data().toString(), u"7"_s);
        QCOMPARE(model.index(2, HeadersModel::Type).data().toString(), u"int32"_s);
        model.setHeaders({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
