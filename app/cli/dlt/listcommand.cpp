#include "cli/dlt/listcommand.h"

#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "failures/letters/deadletterstore.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DltListCommand::summary() const
{
    return tr_("dead-letter topics and what became of their records");
}

int DltListCommand::run(const Arguments&, Environment& env)
{
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    const auto topics = (*store)->topics(env.task());
    if (!topics)
        return env.fail(topics.error());
    sayUnseenLedger((*store)->ledgerUnseen(), env);
    for (const LetterTopic& topic : *topics) {
        if (topic.problem)
            env.say(tr_("%1 may not be read: all its records count as open. %2")
                        .arg(topic.topic, describe(*topic.problem, env.language)));
        if (env.json) {
            env.out().json({{u"topic"_s, topic.topic}, {u"target"_s, topic.target}, {u"records"_s, topic.records},
                {u"open"_s, topic.open}, {u"replayed"_s, topic.replayed}, {u"returned"_s, topic.returned},
                {u"discarded"_s, topic.discarded}});
        } else {
            env.out().line(tr_("%1  %2 records: %3 open, %4 sent back, %5 returned, %6 discarded")
                               .arg(topic.topic.leftJustified(32))
                               .arg(topic.records)
                               .arg(topic.open)
                               .arg(topic.replayed)
                               .arg(topic.returned)
                               .arg(topic.discarded));
        }
    }
    if (topics->isEmpty())
        env.say(tr_("There is no dead-letter topic."));
    return exitcode::done;
}

} // namespace nc::cli
