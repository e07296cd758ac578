#include "cli/topics/transfercommand.h"

#include "cli/access.h"
#include "cli/topics/readoptions.h"
#include "core/atomicfile.h"
#include "kafka/writing/transfer.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

constexpr qint64 largestSchema = 8 * 1024 * 1024;

Typed<TransferRequest> read(const Arguments& arguments, Language language)
{
    const auto options = ReadOptions::read(arguments, {ReadFrom::Kind::Beginning, 0}, language);
    if (!options)
        return std::unexpected(options.error());
    TransferRequest request;
    request.read = options->request;
    request.read.follow = arguments.has(u"follow"_s);
    request.filter = options->filter;
    request.target = arguments.positional.value(1);
    request.rejects = arguments.value(u"rejects"_s);
    request.unbundle = arguments.value(u"unbundle"_s);
    request.dedupe = arguments.value(u"dedupe"_s);
    for (const QString& topic : {request.target, request.rejects}) {
        if (topic == request.read.topic)
            return std::unexpected(tr_("source and target are the same topic"));
    }
    return request;
}

Result<ValueSchema> schemaOf(const QString& path)
{
    const auto file = readFile(path, largestSchema);
    if (!file)
        return nc::fail(file.error());
    return ValueSchema::parse(file->bytes);
}

void print(const TransferSummary& summary, Environment& env)
{
    if (env.json) {
        env.out().json({{u"summary"_s, true}, {u"scanned"_s, summary.scanned}, {u"matched"_s, summary.matched},
            {u"written"_s, summary.written}, {u"duplicates"_s, summary.duplicates}, {u"rejected"_s, summary.rejected}});
        return;
    }
    env.out().line(tr_("scanned     %1").arg(summary.scanned));
    env.out().line(tr_("matched     %1").arg(summary.matched));
    env.out().line(tr_("written     %1").arg(summary.written));
    env.out().line(tr_("duplicates  %1").arg(summary.duplicates));
    env.out().line(tr_("rejected    %1").arg(summary.rejected));
}

} // namespace

QStringList TopicsTransferCommand::words() const
{
    return {u"topics"_s, u"transfer"_s};
}

QString TopicsTransferCommand::summary() const
{
    return tr_("take records from one topic to another: filter, check, split, drop duplicates");
}

QStringList TopicsTransferCommand::positionals() const
{
    return {u"TOPIC"_s, u"TARGET"_s};
}

QList<OptionSpec> TopicsTransferCommand::options() const
{
    QList<OptionSpec> specs = ReadOptions::specs();
    specs += {
        {u"to"_s, u"WHERE"_s, tr_("up to this offset or @TIME, exclusive")},
        {u"follow"_s, {}, tr_("go on with new records until Ctrl+C")},
        {u"schema"_s, u"FILE"_s, tr_("values must fit this JSON Schema")},
        {u"dedupe"_s, u"FIELD"_s, tr_("of records with the same in this field only the first goes")},
        {u"unbundle"_s, u"PATH"_s, tr_("each element of this list becomes a record of its own")},
        {u"rejects"_s, u"TOPIC"_s, tr_("where to write what does not fit; without it, it is left out and exit 3")},
    };
    return specs;
}

int TopicsTransferCommand::run(const Arguments& arguments, Environment& env)
{
    auto typed = read(arguments, env.language);
    if (!typed)
        return env.usage(typed.error());
    TransferRequest& request = *typed;
    if (arguments.has(u"schema"_s)) {
        const auto schema = schemaOf(arguments.value(u"schema"_s));
        if (!schema)
            return env.fail(schema.error());
        request.schema = *schema;
    }
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    if (profile->production && !env.yes)
        return env.usage(tr_("“%1” is a production profile: add --yes to write there").arg(profile->name));
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    TransferSummary summary;
    const auto rejected = [&env](const RecordPlace& place, const QString& reason) {
        env.say(u"%1:%2: %3"_s.arg(place.partition).arg(place.offset).arg(reason));
    };
    const auto done = transferRecords(*access, request, summary, rejected, env.task());
    print(summary, env);
    if (!done)
        return env.fail(done.error());
    if (summary.rejected > 0 && request.rejects.isEmpty())
        return exitcode::problems;
    return summary.matched > 0 || request.read.follow ? exitcode::done : exitcode::noMatch;
}

} // namespace nc::cli
