#include "kafka/filter/recordmatcher.h"
#include "kafka/records/headertext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// Filters against records: each rule of the language, with the answer it must give.
class TestRecordMatcher : public QObject {
    Q_OBJECT

    static Record sample()
    {
        Record record;
        record.topic = u"t"_s;
        record.partition = 3;
        record.offset = 42;
        record.timestamp = 1'700'000'000'000; // 2023-11-14T22:13:20Z
        record.key = "Key-1";
        record.value =
            R"({"notification":{"templateName":"Application-Decided","title":null,"n":10,"big":12345678901234567890,"huge":1e9999999},)"
            R"("recipients":[{"id":"ann","channels":[]},{"id":"bob"}],"odd name":{"x":true},)"
            R"("esc\u0061ped":"v\u0061lue","text":"Рішення Києва","num":"7","key":"inner"})";
        record.headers = {{"b3", "abc-def"}, {"x", "1"}, {"x", "2"}, {"empty", ""}, {"none", std::nullopt},
            {"kafka_dlt-original-offset", headerBytes(HeaderType::Int64, 77)}, {"bytes", "\xff\x01"}};
        return record;
    }

    static bool matches(const QString& filter, const Record& record)
    {
        const auto parsed = RecordFilter::parse(filter, 0);
        if (!parsed)
            qFatal("%s: %s", qPrintable(filter), qPrintable(parsed.error().detail));
        return RecordMatcher(*parsed).matches(RecordView(record));
    }

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* filter, bool expected) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << expected;
        };
        row("", true);
        row("notification.templateName: decided", true);
        row("notification.templateName = Application-Decided", true);
        row("notification.templateName = application-decided", false);
        row("notification.templateName != other", true);
        row("notification.missing != other", false);
        row("not notification.missing != other", true);
        row("notification.missing = null", false);
        row("notification.missing: *", false);
        row("notification.title = null", true);
        row("notification.title: *", true);
        row("notification.title != x", true);
        row("notification.title: null", false);
        row("notification.title = \"null\"", false);
        row("notification.n = 10", true);
        row("notification.n = 10.0", true);
        row("notification.n = \"10.0\"", false);
        row("notification.n > 9", true);
        row("notification.n < 9", false);
        row("notification.n >= 1e1", true);
        row("notification.big = 12345678901234567890", true);
        row("notification.big < 12345678901234567891", true);
        row("notification.big > 12345678901234567890", false);
        row("notification.huge = 5", false);
        row("num > 5", true);
        row("num = 7", true);
        row("num = 7.0", false);
        row("notification.templateName > 5", true);
        row("recipients[0].id = ann", true);
        row("recipients[1].id = ann", false);
        row("recipients[7].id: *", false);
        row("recipients[*].id = bob", true);
        row("recipients[*].id != ann", true);
        row("recipients.id = ann", false);
        row("recipients[0].channels = \"[]\"", true);
        row("\"odd name\".x = true", true);
        row("escaped = value", true);
        row("text: рішення", true);
        row("text: КИЄВА", true);
        row("text ~ /рішення/", false);
        row("text ~ /рішення/i", true);
        row("text ~ /^Рішення\\s\\w+$/", true);
        row("key = Key-1", true);
        row("key: KEY", true);
        row("key = null", false);
        row("key: *", true);
        row("\"key\" = inner", true);
        row("value: \"REciPients\"", true);
        row("value ~ /\"id\":\"b/", true);
        row("partition = 3", true);
        row("partition > 3", false);
        row("offset >= 42 and offset < 43", true);
        row("size > 100", true);
        row("size < 100", false);
        row("timestamp = 1700000000000", true);
        row("timestamp < 2023-11-14T22:15:00Z", true);
        row("timestamp > 2023-11-14T22:15:00Z", false);
        row("timestamp: 2023-11-14", true);
        row("header.b3 = abc-def", true);
        row("header.x = 2", true);
        row("header.x = 3", false);
        row("header.empty: *", true);
        row("header.empty = \"\"", true);
        row("header.none: *", true);
        row("header.none = null", true);
        row("header.nope: *", false);
        row("not header.nope: *", true);
        row("header.kafka_dlt-original-offset = 77", true);
        row("header.kafka_dlt-original-offset > 76.5", true);
        row("ABC-DEF", true);
        row("key-1", true);
        row("nowhere", false);
        row("not nowhere and (nowhere or ann)", true);
        row("nowhere and ann or bob", true);
    }

    void rules()
    {
        QFETCH(QString, filter);
        QFETCH(bool, expected);
        QCOMPARE(matches(filter, sample()), expected);
    }

    void nullsAndRubbish()
    {
        Record record;
        QVERIFY(matches(u"key = null and value = null"_s, record));
        QVERIFY(!matches(u"key: *"_s, record));
        QVERIFY(!matches(u"value: *"_s, record));
        QVERIFY(!matches(u"a.b = 1"_s, record));
        QVERIFY(matches(u"size = 0"_s, record));
        for (const QByteArray& value : {QByteArray("\xff\xfe\x00", 3), QByteArray("{\"a\":"), QByteArray("5"),
                 QByteArray("{"), QByteArray("[[[["), QByteArray(" "), QByteArray("{\"a\":\"\xff\"}")}) {
            record.value = value;
            QVERIFY(!matches(u"a.b = 1"_s, record));
            QVERIFY(!matches(u"a[*] = 1"_s, record));
            QVERIFY(matches(u"not a.b = 1"_s, record));
            (void)matches(u"a: * or x"_s, record);
        }
    }

    void extraFieldsAnswer()
    {
        const auto filter = RecordFilter::parse(
            u"state = open and channel: MAIL and not reason: *"_s, 0, {u"state"_s, u"channel"_s, u"reason"_s});
        QVERIFY(filter);
        const RecordMatcher matcher(*filter);
        const Record record;
        const auto extra = [](const QString& name) -> QStringList {
            if (name == u"state")
                return {u"open"_s};
            if (name == u"channel")
                return {u"inbox"_s, u"email"_s};
            return {};
        };
        QVERIFY(matcher.matches(RecordView(record), extra));
        QVERIFY(!matcher.matches(RecordView(record)));
    }

    /// What a caller knows of a record is text: a number in the filter meets only the very same one.
    void extraFieldsAreNoNumbers()
    {
        const auto matches = [](const QString& text, const QString& value) {
            const auto filter = RecordFilter::parse(text, 0, {u"process"_s});
            const auto extra = [&value](const QString&) { return QStringList{value}; };
            return filter && RecordMatcher(*filter).matches(RecordView(Record()), extra);
        };
        QVERIFY(matches(u"process = 30"_s, u"30"_s));
        for (const QString& other : {u"Hello"_s, u"3A"_s, u"030"_s, u"30.0"_s, QString()}) {
            QVERIFY2(!matches(u"process = 30"_s, other), qPrintable(other));
            QVERIFY2(matches(u"process != 30"_s, other), qPrintable(other));
        }
        QVERIFY(matches(u"process > 4"_s, u"30"_s));
    }

    void decodedValuesAreLookedInto()
    {
        const auto filter = RecordFilter::parse(u"status = FAILURE"_s, 0);
        const RecordMatcher matcher(
            *filter, [](const RecordView&) { return std::optional<QByteArray>(R"({"status":"FAILURE"})"); });
        Record record;
        record.value = QByteArray("\x00\x00\x00\x00\x01", 5);
        QVERIFY(matcher.matches(RecordView(record)));
    }

    /// The quick tests in front of the JSON parser must never change an answer.
    void quickTestsAgreeWithTheParser()
    {
        QRandomGenerator random(7);
        const QStringList names{u"a"_s, u"b"_s, u"ab"_s, u"é"_s};
        const QStringList values{u"x"_s, u"xy"_s, u"Ї"_s, u"k"_s};
        const auto escaped = [&](const QString& text) {
            QByteArray out;
            for (const QChar c : text)
                out += random.bounded(3) == 0 ? "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0')
                                              : QString(c).toUtf8();
            return out;
        };
        for (int round = 0; round < 2000; ++round) {
            const QString name = names[random.bounded(names.size())];
            const QString value = values[random.bounded(values.size())];
            Record record;
            record.value = "{\"" + escaped(name) + "\":\"" + escaped(value) + "\"}";
            const QString askedName = names[random.bounded(names.size())];
            const QString asked = values[random.bounded(values.size())];
            QCOMPARE(matches(askedName + u" = "_s + asked, record), askedName == name && asked == value);
            QCOMPARE(matches(askedName + u": "_s + asked, record),
                askedName == name && value.contains(asked, Qt::CaseInsensitive));
        }
    }
};

QTEST_GUILESS_MAIN(TestRecordMatcher)
#include "tst_recordmatcher.moc"
