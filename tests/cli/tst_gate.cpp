#include "../support/registryclone.h"
#include "cli/commandline.h"
#include "cli/registry.h"
#include "cli/verboperations.h"
#include "connections/profilestore.h"
#include "gate/journal.h"
#include "testpass.h"

#include <QBuffer>
#include <QDirIterator>
#include <QMap>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

/// How a verb is called so that it does the operation; CLONE and REG stand for the folders.
const QMap<QString, QStringList>& callsOf(Operation operation)
{
    using Calls = QMap<QString, QStringList>;
    const auto words = [](const char* line) { return QString::fromLatin1(line).split(u' '); };
    static const QMap<Operation, Calls> calls{
        {Operation::Replay, {{u"dlt replay"_s, words("orders.DLT --all")}}},
        {Operation::Resend, {{u"deliveries resend"_s, words("--all")}}},
        {Operation::Discard,
            {{u"dlt discard"_s, words("orders.DLT --offsets 0:1 --reason known")},
                {u"deliveries discard"_s, words("--offsets 0:1 --reason known")}}},
        {Operation::UndoDiscard,
            {{u"dlt discard"_s, words("orders.DLT --offsets 0:1 --undo")},
                {u"deliveries discard"_s, words("--offsets 0:1 --undo")}}},
        {Operation::Skip, {{u"dlt stuck"_s, words("--skip orders 0:1 --keep CONFIG/kept.jsonl")}}},
        {Operation::Produce, {{u"topics produce"_s, words("orders --null")}}},
        {Operation::Transfer, {{u"topics transfer"_s, words("orders archive")}}},
        {Operation::Publish, {{u"templates publish"_s, words("REG")}}},
        {Operation::Prune, {{u"templates publish"_s, words("REG --prune")}}},
        {Operation::Restore, {{u"templates restore"_s, words("inbox/Note --number 1")}}},
        {Operation::SetChannel,
            {{u"channels set email"_s, words("--type internal --registry CLONE")},
                {u"channels set diia"_s, words("--remove")}}},
        {Operation::Commit, {{u"channels commit"_s, words("-m change")}}},
        {Operation::Push, {{u"channels commit"_s, words("-m change --push")}}},
        {Operation::TestEmail, {{u"channels test email"_s, words("--to anna@example.org")}}},
        {Operation::NewTemplate, {{u"templates new"_s, words("REG inbox/Fresh")}}},
        {Operation::RenameTemplate, {{u"templates rename"_s, words("REG inbox/Note Other")}}},
        {Operation::FixTemplates, {{u"templates lint"_s, words("REG --fix")}}},
        {Operation::Keep, {{u"dlt keep"_s, words("orders.DLT")}, {u"deliveries keep"_s, {}}}},
        {Operation::SaveSample, {{u"templates sample save"_s, words("REG inbox/Note set --data DATA")}}},
        {Operation::RenameSample, {{u"templates sample rename"_s, words("REG inbox/Note kept other")}}},
        {Operation::DeleteSample, {{u"templates sample delete"_s, words("REG inbox/Note kept")}}},
        {Operation::SetShelfLife, {{u"templates shelf-life"_s, words("inbox/Note 2d")}}},
        {Operation::AddProfile, {{u"profiles add"_s, words("fresh --bootstrap localhost:1")}}},
        {Operation::RemoveProfile, {{u"profiles remove"_s, words("NAME")}}},
        {Operation::UseProfile, {{u"profiles use"_s, words("NAME")}}},
        {Operation::StartSandbox, {{u"sandbox up"_s, words("--dir CONFIG/sandbox")}}},
        {Operation::StopSandbox, {{u"sandbox down"_s, words("--dir CONFIG/sandbox")}}},
        {Operation::ResetSandbox, {{u"sandbox reset"_s, words("--dir CONFIG/sandbox")}}},
    };
    static const Calls none;
    const auto found = calls.constFind(operation);
    return found == calls.constEnd() ? none : *found;
}

} // namespace

