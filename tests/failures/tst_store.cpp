#include "failures/letters/deadletterstore.h"
#include "genuine.h"
#include "letters.h"
#include "testsandbox.h"

#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

/// Reading dead letters from the real broker, whole and in part.
class TestStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsWithoutTraces();

private:
    std::unique_ptr<test::TestSandbox> m_sandbox;
    KafkaAccess m_access;
};

void TestStore::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    m_access = m_sandbox->profile().kafka;
}

void TestStore::listsWithoutTraces()
{
    const QString topic = m_sandbox->makeTopic(u"store"_s, 2, false);
    QList<Record> records;
    for (const QString& file : {u"15-unknown-user.jsonl"_s, u"52-smtp-down.jsonl"_s})
        records += genuine::deadLetters(file);
    for (Record& record : records) {
        record.topic = topic;
        record.partition = 0;
    }
    QVERIFY(letters::write(m_access, records));
    const auto store = DeadLetterStore::open(m_access);
    LetterQuery query;
    query.topic = topic;
    const auto read = [&](LetterParts parts) {
        QList<DeadLetter> found;
        const auto visit = [&found](const DeadLetter& letter) {
            found.append(letter);
            return true;
        };
        [&] { QVERIFY((*store)->read(query, {}, visit, {}, parts)); }();
        return found;
    };
    const QList<DeadLetter> whole = read(LetterParts::All);
    const QList<DeadLetter> light = read(LetterParts::WithoutTraces);
    QCOMPARE(whole.size(), records.size());
    QCOMPARE(light.size(), records.size());
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QVERIFY(whole[i].failure.stackTrace.size() > 1000);
        QVERIFY(light[i].failure.stackTrace.isEmpty());
        QVERIFY(light[i].record.headers.size() < whole[i].record.headers.size());
        QCOMPARE(light[i].record.value, whole[i].record.value);
        QCOMPARE(light[i].origin, whole[i].origin);
        QVERIFY(light[i].cause == whole[i].cause);
    }
    // In the traces alone.
    query.filter = *RecordFilter::parse(u"\"sun.nio.ch.NioSocketImpl.connect\""_s);
    QCOMPARE(read(LetterParts::WithoutTraces).size(), read(LetterParts::All).size());
    QVERIFY(!read(LetterParts::WithoutTraces).isEmpty());
    QVERIFY(read(LetterParts::WithoutTraces).size() < records.size());
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
