#include "cli/topics/readcommand.h"

#include "cli/access.h"
#include "cli/avrovalues.h"
#include "cli/options.h"
#include "cli/rules.h"
#include "cli/topics/readoptions.h"
#include "cli/topics/recordprinter.h"
#include "kafka/filter/recordmatcher.h"
#include "kafka/reading/recordreader.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

struct Wanted {
    ReadOptions options;
    qint64 limit = -1;
    bool count = false;
    bool exact = false;
    RecordPrinter::Format format = RecordPrinter::Format::Json;
};

Typed<Wanted> read(const Arguments& arguments, const Environment& env)
{
    auto options = ReadOptions::read(arguments, {}, env.language);
    if (!options)
        return std::unexpected(options.error());
    Wanted wanted{std::move(*options)};
    wanted.options.request.follow = arguments.has(u"follow"_s);
    wanted.count = arguments.has(u"count"_s);
    wanted.exact = arguments.has(u"exact"_s);
    wanted.limit = arguments.number(u"limit"_s).value_or(-1);
    const QString format = arguments.value(u"format"_s);
    if (format == u"value")
        wanted.format = RecordPrinter::Format::Value;
    else if (format == u"raw")
        wanted.format = RecordPrinter::Format::Raw;
    if (env.json && wanted.format != RecordPrinter::Format::Json)
        return std::unexpected(tr_("--json and --format %1 contradict each other").arg(format));
    if (wanted.exact && wanted.format != RecordPrinter::Format::Json)
        return std::unexpected(tr_("--exact goes with --format json"));
    return wanted;
}

void printFigures(qint64 matched, const ReadSummary& summary, Environment& env)
{
    if (env.json) {
        env.out().json({{u"matched"_s, matched}, {u"scanned"_s, summary.scanned}, {u"bytes"_s, summary.bytes},
            {u"complete"_s, summary.complete}});
        return;
    }
    env.out().line(tr_("matched  %1").arg(matched));
    env.out().line(tr_("scanned  %1").arg(summary.scanned));
    env.out().line(tr_("bytes    %1").arg(summary.bytes));
    env.out().line(summary.complete ? tr_("complete yes") : tr_("complete no"));
}

} // namespace

QStringList TopicsReadCommand::words() const
{
    return {u"topics"_s, u"read"_s};
}

QString TopicsReadCommand::summary() const
{
    return tr_("records of a topic; without --from the newest 100");
}

QStringList TopicsReadCommand::positionals() const
{
    return {u"TOPIC"_s};
}

QList<OptionSpec> TopicsReadCommand::options() const
{
    QList<OptionSpec> specs = ReadOptions::specs();
    specs += {
        {u"to"_s, u"WHERE"_s, tr_("up to this offset or @TIME, exclusive")},
        {u"limit"_s, u"N"_s, tr_("stop after N records")},
        {u"follow"_s, {}, tr_("go on with new records until Ctrl+C")},
        {u"format"_s, u"json|value|raw"_s, tr_("json (usual), value: one a line, raw: the bytes untouched")},
        {u"exact"_s, {}, tr_("values as text or base64 only, so that “produce --jsonl” gives back the same bytes")},
        options::mask(),
        {u"count"_s, {}, tr_("figures only")},
    };
    return specs;
}

QList<OptionRule> TopicsReadCommand::rules() const
{
    return {rules::apart(u"exact"_s, {u"mask"_s})};
}

int TopicsReadCommand::run(const Arguments& arguments, Environment& env)
{
    const auto typed = read(arguments, env);
    if (!typed)
        return env.usage(typed.error());
    const Wanted& wanted = *typed;
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto reader = RecordReader::open(*access);
    if (!reader)
        return env.fail(reader.error());

    AvroValues avro(*access, env);
    const RecordMatcher matcher(wanted.options.filter, avro.decoder());
    const bool asBytes = wanted.exact || wanted.format == RecordPrinter::Format::Raw;
    RecordPrinter printer(wanted.format, wanted.exact, arguments.has(u"mask"_s), env);
    qint64 matched = 0;
    const auto take = [&](RecordBatch batch) {
        for (const RecordView& record : batch) {
            if (!matcher.matches(record))
                continue;
            ++matched;
            if (!wanted.count)
                printer.print(record, asBytes ? std::nullopt : avro.of(record));
            if (matched == wanted.limit)
                return Flow::Stop;
        }
        // A pipe wants to see what there is as soon as nothing more comes at once.
        if (batch.size() < 200 && !wanted.count)
            env.out().flush();
        return env.out().broken() ? Flow::Stop : Flow::Continue;
    };
    const auto summary = (*reader)->scan(wanted.options.request, take, env.task());
    const bool interrupted = !summary && summary.error().is(errors::cancelled);
    if (!summary && !interrupted)
        return env.fail(summary.error());
    const ReadSummary figures = summary ? *summary : (*reader)->progress();
    if (wanted.count)
        printFigures(matched, figures, env);
    else if (matched < figures.scanned || matched == 0)
        env.say(tr_("%1 of %2 records matched").arg(matched).arg(figures.scanned));
    if (!arguments.has(u"from"_s) && arguments.has(u"filter"_s) && !wanted.options.request.follow)
        env.say(tr_("only the newest 100 were looked at; --from beginning looks at all"));
    // Whoever follows a topic ends it with Ctrl+C: then, too, it was cancelled.
    if (interrupted)
        return env.fail(summary.error());
    return matched > 0 ? exitcode::done : exitcode::noMatch;
}

} // namespace nc::cli