/// Every verb that changes something has a gate: the rows are those of the verbs' own table.
class TestCliGate : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_err;

    QString config() const { return m_folder->filePath(u"config"_s); }
    QString regulation() const { return m_folder->filePath(u"regulation"_s); }
    QString clone() const { return m_folder->filePath(u"experts"_s); }

    int run(const QString& verb, Operation operation, const QString& profile, bool yes = false)
    {
        QStringList arguments = verb.split(u' ') + callsOf(operation).value(verb);
        for (QString& argument : arguments) {
            argument.replace(u"CONFIG"_s, config())
                .replace(u"CLONE"_s, clone())
                .replace(u"REG"_s, regulation())
                .replace(u"DATA"_s, m_folder->filePath(u"data.json"_s))
                .replace(u"NAME"_s, profile);
        }
        arguments += {u"--profile"_s, profile, u"--config-dir"_s, config()};
        if (yes)
            arguments += u"--yes"_s;
        QBuffer in;
        QBuffer out;
        QBuffer err(&m_err);
        m_err.clear();
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        cli::Environment env(&in, &out, &err);
        // What passes the gate goes no further than to the first thing that takes time.
        const CancelSource stopped;
        stopped.cancel();
        env.setCancel(stopped.token());
        return cli::runCommandLine(cli::Registry::all(), arguments, env);
    }

    /// Every file below the folder with its bytes.
    QMap<QString, QByteArray> everything() const
    {
        QMap<QString, QByteArray> files;
        QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            // Looking at a clone may write the index's times anew.
            if (!file.fileName().endsWith(u"/.git/index") && file.open(QIODevice::ReadOnly))
                files.insert(file.fileName(), file.readAll());
        }
        return files;
    }

    void rows()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<int>("operation");
        for (const QString& verb : cli::verbsWithOperations()) {
            for (const Operation operation : *cli::operationsOf(verb.split(u' ')))
                QTest::addRow("%s: %s", qPrintable(verb), qPrintable(operationName(operation)))
                    << verb << int(operation);
        }
    }

    QList<JournalEntry> journal() const
    {
        Unseen unseen;
        return Journal(config()).read().into(unseen);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const test::RegistryClone registry(m_folder->path());
        QVERIFY(writeFile(registry.values(), registry.original + "# changed\n"));
        QVERIFY(writeFile(regulation() + u"/templates/inbox/Note/notification.ftl"_s, "Hi ${name}"));
        QVERIFY(writeFile(regulation() + u"/templates/inbox/Note/notification.yml"_s, "title: Note\n"));
        QVERIFY(writeFile(m_folder->filePath(u"data.json"_s), "{}"));
        ProfileStore store(config());
        for (const QString& name : {u"readonly"_s, u"prod"_s, u"plain"_s}) {
            Profile profile;
            profile.name = name;
            profile.kafka.bootstrap = u"127.0.0.1:1"_s;
            profile.database = u"host=127.0.0.1 port=1 dbname=none connect_timeout=1"_s;
            profile.regulation = regulation();
            profile.registry = clone();
            profile.readOnly = name == u"readonly";
            profile.production = name == u"prod";
            QVERIFY(store.add(profile, testPass(Operation::AddProfile)));
        }
    }

    void everyVerbStandsInTheTable()
    {
        QStringList verbs;
        for (const auto& command : cli::Registry::all().commands())
            verbs += command->words().join(u' ');
        verbs.sort();
        QStringList table = cli::verbsWithOperations();
        table.sort();
#ifndef NC_HAS_SANDBOX
        table.removeIf([](const QString& verb) { return verb.startsWith(u"sandbox "); });
#endif
        QCOMPARE(table, verbs);
    }

    void everyRowHasACall_data() { rows(); }
    void everyRowHasACall()
    {
        QFETCH(QString, verb);
        QFETCH(int, operation);
        QVERIFY2(callsOf(Operation(operation)).contains(verb), "the test does not know how to call it");
    }

    void aReadOnlyProfileRefuses_data() { rows(); }
    void aReadOnlyProfileRefuses()
    {
        QFETCH(QString, verb);
        QFETCH(int, operation);
        const auto before = everything();
        const int code = run(verb, Operation(operation), u"readonly"_s);
        if (factsOf(Operation(operation)).readOnlyForbids) {
            QCOMPARE(code, 1);
            QVERIFY2(m_err.contains("read-only"), m_err.constData());
            QCOMPARE(everything(), before);
        } else {
            QVERIFY2(!journal().isEmpty(), m_err.constData());
            QCOMPARE(journal().first().operation, operationName(Operation(operation)));
        }
    }

    void productionAsksAndNobodyAnswers_data() { rows(); }
    void productionAsksAndNobodyAnswers()
    {
        QFETCH(QString, verb);
        QFETCH(int, operation);
        if (factsOf(Operation(operation)).asked == NameAsked::Nothing)
            return;
        const auto before = everything();
        QCOMPARE(run(verb, Operation(operation), u"prod"_s), 1);
        QVERIFY2(m_err.contains("was not typed"), m_err.constData());
        QCOMPARE(everything(), before);
    }

    void withYesItPassesAndIsWrittenDown_data() { rows(); }
    void withYesItPassesAndIsWrittenDown()
    {
        QFETCH(QString, verb);
        QFETCH(int, operation);
        run(verb, Operation(operation), u"prod"_s, true);
        QVERIFY2(journal().size() == 1, m_err.constData());
        const JournalEntry entry = journal().first();
        QCOMPARE(entry.operation, operationName(Operation(operation)));
        QVERIFY(entry.result != JournalResult::Started);
        QVERIFY(!entry.subject.isEmpty());
    }

    void whereTheJournalIsClosedNothingBegins_data() { rows(); }
    void whereTheJournalIsClosedNothingBegins()
    {
        QFETCH(QString, verb);
        QFETCH(int, operation);
        QVERIFY(QDir(config()).mkdir(u"activity.jsonl"_s));
        const auto before = everything();
        QCOMPARE(run(verb, Operation(operation), u"plain"_s), 1);
        QVERIFY2(m_err.contains("journal"), m_err.constData());
        QCOMPARE(everything(), before);
    }
};

QTEST_GUILESS_MAIN(TestCliGate)
#include "tst_gate.moc"
