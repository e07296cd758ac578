#include "cli/reference.h"
#include "cli/rules.h"
#include "cli/values.h"
#include "clirun.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;
using namespace nc::cli;

namespace {

const QString document = QStringLiteral(NC_SOURCE_DIR "/docs/command-line.md");
const QString begin = u"<!-- reference: written by the target update_docs -->\n"_s;
const QString end = u"<!-- end of the reference -->\n"_s;

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The document with the reference as the program has it now.
QString renewed(const QString& text)
{
    const qsizetype from = text.indexOf(begin);
    const qsizetype to = text.indexOf(end, from);
    if (from < 0 || to < 0)
        return {};
    return text.left(from + begin.size()) + u'\n' + commandReference(Registry::all()) + u'\n' + text.mid(to);
}

/// A verb with the options and rules of the moment.
class Probe : public Command {
public:
    QStringList words() const override { return {u"probe"_s}; }
    QString summary() const override { return u"tells that it ran"_s; }
    QList<OptionSpec> options() const override
    {
        return {{u"when"_s, u"TIME"_s, u"t"_s}, {u"long"_s, u"DURATION"_s, u"d"_s}, {u"many"_s, u"N"_s, u"n"_s},
            {u"part"_s, u"PARTITION"_s, u"p"_s}, {u"any"_s, u"PARTITION|any"_s, u"p"_s}, {u"port"_s, u"PORT"_s, u"p"_s},
            {u"pace"_s, u"RATE"_s, u"r"_s}, {u"place"_s, u"P:O[-O],…"_s, u"o"_s}, {u"key"_s, u"CHANNEL/NAME"_s, u"k"_s},
            {u"keys"_s, u"CHANNEL/NAME|all"_s, u"k"_s}, {u"head"_s, u"N=V"_s, u"h"_s}, {u"way"_s, u"a|b"_s, u"w"_s},
            {u"text"_s, u"TEXT"_s, u"x"_s}};
    }
    QList<OptionRule> rules() const override { return m_rules; }
    int run(const Arguments& arguments, Environment& env) override
    {
        env.out().json({{u"time"_s, arguments.time(u"when"_s).value_or(-1)},
            {u"duration"_s, qint64(arguments.duration(u"long"_s, std::chrono::seconds(7)).count())},
            {u"number"_s, arguments.number(u"many"_s).value_or(-1)}});
        return exitcode::done;
    }
    explicit Probe(QList<OptionRule> rules = {})
        : m_rules(std::move(rules))
    {
    }

private:
    QList<OptionRule> m_rules;
};

CliRun probe(const QStringList& arguments, const QList<OptionRule>& rules = {})
{
    Registry registry;
    registry.add<Probe>(rules);
    return runCli(QStringList{u"probe"_s} + arguments, {}, registry);
}

} // namespace

