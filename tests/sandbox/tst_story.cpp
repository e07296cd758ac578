#include "core/installpaths.h"
#include "kafka/records/record.h"
#include "sandbox/demo/rows.h"
#include "sandbox/demo/story.h"
#include "sandbox/demo/wiretext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUuid>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace nc;
using namespace nc::demo;

namespace {

constexpr qint64 now = 1'795'300'000'000;
constexpr qint64 hour = 3'600'000;

QJsonObject object(const std::optional<QByteArray>& text)
{
    return QJsonDocument::fromJson(text.value_or(QByteArray())).object();
}

QJsonObject auditContextOf(const Record& record)
{
    return QJsonDocument::fromJson(object(record.value)["context"_L1].toString().toUtf8()).object();
}

QByteArrayList names(const Headers& headers)
{
    QByteArrayList result;
    for (const Header& header : headers)
        result << header.name;
    return result;
}

QList<Header> all(const Record& record, const QByteArray& name)
{
    QList<Header> found;
    std::ranges::copy_if(record.headers, std::back_inserter(found), [&](const Header& h) { return h.name == name; });
    return found;
}

// A record of tests/data/genuine, without the values of its headers.
QList<Record> genuine(const QString& name)
{
    QFile file(QStringLiteral(NC_TEST_DATA "/genuine/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file.fileName()));
    QList<Record> records;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        Record record;
        record.topic = json["topic"_L1].toString();
        record.value = json["value"_L1].toString().toUtf8();
        for (const QJsonValue& header : json["headers"_L1].toArray())
            record.headers << Header{header.toObject()["name"_L1].toString().toUtf8(), QByteArray()};
        if (!record.topic.isEmpty())
            records << record;
    }
    return records;
}

// The keys of a JSON text in their order, nested ones included: the message's shape.
QByteArrayList keyOrder(const QByteArray& json)
{
    static const QRegularExpression key(u"[{,]\\s*\"([A-Za-z]+)\":"_s);
    QByteArrayList keys;
    for (const auto& match : key.globalMatch(QString::fromUtf8(json)))
        keys << match.captured(1).toUtf8();
    return keys;
}

} // namespace

/// The demo's records against what the running service really wrote.
class StoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isTheSameForTheSameSeed();
    void figuresAreThoseOfTheStory();
    void isInOrderOfTimeAndOfTheLastDays();
    void deadLettersHaveTheGenuineHeaders_data();
    void deadLettersHaveTheGenuineHeaders();
    void deadLettersNameTheirOrigin();
    void deadTwice();
    void poisonIsWrapped();
    void messagesHaveTheGenuineShape_data();
    void messagesHaveTheGenuineShape();
    void auditsHaveTheGenuineShape();
    void everyDeadLetterHasFourAttempts();
    void avroIsFramed();
    void inboxRowsAreWhatWasDelivered();
    void knownChecksum();

private:
    QList<Record> on(const QString& topic) const;
    Record firstDead(const QString& topic, const QString& exceptionPart) const;
    DemoData m_data;
    Story m_story;
};

void StoryTest::initTestCase()
{
    const auto data = loadDemo(QStringLiteral(NC_SOURCE_DIR "/resources/demo"));
    QVERIFY2(data, qPrintable(data ? QString() : data.error().subject));
    m_data = *data;
    m_story = tellStory(m_data, now, 7, 15, std::nullopt);
}

QList<Record> StoryTest::on(const QString& topic) const
{
    QList<Record> found;
    std::ranges::copy_if(m_story.records, std::back_inserter(found), [&](const Record& r) { return r.topic == topic; });
    return found;
}

Record StoryTest::firstDead(const QString& topic, const QString& exceptionPart) const
{
    for (const Record& record : on(topic + u".DLT"_s)) {
        if (all(record, "kafka_dlt-exception-message").first().value->contains(exceptionPart.toUtf8()))
            return record;
    }
    return {};
}

void StoryTest::isTheSameForTheSameSeed()
{
    QCOMPARE(tellStory(m_data, now, 7, 15, std::nullopt).records, m_story.records);
    QVERIFY(tellStory(m_data, now, 8, 15, std::nullopt).records != m_story.records);
}

void StoryTest::figuresAreThoseOfTheStory()
{
    int noTemplate = 0;
    int late = 0;
    int noVariable = 0;
    for (const Record& record : on(u"audit-events"_s)) {
        const QJsonObject context = auditContextOf(record);
        const QString reason = context["delivery"_L1].toObject()["failureReason"_L1].toString();
        const bool silent = context["step"_L1].toString() == u"AFTER"_s
            && context["notification"_L1].toObject().contains(u"recipients"_s);
        if (silent && reason == u"Notification template application-decided not found"_s) {
            ++noTemplate;
            late += record.timestamp < now - 72 * hour ? 1 : 0;
        }
        noVariable += silent && reason == u"Error during fee-reminder template processing"_s ? 1 : 0;
    }
    QCOMPARE(noTemplate, 104);
    QCOMPARE(late, 9);
    QCOMPARE(noVariable, 8);
    QCOMPARE(on(u"email-notifications.DLT"_s).size(), 36 + 2);
    QCOMPARE(on(u"user-notifications.DLT"_s).size(), 4 + 1);
    QVERIFY(on(u"user-notifications"_s).size() > 2500);
    for (const PublishedTemplate& row : m_data.published)
        QVERIFY(row.channel != u"email"_s || row.name != u"application-decided"_s);
}

