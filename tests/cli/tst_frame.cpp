#include "cli/language.h"
#include "cli/parser.h"
#include "clirun.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc::cli;

namespace {

/// Says what it was given; with subject "fail" or "cancel" it fails so.
class Probe : public Command {
public:
    explicit Probe(QStringList words)
        : m_words(std::move(words))
    {
    }
    QStringList words() const override { return m_words; }
    QString summary() const override { return u"tells what it was given"_s; }
    QStringList positionals() const override { return {u"FIRST"_s, u"[SECOND]"_s}; }
    QList<OptionSpec> options() const override
    {
        return {{u"from"_s, u"TIME"_s, u"where to begin"_s}, {u"deep"_s, {}, u"a switch"_s},
            {u"message"_s, u"TEXT"_s, u"words"_s, u"m"_s}};
    }
    int run(const Arguments& arguments, Environment& env) override
    {
        if (arguments.positional.first() == u"fail")
            return env.fail({nc::errors::notFound, u"it"_s, {}});
        if (arguments.positional.first() == u"cancel")
            return env.fail(nc::TaskContext::cancelled().error());
        QJsonObject told{{u"words"_s, m_words.join(u' ')}, {u"positional"_s, arguments.positional.join(u'|')},
            {u"from"_s, arguments.values(u"from"_s).join(u'|')}, {u"message"_s, arguments.value(u"message"_s)},
            {u"deep"_s, arguments.has(u"deep"_s)}, {u"json"_s, env.json}, {u"quiet"_s, env.quiet}, {u"yes"_s, env.yes},
            {u"profile"_s, env.profileName}, {u"config"_s, env.configDir}};
        env.out().json(told);
        env.say(u"words for people"_s);
        return exitcode::done;
    }

private:
    QStringList m_words;
};

Registry probes()
{
    Registry registry;
    registry.add<Probe>(QStringList{u"things"_s, u"read"_s});
    registry.add<Probe>(QStringList{u"things"_s, u"test"_s, u"email"_s});
    registry.add<Probe>(QStringList{u"things"_s, u"test"_s, u"diia"_s});
    registry.add<Probe>(QStringList{u"dlt"_s, u"stuck"_s});
    registry.add<Probe>(QStringList{u"dlt"_s, u"stuck"_s, u"more"_s});
    return registry;
}

CliRun run(const QStringList& arguments)
{
    return runCli(arguments, {}, probes());
}

QJsonObject told(const CliRun& run)
{
    return QJsonDocument::fromJson(run.out).object();
}

} // namespace

class TestFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheCommandWhereverOptionsStand_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("behind") << QStringList{u"things"_s, u"read"_s, u"a"_s, u"--json"_s, u"--profile"_s, u"p"_s};
        QTest::newRow("before") << QStringList{u"--json"_s, u"--profile"_s, u"p"_s, u"things"_s, u"read"_s, u"a"_s};
        QTest::newRow("between the words")
            << QStringList{u"things"_s, u"--profile"_s, u"p"_s, u"--json"_s, u"read"_s, u"a"_s};
        QTest::newRow("with a sign") << QStringList{u"things"_s, u"--profile=p"_s, u"read"_s, u"--json"_s, u"a"_s};
    }
    void findsTheCommandWhereverOptionsStand()
    {
        QFETCH(QStringList, line);
        const CliRun done = run(line);
        QCOMPARE(done.code, 0);
        const QJsonObject object = told(done);
        QCOMPARE(object["words"_L1].toString(), u"things read"_s);
        QCOMPARE(object["positional"_L1].toString(), u"a"_s);
        QCOMPARE(object["profile"_L1].toString(), u"p"_s);
        QCOMPARE(object["json"_L1].toBool(), true);
    }

    void takesTheLongestCommand()
    {
        QCOMPARE(
            told(run({u"things"_s, u"test"_s, u"email"_s, u"a"_s}))["words"_L1].toString(), u"things test email"_s);
        QCOMPARE(told(run({u"dlt"_s, u"stuck"_s, u"a"_s}))["words"_L1].toString(), u"dlt stuck"_s);
        QCOMPARE(told(run({u"dlt"_s, u"stuck"_s, u"more"_s, u"a"_s}))["words"_L1].toString(), u"dlt stuck more"_s);
    }

    void readsOptions()
    {
        const QJsonObject object = told(run({u"things"_s, u"read"_s, u"a"_s, u"--from"_s, u"-100"_s, u"--deep"_s,
            u"-m"_s, u"text"_s, u"--from=x"_s, u"b"_s, u"--config-dir"_s, u"/c"_s, u"--yes"_s}));
        QCOMPARE(object["positional"_L1].toString(), u"a|b"_s);
        // A value may begin with a dash: it is the newest hundred.
        QCOMPARE(object["from"_L1].toString(), u"-100|x"_s);
        QCOMPARE(object["message"_L1].toString(), u"text"_s);
        QVERIFY(object["deep"_L1].toBool() && object["yes"_L1].toBool());
        QCOMPARE(object["config"_L1].toString(), u"/c"_s);
    }

    void whatFollowsTwoDashesIsNoOption()
    {
        const CliRun done = run({u"things"_s, u"read"_s, u"--"_s, u"--deep"_s, u"--help"_s});
        QCOMPARE(done.code, 0);
        QCOMPARE(told(done)["positional"_L1].toString(), u"--deep|--help"_s);
    }

    void wrongUsageGivesTwo_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nothing") << QStringList{} << QByteArray("name a command");
        QTest::newRow("half a command") << QStringList{u"things"_s} << QByteArray("further word");
        QTest::newRow("no such command") << QStringList{u"nonsense"_s} << QByteArray("nonsense");
        QTest::newRow("no such second word") << QStringList{u"things"_s, u"burn"_s} << QByteArray("things burn");
        QTest::newRow("help of nonsense") << QStringList{u"nonsense"_s, u"--help"_s} << QByteArray("nonsense");
        QTest::newRow("no such option") << QStringList{u"things"_s, u"read"_s, u"a"_s, u"--nope"_s}
                                        << QByteArray("--nope");
        QTest::newRow("no such short option")
            << QStringList{u"things"_s, u"read"_s, u"a"_s, u"-x"_s} << QByteArray("-x");
        QTest::newRow("no such global option") << QStringList{u"--nope"_s} << QByteArray("--nope");
        QTest::newRow("too few") << QStringList{u"things"_s, u"read"_s} << QByteArray("FIRST");
        QTest::newRow("too many") << QStringList{u"things"_s, u"read"_s, u"a"_s, u"b"_s, u"c"_s} << QByteArray("c");
        QTest::newRow("value missing") << QStringList{u"things"_s, u"read"_s, u"a"_s, u"--from"_s}
                                       << QByteArray("from");
        QTest::newRow("value for a switch")
            << QStringList{u"things"_s, u"read"_s, u"a"_s, u"--deep=1"_s} << QByteArray("deep");
    }
    void wrongUsageGivesTwo()
    {
        QFETCH(QStringList, line);
        QFETCH(QByteArray, says);
        const CliRun done = run(line);
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(says), done.err.constData());
        QVERIFY(done.out.isEmpty());
    }

    void helpsOnEveryLevel_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::addColumn<QByteArrayList>("says");
        QTest::newRow("all") << QStringList{u"--help"_s} << QByteArrayList{"things read", "dlt stuck", "--profile"};
        QTest::newRow("short") << QStringList{u"-h"_s} << QByteArrayList{"things read"};
        QTest::newRow("a word") << QStringList{u"help"_s} << QByteArrayList{"things read"};
        QTest::newRow("a group") << QStringList{u"things"_s, u"--help"_s} << QByteArrayList{"things test email"};
        QTest::newRow("a subgroup") << QStringList{u"things"_s, u"test"_s, u"--help"_s} << QByteArrayList{"diia"};
        QTest::newRow("a command") << QStringList{u"things"_s, u"read"_s, u"--help"_s}
                                   << QByteArrayList{"FIRST [SECOND]", "--from TIME", "-m, --message TEXT", "--json"};
        QTest::newRow("help and the command")
            << QStringList{u"help"_s, u"things"_s, u"read"_s} << QByteArrayList{"--from TIME"};
        QTest::newRow("behind arguments") << QStringList{u"things"_s, u"read"_s, u"a"_s, u"b"_s, u"c"_s, u"--help"_s}
                                          << QByteArrayList{"--from TIME"};
    }
    void helpsOnEveryLevel()
    {
        QFETCH(QStringList, line);
        QFETCH(QByteArrayList, says);
        const CliRun done = run(line);
        QCOMPARE(done.code, 0);
        for (const QByteArray& words : says)
            QVERIFY2(done.out.contains(words), done.out.constData());
        QVERIFY(done.err.isEmpty());
    }

    void aGroupsHelpShowsItsOwnOnly() { QVERIFY(!run({u"things"_s, u"--help"_s}).out.contains("stuck")); }

    void anOptionsValueIsNoCallForHelp()
    {
        const CliRun done = run({u"things"_s, u"read"_s, u"a"_s, u"--message"_s, u"--help"_s});
        QCOMPARE(done.code, 0);
        QCOMPARE(told(done)["message"_L1].toString(), u"--help"_s);
    }

    void exitCodesFollowTheError()
    {
        const CliRun failed = run({u"things"_s, u"read"_s, u"fail"_s, u"--json"_s});
        QCOMPARE(failed.code, 1);
        // Data only on stdout, also then.
        QVERIFY(failed.out.isEmpty() && failed.err.contains("it"));
        QCOMPARE(run({u"things"_s, u"read"_s, u"cancel"_s}).code, 130);
    }

    void quietHushesWordsButNotErrors()
    {
        QVERIFY(run({u"things"_s, u"read"_s, u"a"_s}).err.contains("words for people"));
        QVERIFY(run({u"things"_s, u"read"_s, u"a"_s, u"--quiet"_s}).err.isEmpty());
        QVERIFY(!run({u"things"_s, u"read"_s, u"fail"_s, u"--quiet"_s}).err.isEmpty());
    }

    void versionNamesItsLibraries()
    {
        const CliRun done = run({u"--version"_s});
        QCOMPARE(done.code, 0);
        for (const char* name : {"notifyctl ", "Qt ", "librdkafka ", "FreeMarker ", "jsoup "})
            QVERIFY2(done.out.contains(name), name);
        const CliRun json = run({u"--version"_s, u"--json"_s});
        QVERIFY(QJsonDocument::fromJson(json.out).object().contains(u"librdkafka"));
    }

    void everyRealCommandIsWhole()
    {
        const Registry registry = Registry::all();
        QVERIFY(registry.commands().size() >= 8);
        const QStringList globals{
            u"profile"_s, u"config-dir"_s, u"json"_s, u"quiet"_s, u"lang"_s, u"yes"_s, u"help"_s, u"version"_s};
        static const QRegularExpression word(u"^[a-z]+(-[a-z]+)*$"_s);
        static const QRegularExpression option(u"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"_s);
        QStringList seen;
        for (const auto& command : registry.commands()) {
            const QString name = command->words().join(u' ');
            for (const QString& part : command->words())
                QVERIFY2(word.match(part).hasMatch(), qPrintable(name));
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen += name;
            QVERIFY2(!command->summary().isEmpty(), qPrintable(name));
            QStringList options = globals;
            for (const OptionSpec& spec : command->options()) {
                QVERIFY2(option.match(spec.name).hasMatch(), qPrintable(name + u" --"_s + spec.name));
                QVERIFY2(!options.contains(spec.name), qPrintable(name + u" --"_s + spec.name));
                QVERIFY2(!spec.help.isEmpty(), qPrintable(name + u" --"_s + spec.name));
                options += spec.name;
            }
            QCOMPARE(runCli(command->words() + QStringList{u"--help"_s}).code, 0);
            QCOMPARE(runCli(command->words() + QStringList{u"--no-such-option"_s}).code, 2);
        }
    }

    void languages()
    {
        QCOMPARE(chooseLanguage({u"--lang"_s, u"uk"_s}), nc::Language::Ukrainian);
        QCOMPARE(chooseLanguage({u"x"_s, u"--lang=en"_s}), nc::Language::English);
        QCOMPARE(chooseLanguage({u"--lang"_s, u"de"_s}), std::nullopt);
        QCOMPARE(earlyValue({u"--config-dir"_s, u"a"_s, u"--config-dir=b"_s}, u"config-dir"_s), u"b"_s);
        QCOMPARE(earlyValue({u"--"_s, u"--lang"_s, u"uk"_s}, u"lang"_s), QString());
    }

    void completionKnowsCommandsAndOptions()
    {
        const CliRun script = runCli({u"completion"_s, u"bash"_s});
        QCOMPARE(script.code, 0);
        const auto complete = [&](const QString& words) {
            QProcess bash;
            bash.start(u"bash"_s,
                {u"--norc"_s, u"-c"_s,
                    QString::fromUtf8(script.out)
                        + u"\nCOMP_WORDS=(%1)\nCOMP_CWORD=$((${#COMP_WORDS[@]}-1))\n"
                          "_notifyctl\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"_s.arg(words)});
            if (!bash.waitForFinished(20'000) || bash.exitCode() != 0)
                return QStringList{QString::fromUtf8(bash.readAllStandardError())};
            return QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        };
        QVERIFY(complete(u"notifyctl ''"_s).contains(u"profiles"_s));
        QCOMPARE(complete(u"notifyctl prof"_s), QStringList{u"profiles"_s});
        QCOMPARE(complete(u"notifyctl profiles re"_s), QStringList{u"remove"_s});
        QVERIFY(complete(u"notifyctl --json profiles ''"_s).contains(u"list"_s));
        QCOMPARE(complete(u"notifyctl profiles add x --boot"_s), QStringList{u"--bootstrap"_s});
        QVERIFY(complete(u"notifyctl profiles list --"_s).contains(u"--json"_s));
        QCOMPARE(complete(u"notifyctl --lang u"_s), QStringList{u"uk"_s});
        QCOMPARE(complete(u"notifyctl profiles add x --registry /us"_s), QStringList{u"/usr"_s});
    }

    void linksNoGuiLibrary()
    {
        QProcess readelf;
        readelf.start(u"readelf"_s, {u"-d"_s, QStringLiteral(NC_BINARY_DIR "/bin/notifyctl")});
        if (!readelf.waitForStarted())
            QFAIL("readelf (package binutils) is not installed");
        QVERIFY(readelf.waitForFinished(20'000));
        const QByteArray needed = readelf.readAllStandardOutput();
        QVERIFY(needed.contains("libQt6Core"));
        for (const char* library :
            {"libQt6Gui", "libQt6Widgets", "libQt6Svg", "WebEngine", "libX11", "libGL", "qscintilla"})
            QVERIFY2(!needed.contains(library), library);
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
