#include "cli/dlt/listcommand.h"

#include "cli/answer.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
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
    const auto read = (*store)->topics(env.task());
    if (!read)
        return env.fail(read.error());
    Unseen unseen;
    const QList<LetterTopic>& topics = read->into(unseen);
    for (const LetterTopic& topic : topics) {
        // Of a topic that could not be read nothing was counted.
        const qint64 uncounted = unseen.contains(topic.topic) ? topic.unknown : 0;
        if (env.json) {
            env.out().json({{u"topic"_s, topic.topic}, {u"target"_s, topic.target}, {u"records"_s, topic.records},
                {u"open"_s, countOrNull(topic.open, topic.unknown)},
                {u"replayed"_s, countOrNull(topic.replayed, uncounted)},
                {u"returned"_s, countOrNull(topic.returned, topic.unknown)},
                {u"discarded"_s, countOrNull(topic.discarded, uncounted)}, {u"unknown"_s, topic.unknown}});
            continue;
        }
        QString line = tr_("%1  %2 records: %3 open, %4 sent back, %5 returned, %6 discarded")
                           .arg(topic.topic.leftJustified(32), QString::number(topic.records),
                               countWords(topic.open, topic.unknown), countWords(topic.replayed, uncounted),
                               countWords(topic.returned, topic.unknown), countWords(topic.discarded, uncounted));
        if (topic.unknown > 0)
            line += tr_("; of %1 nobody can tell").arg(topic.unknown);
        env.out().line(line);
    }
    if (topics.isEmpty() && unseen.isEmpty())
        env.say(tr_("There is no dead-letter topic."));
    return endAnswer(unseen, exitcode::done, env);
}

} // namespace nc::cli