/// What the tables of options say holds for the parser, the help and the document.
class TestReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreChecked_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* option, const char* value, bool good) {
            QTest::addRow("%s %s", option, value) << QString::fromUtf8(option) << QString::fromUtf8(value) << good;
        };
        for (const char* good : {"2026-11-22T10:00:00Z", "-15m", "1700000000000"})
            row("when", good, true);
        row("when", "soon", false);
        row("long", "5m", true);
        row("long", "5", false);
        row("many", "1", true);
        for (const char* bad : {"0", "-1", "x", "1.5", ""})
            row("many", bad, false);
        row("part", "0", true);
        row("part", "2147483648", false);
        row("any", "any", true);
        row("any", "3", true);
        row("any", "all", false);
        row("port", "65535", true);
        row("port", "65536", false);
        row("pace", "0.5", true);
        for (const char* bad : {"0", "-1", "fast", "nan"})
            row("pace", bad, false);
        row("place", "0:1-3,1:4", true);
        row("place", "0", false);
        row("key", "email/a", true);
        row("key", "email", false);
        row("keys", "all", true);
        row("keys", "email/", false);
        row("head", "a=", true);
        row("head", "=a", false);
        row("way", "b", true);
        row("way", "c", false);
        row("text", "", true);
    }
    void valuesAreChecked()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        QFETCH(bool, good);
        const CliRun done = probe({u"--"_s + option, value});
        QCOMPARE(done.code, good ? 0 : 2);
        QVERIFY(good || !done.err.isEmpty());
        QCOMPARE(done.out.isEmpty(), !good);
    }

    void valuesAreRead()
    {
        QCOMPARE(probe({u"--when"_s, u"1700000000000"_s, u"--long"_s, u"2s"_s, u"--many"_s, u"3"_s}).out,
            QByteArray("{\"duration\":2000,\"number\":3,\"time\":1700000000000}\n"));
        QCOMPARE(probe({}).out, QByteArray("{\"duration\":7000,\"number\":-1,\"time\":-1}\n"));
    }

    void rulesHold_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QString>("broken"); ///< names of the rules that are
        const QStringList none;
        QTest::newRow("nothing") << none << u"one some"_s;
        QTest::newRow("first") << QStringList{u"--many"_s, u"1"_s} << u"needs"_s;
        QTest::newRow("second") << QStringList{u"--part"_s, u"1"_s} << QString();
        QTest::newRow("both") << QStringList{u"--many"_s, u"1"_s, u"--part"_s, u"1"_s} << u"one most apart"_s;
    }
    void rulesHold()
    {
        QFETCH(QStringList, given);
        QFETCH(QString, broken);
        const QStringList both{u"many"_s, u"part"_s};
        const QHash<QString, OptionRule> all{{u"one"_s, rules::one(both)}, {u"most"_s, rules::most(both)},
            {u"some"_s, rules::some(both)}, {u"apart"_s, rules::apart(u"many"_s, {u"part"_s})},
            {u"needs"_s, rules::needs(u"many"_s, {u"part"_s})}};
        for (auto it = all.begin(); it != all.end(); ++it) {
            const CliRun done = probe(given, {it.value()});
            const bool bad = broken.split(u' ').contains(it.key());
            QVERIFY2(done.code == (bad ? 2 : 0), qPrintable(it.key()));
            QCOMPARE(done.err.contains(it->words().toUtf8()), bad);
            // Who asks for help hears of it beforehand.
            QVERIFY(probe({u"--help"_s}, {it.value()}).out.contains(it->words().toUtf8()));
        }
    }

    /// A value name that looks like a kind but is none is checked by nobody.
    void everyValueNameIsKnown()
    {
        static const QSet<QString> anything{u"F"_s, u"WHERE"_s, u"TEXT"_s, u"NAME"_s, u"ID"_s, u"URL"_s, u"TOPIC"_s,
            u"PATH"_s, u"FIELD"_s, u"KEY"_s, u"HOST"_s, u"ADDRESS"_s, u"PLACE"_s, u"CODE"_s, u"SET"_s, u"E"_s, u"K"_s,
            u"T"_s, u"V"_s, u"INSTANCE"_s, u"TOPIC:P:O"_s, u"HOST:PORT,…"_s, u"CONNINFO"_s, u"KEY=VALUE"_s};
        for (const auto& command : Registry::all().commands()) {
            for (const OptionSpec& spec : command->options()) {
                const bool open = problemOf(spec, u"\u0001"_s, Language::English).isEmpty();
                const bool file = completionOf(spec) == Completion::Files || completionOf(spec) == Completion::Folders;
                QVERIFY2(spec.valueName.isEmpty() || !open || file || anything.contains(spec.valueName),
                    qPrintable(command->words().join(u' ') + u" --"_s + spec.name + u' ' + spec.valueName));
            }
            for (const OptionRule& rule : command->rules()) {
                for (const QString& name : rule.options + QStringList{rule.option}) {
                    const auto options = command->options();
                    QVERIFY2(name.isEmpty() || rule.kind == OptionRule::Kind::Apart
                            || std::ranges::find(options, name, &OptionSpec::name) != options.end(),
                        qPrintable(command->words().join(u' ') + u": "_s + rule.words()));
                }
            }
        }
    }

    /// Wrong usage is said in one place: by the verb's run(), from a sentence; nobody makes the exit code by hand.
    void onlyVerbsSayWrongUsage()
    {
        static const QRegularExpression said(u"\\benv\\.usage\\(|exitcode::usage"_s);
        const QDir root(QStringLiteral(NC_SOURCE_DIR "/app/cli"));
        QDirIterator files(root.path(), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        QStringList strangers;
        int sayers = 0;
        while (files.hasNext()) {
            const QString path = root.relativeFilePath(files.next());
            const int count = static_cast<int>(read(root.filePath(path)).count(said));
            const bool mayBe = path.endsWith(u"command.cpp") || path == u"commandline.cpp" || path == u"environment.cpp"
                || path == u"main.cpp";
            sayers += count > 0 ? 1 : 0;
            if (count > 0 && !mayBe)
                strangers += path;
        }
        QVERIFY(sayers > 10);
        QCOMPARE(strangers, QStringList());
    }

    void theDocumentIsOfNow()
    {
#ifndef NC_WHOLE_REFERENCE
        QSKIP("a build without the sandbox has not all verbs");
#endif
        const QString text = read(document);
        const QString now = renewed(text);
        QVERIFY2(!now.isEmpty(), "docs/command-line.md has lost the marks of the reference");
        if (qEnvironmentVariableIsSet("NC_UPDATE_DOCS") && now != text) {
            QFile file(document);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(now.toUtf8());
            return;
        }
        QVERIFY2(now == text, "build the target update_docs: options have changed");
    }

    void theReferenceHasEveryVerb()
    {
        const QString reference = commandReference(Registry::all());
        for (const auto& command : Registry::all().commands()) {
            QVERIFY2(reference.contains(u"**`"_s + command->words().join(u' ')), qPrintable(command->summary()));
            for (const OptionSpec& spec : command->options())
                QVERIFY2(reference.contains(u"--"_s + spec.name), qPrintable(spec.name));
        }
    }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
