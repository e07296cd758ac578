#include "core/errors.h"
#include "core/whoami.h"
#include "gate/errors.h"
#include "gate/gate.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestGate : public QObject {
    Q_OBJECT

    static QList<JournalEntry> entriesIn(const QTemporaryDir& folder)
    {
        Unseen unseen;
        return Journal(folder.path()).read().into(unseen);
    }

private Q_SLOTS:
    void everyOperationStandsInTheTableOnce()
    {
        QSet<QString> names;
        for (const OperationFacts& facts : operations()) {
            QVERIFY(!names.contains(QLatin1StringView(facts.name)));
            names.insert(QString::fromLatin1(facts.name));
            QVERIFY(facts.changes);
            QCOMPARE(operationOf(operationName(facts.operation)), facts.operation);
            QCOMPARE(factsOf(facts.operation).name, facts.name);
        }
        // The enum has no value beyond them.
        QCOMPARE(qsizetype(Operation::ResetSandbox) + 1, operations().size());
        QVERIFY(!operationOf(u"of-a-newer-version"_s));
    }

    void readOnlyAndProduction_data()
    {
        QTest::addColumn<int>("operation");
        for (const OperationFacts& facts : operations())
            QTest::newRow(facts.name) << int(facts.operation);
    }
    void readOnlyAndProduction()
    {
        QFETCH(int, operation);
        const auto what = Operation(operation);
        const OperationFacts& facts = factsOf(what);
        const QTemporaryDir folder;
        const TypedBefore nobody{{}};
        const auto readOnly = Gate({u"r"_s, true, false}, Journal(folder.path()), nobody).pass(what, {u"orders.DLT"_s});
        QCOMPARE(readOnly.has_value(), !facts.readOnlyForbids);
        if (!readOnly) {
            QVERIFY(readOnly.error().is(errors::readOnlyProfile));
            QVERIFY(!QFile::exists(Journal(folder.path()).path()));
        }
        const auto unconfirmed =
            Gate({u"prod"_s, false, true}, Journal(folder.path()), nobody).pass(what, {u"orders.DLT"_s});
        QCOMPARE(unconfirmed.has_value(), facts.asked == NameAsked::Nothing);
        if (unconfirmed)
            return;
        QVERIFY(unconfirmed.error().is(errors::declined));
        const bool byTopic = facts.asked == NameAsked::OfTopic;
        const TypedBefore wrong{byTopic ? u"prod"_s : u"orders.DLT"_s};
        QVERIFY(!Gate({u"prod"_s, false, true}, Journal(folder.path()), wrong).pass(what, {u"orders.DLT"_s}));
        const TypedBefore right{byTopic ? u"orders.DLT "_s : u"prod"_s};
        QVERIFY(Gate({u"prod"_s, false, true}, Journal(folder.path()), right).pass(what, {u"orders.DLT"_s}));
    }

    void theJournalHasBeforeAndAfter()
    {
        const QTemporaryDir folder;
        const TypedBefore nobody{{}};
        const Gate gate({u"p"_s}, Journal(folder.path()), nobody);
        auto pass = gate.pass(Operation::Replay, {u"orders.DLT"_s, u"--offsets 0:1-3"_s, u"mail is back"_s});
        QVERIFY(pass);
        JournalEntry before = entriesIn(folder).value(0);
        QCOMPARE(before.result, JournalResult::Started);
        QCOMPARE(before.operation, u"replay"_s);
        QCOMPARE(before.by + u'@' + before.host, whoAmI());
        QCOMPARE(before.program, QCoreApplication::applicationName());
        QCOMPARE(before.selection, u"--offsets 0:1-3"_s);
        QCOMPARE(before.reason, u"mail is back"_s);
        QVERIFY(pass->finish({JournalResult::Done, 3, {}, u"run-1"_s}));
        // A second end is none.
        QVERIFY(pass->finish({JournalResult::Failed}));
        const auto after = entriesIn(folder);
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.first().result, JournalResult::Done);
        QCOMPARE(after.first().count, 3);
        QCOMPARE(after.first().run, u"run-1"_s);
        QVERIFY(after.first().ended >= after.first().at);
    }

    void whatIsNotFinishedIsBrokenOff()
    {
        const QTemporaryDir folder;
        const TypedBefore nobody{{}};
        const Gate gate({u"p"_s}, Journal(folder.path()), nobody);
        {
            auto pass = gate.pass(Operation::Publish, {u"/regulation"_s});
            QVERIFY(pass);
            // Handing it on leaves nothing behind that would end it.
            const Pass moved = std::move(*pass);
            QCOMPARE(entriesIn(folder).first().result, JournalResult::Started);
        }
        QCOMPARE(entriesIn(folder).size(), 1);
        QCOMPARE(entriesIn(folder).first().result, JournalResult::BrokenOff);
    }

    void anErrorIsItsResult()
    {
        QCOMPARE(Ending::of(Result<int>(1), 1).result, JournalResult::Done);
        QCOMPARE(Ending::ofError({errors::cancelled, {}, {}}).result, JournalResult::Cancelled);
        const Ending failed = Ending::ofError({errors::cannotWrite, u"/x"_s, u"full"_s});
        QCOMPARE(failed.result, JournalResult::Failed);
        QCOMPARE(failed.detail, u"core.cannot-write: /x: full"_s);
    }

    void withoutAJournalNothingBegins()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"activity.jsonl"_s));
        const TypedBefore nobody{{}};
        const auto pass = Gate({u"p"_s}, Journal(folder.path()), nobody).pass(Operation::Commit, {u"values.yaml"_s});
        QVERIFY(!pass);
        QVERIFY(pass.error().is(errors::journalClosed));
    }

    void aPassOpensOnlyWhatItsOperationChanges()
    {
        const QTemporaryDir folder;
        const TypedBefore nobody{{}};
        auto pass = Gate({u"p"_s}, Journal(folder.path()), nobody).pass(Operation::Keep, {u"orders.DLT"_s});
        QVERIFY(pass);
        QVERIFY(pass->opens(Change::Own));
        QVERIFY(pass->opens(Change::Cluster).error().is(errors::wrongPass));
        QVERIFY(pass->finish({}));
        // What is finished opens nothing any more.
        QVERIFY(!pass->opens(Change::Own));
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
