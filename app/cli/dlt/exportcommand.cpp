#include "cli/dlt/exportcommand.h"

#include "cli/answer.h"
#include "cli/dlt/letteroptions.h"
#include "core/errors.h"
#include "failures/letters/deadletterstore.h"
#include "kafka/records/recordjson.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DltExportCommand::summary() const
{
    return tr_("write dead letters to a file, losing nothing");
}

QList<OptionSpec> DltExportCommand::options() const
{
    return {{u"filter"_s, u"F"_s, tr_("only those that match")},
        {u"offsets"_s, u"P:O[-O],…"_s, tr_("only these records")},
        {u"state"_s, u"STATE"_s, tr_("open, replayed, returned or discarded")},
        {u"output"_s, u"FILE"_s, tr_("the file; - is stdout"), u"o"_s}};
}

int DltExportCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env);
    if (!query)
        return query.error();
    const QString path = arguments.value(u"output"_s);
    if (path.isEmpty())
        return env.usage(tr_("name the file with -o"));
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    const auto states = (*store)->ledger(query->topic, env.task());
    if (!states)
        return env.fail(states.error());
    Unseen unseen;
    const LedgerIndex& ledger = states->into(unseen);
    // What is asked for by its state alone rests on it.
    if (!query->state && query->filter.takesAll())
        unseen = {};
    // Complete or not at all.
    QSaveFile file(path);
    const bool toStdout = path == u"-";
    if (!toStdout && !file.open(QIODevice::WriteOnly))
        return env.fail({errors::cannotWrite, path, file.errorString(), Next::Abort});
    qint64 count = 0;
    bool full = false;
    const auto visit = [&](const DeadLetter& letter) {
        const QByteArray line = recordToJson(letter.record, {.exact = true, .decodedValue = {}}) + '\n';
        ++count;
        if (toStdout)
            env.out().write(line);
        else
            full = file.write(line) != line.size();
        return !full;
    };
    const auto done = (*store)->read(*query, ledger, visit, env.task());
    if (!done)
        return env.fail(done.error());
    if (!toStdout && (full || !file.commit()))
        return env.fail({errors::cannotWrite, path, file.errorString(), Next::Abort});
    env.say(tr_("%1 records written.").arg(count));
    sayUnseen(unseen, env);
    const bool none = count == 0 && (!query->filter.takesAll() || !query->offsets.isEmpty());
    return exitCodeWith(unseen, none ? exitcode::noMatch : exitcode::done);
}

} // namespace nc::cli