void StoryTest::isInOrderOfTimeAndOfTheLastDays()
{
    QMap<QPair<QString, qint32>, qint64> ends;
    qint64 last = 0;
    for (const Record& record : m_story.records) {
        QVERIFY(record.timestamp >= last);
        QVERIFY(record.timestamp <= now);
        QVERIFY(record.timestamp > now - 97 * hour);
        const qint64 expected = ends[{record.topic, record.partition}]++;
        QCOMPARE(record.offset, expected);
        QVERIFY(!record.key);
        last = record.timestamp;
    }
}

void StoryTest::deadLettersHaveTheGenuineHeaders_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("part");
    QTest::newRow("smtp") << u"50-email-smtp-550.jsonl"_s << u"email-notifications"_s << u"SMTPAddressFailed"_s;
    QTest::newRow("user") << u"15-unknown-user.jsonl"_s << u"user-notifications"_s << u"User not found"_s;
    QTest::newRow("poison") << u"53-email-poison.jsonl"_s << u"email-notifications"_s << u"failed to deserialize"_s;
}

void StoryTest::deadLettersHaveTheGenuineHeaders()
{
    QFETCH(QString, file);
    QFETCH(QString, topic);
    QFETCH(QString, part);
    const Record ours = firstDead(topic, part);
    const Record theirs = genuine(file).last();
    QCOMPARE(theirs.topic, topic + u".DLT"_s);
    QCOMPARE(names(ours.headers), names(theirs.headers));
    QCOMPARE(all(ours, "kafka_dlt-original-partition").first().value->size(), 4);
    QCOMPARE(all(ours, "kafka_dlt-original-offset").first().value->size(), 8);
    QCOMPARE(all(ours, "kafka_dlt-original-timestamp").first().value->size(), 8);
}

void StoryTest::deadLettersNameTheirOrigin()
{
    for (const Record& record : m_story.records) {
        if (!record.topic.endsWith(u".DLT"_s))
            continue;
        const QByteArray topic = *all(record, "kafka_dlt-original-topic").last().value;
        const auto partition = qFromBigEndian<qint32>(all(record, "kafka_dlt-original-partition").last().value->data());
        const auto offset = qFromBigEndian<qint64>(all(record, "kafka_dlt-original-offset").last().value->data());
        const auto time = qFromBigEndian<qint64>(all(record, "kafka_dlt-original-timestamp").last().value->data());
        const auto origin = std::ranges::find_if(m_story.records, [&](const Record& each) {
            return each.topic.toUtf8() == topic && each.partition == partition && each.offset == offset;
        });
        QVERIFY(origin != m_story.records.end());
        QCOMPARE(record.partition, partition);
        QCOMPARE(origin->timestamp, time);
        QVERIFY(record.timestamp > origin->timestamp);
    }
}

void StoryTest::deadTwice()
{
    const QList<Record> dead = on(u"user-notifications.DLT"_s);
    const auto twice = std::ranges::find_if(
        dead, [](const Record& each) { return all(each, "kafka_dlt-original-offset").size() == 2; });
    QVERIFY(twice != dead.end());
    QCOMPARE(names(twice->headers), names(genuine(u"80-replay-50-all-headers.jsonl"_s).last().headers));
    QCOMPARE(all(*twice, "kafka_dlt-exception-message").size(), 1);
    QVERIFY(*all(*twice, "kafka_dlt-original-timestamp").first().value
        != *all(*twice, "kafka_dlt-original-timestamp").last().value);
}

void StoryTest::poisonIsWrapped()
{
    const Record dead = firstDead(u"email-notifications"_s, u"failed to deserialize"_s);
    QCOMPARE(*dead.value, QByteArray("\"eyJjb250ZXh0Ijo=\""));
    QCOMPARE(*dead.headers.last().value, QByteArray("[B"));
}

void StoryTest::messagesHaveTheGenuineShape_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("topic");
    QTest::newRow("event") << u"01-good-event.jsonl"_s << u"user-notifications"_s;
    QTest::newRow("inbox") << u"01-good-event.jsonl"_s << u"inbox-notifications"_s;
    QTest::newRow("email") << u"01-good-event.jsonl"_s << u"email-notifications"_s;
    QTest::newRow("diia") << u"70-diia-direct-good.jsonl"_s << u"diia-notifications"_s;
}

