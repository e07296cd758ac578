#include "cli/topics/waitcommand.h"

#include "cli/access.h"
#include "cli/avrovalues.h"
#include "cli/topics/readoptions.h"
#include "cli/topics/recordprinter.h"
#include "core/timetext.h"
#include "kafka/filter/recordmatcher.h"
#include "kafka/reading/recordreader.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace nc::cli {

QStringList TopicsWaitCommand::words() const
{
    return {u"topics"_s, u"wait"_s};
}

QString TopicsWaitCommand::summary() const
{
    return tr_("wait for the first record that passes a filter; exit 4 when time runs out");
}

QStringList TopicsWaitCommand::positionals() const
{
    return {u"TOPIC"_s};
}

QList<OptionSpec> TopicsWaitCommand::options() const
{
    QList<OptionSpec> specs = ReadOptions::specs();
    specs += {{u"timeout"_s, u"DURATION"_s, tr_("how long, like 500ms, 30s, 5m")},
        {u"exact"_s, {}, tr_("values as text or base64 only")},
        {u"mask"_s, {}, tr_("hide tax numbers, email addresses and telephone numbers")}};
    return specs;
}

int TopicsWaitCommand::run(const Arguments& arguments, Environment& env)
{
    QElapsedTimer clock;
    clock.start();
    for (const QString& needed : {u"filter"_s, u"timeout"_s}) {
        if (!arguments.has(needed))
            return env.usage(tr_("--%1 is missing").arg(needed));
    }
    const auto timeout = parseDuration(arguments.value(u"timeout"_s));
    if (!timeout)
        return env.usage(describe(timeout.error(), env.language));
    ReadOptions options;
    options.request.from = {ReadFrom::Kind::End, 0};
    if (const auto code = options.take(arguments, env))
        return *code;
    options.request.follow = true;

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
    const RecordMatcher matcher(options.filter, avro.decoder());
    const bool exact = arguments.has(u"exact"_s);
    RecordPrinter printer(RecordPrinter::Format::Json, exact, arguments.has(u"mask"_s), env);
    bool found = false;
    const auto take = [&](RecordBatch batch) {
        for (const RecordView& record : batch) {
            if (matcher.matches(record)) {
                found = true;
                printer.print(record, exact ? std::nullopt : avro.of(record));
                return Flow::Stop;
            }
        }
        return clock.elapsed() >= timeout->count() ? Flow::Stop : Flow::Continue;
    };
    const auto summary = (*reader)->scan(options.request, take, env.task());
    if (!summary)
        return env.fail(summary.error());
    if (!found)
        env.say(tr_("no record passed the filter in time (%1 looked at)").arg(summary->scanned));
    return found ? exitcode::done : exitcode::noMatch;
}

} // namespace nc::cli
