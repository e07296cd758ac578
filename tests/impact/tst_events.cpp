#include "impact/errors.h"
#include "impact/impact.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"
#include "testsandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The newest events of a real topic that used a template.
class TestEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestFirstAndNoMoreThanAsked()
    {
        const test::TestSandbox sandbox;
        const KafkaAccess access(sandbox.profile().kafka);
        const TemplateKey key{Channel::Inbox, sandbox.uniqueName(u"лист"_s)};
        // fixed time: only their order counts, the topic keeps everything.
        constexpr qint64 first = 1'700'000'000'000;
        const auto writer = RecordWriter::open(access, *testSending());
        QVERIFY(writer);
        const TaskContext task;
        bool good = true;
        for (int i = 0; i < 40; ++i) {
            Record record;
            record.topic = u"user-notifications"_s;
            record.partition = i % 3;
            record.timestamp = first + i;
            const QByteArray name = i % 2 ? QByteArray("other") : key.name.toUtf8();
            record.value = "{\"notification\":{\"templateName\":\"" + name + "\"},\"recipients\":[{\"id\":\"one-"
                + QByteArray::number(i) + "\",\"parameters\":{\"i\":" + QByteArray::number(i)
                + "}},{\"id\":\"two\",\"parameters\":{}}]}";
            QVERIFY((*writer)->enqueue(
                record, i, [&good](const auto& result, qint64) { good = good && result.has_value(); }, task));
        }
        QVERIFY((*writer)->flush(task));
        QVERIFY(good);

        const auto found = readImpactEvents(access, key, 5, task);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().id() + found.error().detail));
        QCOMPARE(found->matched, 20);
        QCOMPARE(found->rows.size(), 10); // two recipients each
        QVERIFY(found->scanned >= 40);
        QStringList order;
        for (const TemplateEvent& event : found->rows)
            order += event.person;
        QCOMPARE(order.join(u' '), u"one-38 two one-36 two one-34 two one-32 two one-30 two"_s);
        QCOMPARE(found->rows.first().at, first + 38);
        const auto none = readImpactEvents(access, {Channel::Inbox, sandbox.uniqueName(u"none"_s)}, 5, task);
        QVERIFY(!none && none.error().is(errors::impactNoEvents));
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