void StoryTest::messagesHaveTheGenuineShape()
{
    QFETCH(QString, file);
    QFETCH(QString, topic);
    const QList<Record> theirs = genuine(file);
    const auto their = std::ranges::find_if(theirs, [&](const Record& each) { return each.topic == topic; });
    QVERIFY(their != theirs.end());
    const Record ours = on(topic).first();
    // What a template is given differs from template to template.
    static const QRegularExpression parameters(u"\"parameters\":(\\{.*?\\}|\\[.*?\\])(?=[,}])"_s);
    const auto plain = [](const QByteArray& text) { return QString::fromUtf8(text).remove(parameters).toUtf8(); };
    QVERIFY(keyOrder(plain(*ours.value)).size() > 8);
    QCOMPARE(keyOrder(plain(*ours.value)), keyOrder(plain(*their->value)));
    QCOMPARE(names(ours.headers), names(their->headers));
    QCOMPARE(*ours.headers.last().value, *on(topic).last().headers.last().value);
}

void StoryTest::auditsHaveTheGenuineShape()
{
    const QList<Record> theirs = genuine(u"11-unknown-template.jsonl"_s);
    const auto their = std::ranges::find_if(theirs, [](const Record& each) { return each.topic == u"audit-events"_s; });
    for (const Record& ours : on(u"audit-events"_s)) {
        QCOMPARE(object(ours.value).keys(), object(their->value).keys());
        QCOMPARE(auditContextOf(ours).keys(), auditContextOf(*their).keys());
        const QJsonObject context = auditContextOf(ours);
        const QJsonObject notification = context["notification"_L1].toObject();
        if (context["delivery"_L1].toObject()["failureReason"_L1].toString().contains(u"not found"_s)
            && context["step"_L1].toString() == u"AFTER"_s) {
            const QJsonObject recipient = notification["recipients"_L1].toArray().first().toObject();
            QVERIFY(recipient["parameters"_L1].toObject().contains(u"recipientRoles"_s));
            QCOMPARE(recipient["channels"_L1].toArray().size(), 1);
        }
    }
}

void StoryTest::everyDeadLetterHasFourAttempts()
{
    int onEvents = 0;
    int onLetters = 0;
    for (const Record& record : on(u"audit-events"_s)) {
        const QJsonObject context = auditContextOf(record);
        if (context["delivery"_L1].toObject()["status"_L1].toString() != u"FAILURE"_s)
            continue;
        onEvents += context["step"_L1].toString() == u"BEFORE"_s ? 1 : 0;
        onLetters += context["notification"_L1].toObject()["channel"_L1].toString() == u"email"_s ? 1 : 0;
    }
    QCOMPARE(onEvents, 4 * 5);
    QCOMPARE(onLetters, 4 * 36);
}

void StoryTest::avroIsFramed()
{
    QVERIFY(QJsonDocument::fromJson(auditSchema()).object()["fields"_L1].toArray().size() == 16);
    const Audit audit{u"r"_s, {u"p"_s, u"d"_s, u"i"_s, u"a"_s, u"ai"_s}, 1, "{}"};
    const QByteArray bytes = audit.toAvro(258);
    QCOMPARE(bytes.first(5), QByteArray("\0\0\0\1\2", 5));
    // request_id "r", then the application's name of 24 letters
    QCOMPARE(bytes.mid(5, 3), QByteArray("\x02r\x30", 3));
    QVERIFY(bytes.endsWith(QByteArray("\x02\0\0\0\x04{}", 7)));
    const Story story = tellStory(m_data, now, 7, 15, 1);
    QCOMPARE(story.records.size(), m_story.records.size());
}

void StoryTest::inboxRowsAreWhatWasDelivered()
{
    QCOMPARE(m_story.inbox.size(), on(u"inbox-notifications"_s).size());
    // The service writes the identity service's id there, and never the user name that its records carry.
    QSet<QString> names;
    for (const Record& record : on(u"inbox-notifications"_s))
        names.insert(QJsonDocument::fromJson(*record.value).object()["recipientName"_L1].toString());
    for (const InboxRow& row : m_story.inbox) {
        QVERIFY(!QUuid(row.recipient).isNull());
        QVERIFY(!names.contains(row.recipient));
    }
    const QByteArray sql = demoRows(m_data, m_story, now);
    QCOMPARE(sql.count("insert into inbox_notification"), m_story.inbox.size());
    QVERIFY(!sql.contains("⟦"));
    for (const Record& record : m_story.records)
        QVERIFY(!record.value->contains("⟦"));
}

void StoryTest::knownChecksum()
{
    QCOMPARE(publishedChecksum({u"email"_s, {}, {}, u"<html><h1>Hello</h1></html>"_s, {}}),
        QByteArray("40c6d08f4bbd1fe4ac7f66239a7ca777dc7b0c449d4b459c523ad9eefab54abc"));
    QCOMPARE(publishedChecksum({u"diia"_s, {}, u"diia-title"_s, u"some long text"_s,
                 {{u"actionType"_s, u"DiiaActionType"_s}, {u"templateType"_s, u"DiiaTemplateType"_s},
                     {u"shortText"_s, u"DiiaShortText"_s}}}),
        QByteArray("b873ee130819ed542ec8ce28ea74a5830ad17756c55557e5f21e30efbcf57785"));
}

QTEST_GUILESS_MAIN(StoryTest)
#include "tst_story.moc"
