#include "cli/dlt/stuckcommand.h"

#include "cli/access.h"
#include "cli/answer.h"
#include "core/sentences.h"
#include "failures/facts/offsetselection.h"
#include "failures/letters/stuck.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void show(const StuckPartition& stuck, Environment& env)
{
    const QString reason = sentenceFor(stuck.reason, env.language).what;
    if (env.json) {
        env.out().json({{u"group"_s, stuck.group}, {u"topic"_s, stuck.topic}, {u"partition"_s, stuck.partition},
            {u"offset"_s, stuck.offset}, {u"size"_s, stuck.size}, {u"lag"_s, stuck.lag}, {u"running"_s, stuck.running},
            {u"reason"_s, reason}});
        return;
    }
    env.out().line(tr_("%1  %2 %3:%4  %5 bytes, %6 behind  %7")
                       .arg(stuck.group, stuck.topic, QString::number(stuck.partition), QString::number(stuck.offset),
                           QString::number(stuck.size), QString::number(stuck.lag), reason));
}

} // namespace

QString DltStuckCommand::summary() const
{
    return tr_("consumers that stand still before a record that cannot be dead-lettered");
}

QList<OptionSpec> DltStuckCommand::options() const
{
    return {
        {u"skip"_s, u"TOPIC"_s, tr_("move the group past the record P:O of this topic, while the group is stopped")},
        {u"keep"_s, u"FILE"_s, tr_("with --skip: where the record is kept")}};
}

int DltStuckCommand::run(const Arguments& arguments, Environment& env)
{
    const bool skip = arguments.has(u"skip"_s);
    OffsetSelection place;
    if (skip) {
        const auto parsed = OffsetSelection::parse(arguments.positional.value(0));
        if (!parsed)
            return env.usage(describe(parsed.error(), env.language));
        place = *parsed;
        if (arguments.value(u"keep"_s).isEmpty())
            return env.usage(tr_("name the file to keep the record in with --keep"));
    } else if (!arguments.positional.isEmpty()) {
        return env.usage(tr_("a place goes with --skip TOPIC"));
    }
    const auto profile = skip ? env.writableProfile() : env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto read = findStuck(*access, env.task());
    if (!read)
        return env.fail(read.error());
    Unseen unseen;
    const QList<StuckPartition>& found = read->into(unseen);
    if (!skip) {
        for (const StuckPartition& stuck : found)
            show(stuck, env);
        if (found.isEmpty() && unseen.isEmpty())
            env.say(tr_("No consumer stands before a record that cannot be dead-lettered."));
        sayUnseen(unseen, env);
        return exitCodeWith(unseen, exitcode::done);
    }
    int moved = 0;
    for (const StuckPartition& stuck : found) {
        if (stuck.topic != arguments.value(u"skip"_s) || !place.contains(stuck.partition, stuck.offset))
            continue;
        // Named by topic, place and file: a pipeline has confirmed it by that, a person is asked once more.
        const bool ask = env.inIsTerminal() || profile->production;
        if (ask
            && !env.confirmByName(
                tr_("Group %1 is moved past %2 %3:%4.")
                    .arg(stuck.group, stuck.topic, QString::number(stuck.partition), QString::number(stuck.offset)),
                stuck.topic))
            return env.usage(tr_("confirm with --yes"));
        // Several groups may stand before it; the first one's file is enough.
        const QString file = moved == 0 ? arguments.value(u"keep"_s) : arguments.value(u"keep"_s) + u'.' + stuck.group;
        if (const auto done = skipStuck(*access, stuck, file, env.task()); !done)
            return env.fail(done.error());
        ++moved;
        show(stuck, env);
        env.say(tr_("The record is kept in %1; group %2 goes on behind it.").arg(file, stuck.group));
    }
    return moved == 0 ? exitCodeWith(unseen, exitcode::noMatch) : exitcode::done;
}

} // namespace nc::cli
