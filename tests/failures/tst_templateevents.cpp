#include "failures/verdicts/templateevents.h"
#include "genuine.h"
#include "letters.h"
#include "testsandbox.h"
#include "whole.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

/// Events that bring a template its parameters, on a real broker and as the platform wrote them.
class TestTemplateEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_access = m_sandbox->profile().kafka;
    }

    void genuineEvent()
    {
        const Record record = genuine::read(u"01-good-event.jsonl"_s, u"user-notifications"_s).first();
        const auto events = templateEventsIn(record.place(), record.timestamp, *record.value);
        QCOMPARE(events.size(), 1);
        QVERIFY(!events.first().templateName.isEmpty());
        QVERIFY(!events.first().person.isEmpty());
        const QJsonObject parameters = QJsonDocument::fromJson(events.first().parameters).object();
        QVERIFY(!parameters.isEmpty());
        QVERIFY(parameters[u"recipientRoles"].isArray());
    }

    /// As the design writes them; the service could not read that and wrapped it.
    void genuineListOfParametersInAWrappedLetter()
    {
        const QString topic = m_sandbox->makeTopic(u"user-notifications"_s, 1, true);
        Record letter = genuine::read(u"18-parameters-as-list.jsonl"_s, u"user-notifications.DLT"_s).first();
        const Record event = genuine::read(u"18-parameters-as-list.jsonl"_s, u"user-notifications"_s).first();
        const auto direct = templateEventsIn(event.place(), event.timestamp, *event.value);
        QCOMPARE(direct.size(), 1);
        letter.topic = topic + u".DLT"_s;
        letter.partition = 0;
        QVERIFY(letters::write(m_access, {letter}));
        TemplateEventQuery query;
        query.templateName = direct.first().templateName;
        query.topics = {topic, letter.topic, u"there-is-no-such-topic"_s};
        const auto read = findTemplateEvents(m_access, query, {});
        QVERIFY(read);
        const TemplateEvents found = test::whole(*read);
        QCOMPARE(found.rows.size(), 1);
        QCOMPARE(found.rows.first().parameters, direct.first().parameters);
        QVERIFY(found.rows.first().source == TemplateEvent::Source::DeadLetter);
        QVERIFY(QJsonDocument::fromJson(found.rows.first().parameters).isObject());
        const auto fetched = fetchTemplateEvent(m_access, found.rows.first().address(), {});
        QVERIFY(fetched);
        QCOMPARE(fetched->parameters, direct.first().parameters);
    }

    void parametersAreKeptAsWritten()
    {
        const QByteArray event = R"({"context":{"businessProcessInstanceId":"p1"},"notification":{"templateName":"T"},
            "recipients":[{"id":"a","realm":"CITIZEN","parameters":{"z":1.50,"a":[1, 2]}},{"parameters":null},
            {"channels":[{"channel":"email","email":"x@e.org"}],"parameters":{}},
            {"id":"b","realm":"OFFICER","parameters":[{"key":"k","value":"v"},{"key":"n","value":{"x":1}}]},
            {"id":"c","parameters":{"recipientRoles":["r"],"q":2}}]})";
        const auto events = templateEventsIn({u"user-notifications"_s, 3, 7}, 5, event);
        QCOMPARE(events.size(), 4);
        QCOMPARE(events[0].parameters, QByteArray(R"({"z":1.50,"a":[1,2],"recipientRoles":["citizen"]})"));
        QCOMPARE(events[0].address(), u"user-notifications:3:7"_s);
        QCOMPARE(events[0].process, u"p1"_s);
        QCOMPARE(events[1].parameters, QByteArray(R"({"recipientRoles":[]})"));
        QCOMPARE(events[1].person, u"x@e.org"_s);
        QCOMPARE(events[1].channels, QStringList{u"email"_s});
        QCOMPARE(events[1].address(), u"user-notifications:3:7:2"_s);
        QCOMPARE(events[2].parameters, QByteArray(R"({"k":"v","n":{"x":1},"recipientRoles":["officer"]})"));
        QCOMPARE(events[3].parameters, QByteArray(R"({"recipientRoles":["r"],"q":2})"));
        for (const QByteArray& no : {QByteArray(), QByteArray("[]"), QByteArray("{\"notification\":{}}"),
                 QByteArray(R"({"notification":{"templateName":"T"},"recipients":5})"), QByteArray("{bad")})
            QCOMPARE(templateEventsIn({u"t"_s, 0, 0}, 0, no).size(), 0);
    }

    void newestFirstAndOnlyOfTheTemplate()
    {
        const QString topic = m_sandbox->makeTopic(u"events"_s, 3);
        QList<Record> records;
        // fixed time: only their order counts, the topic keeps everything.
        for (int i = 0; i < 60; ++i) {
            Record record;
            record.topic = topic;
            record.partition = i % 3;
            record.timestamp = 1'700'000'000'000 + i;
            record.value = u"{\"notification\":{\"templateName\":\"%1\"},\"recipients\":[{\"id\":\"me@example.org\","
                           "\"parameters\":{\"n\":%2}}]}"_s.arg(i % 2 ? u"Odd"_s : u"Odd one"_s)
                               .arg(i)
                               .toUtf8();
            records.append(record);
        }
        QVERIFY(letters::write(m_access, records));
        TemplateEventQuery query;
        query.templateName = u"Odd"_s;
        query.topics = {topic};
        query.limit = 5;
        const auto read = findTemplateEvents(m_access, query, {});
        QVERIFY(read);
        const TemplateEvents found = test::whole(*read);
        QCOMPARE(found.rows.size(), 5);
        QByteArray numbers;
        for (const TemplateEvent& event : found.rows)
            numbers += QByteArray::number(QJsonDocument::fromJson(event.parameters).object()[u"n"].toInt()) + ' ';
        QCOMPARE(numbers, QByteArray("59 57 55 53 51 "));

        TemplateEventModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(found.rows);
        const QModelIndex person = model.index(0, TemplateEventModel::Recipient);
        QVERIFY(!person.data().toString().contains(u"me@example"_s));
        QVERIFY(!model.index(0, TemplateEventModel::Parameters).data(roles::Copy).toString().contains(u"me@"_s));

        CancelSource cancel;
        cancel.cancel();
        TaskContext task;
        task.cancel = cancel.token();
        QVERIFY(!findTemplateEvents(m_access, query, task));
    }

    void addressesThatAreNone()
    {
        for (const QString& bad : {u"x"_s, u"x:1"_s, u"x:a:1"_s, u":1:1"_s, u"x:1:-1"_s, u"x:1:1:1:1"_s})
            QCOMPARE(fetchTemplateEvent(m_access, bad, {}).error().id(), u"deadletters.bad-event-address"_s);
        const QString topic = m_sandbox->makeTopic(u"events"_s);
        QCOMPARE(fetchTemplateEvent(m_access, topic + u":0:5"_s, {}).error().id(), u"deadletters.no-such-event"_s);
    }

private:
    std::unique_ptr<test::TestSandbox> m_sandbox;
    KafkaAccess m_access;
};

QTEST_GUILESS_MAIN(TestTemplateEvents)
#include "tst_templateevents.moc"
