#include "cli/dlt/ledgercommand.h"

#include "cli/answer.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "core/timetext.h"
#include "failures/letters/deadletterstore.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// A ledger may tell of millions of records.
bool goesOn(Environment& env)
{
    return !env.task().isCancelled() && !env.out().broken();
}

void show(qint32 partition, qint64 offset, const LedgerMark& mark, const LedgerEntry& entry, Environment& env)
{
    if (env.json) {
        env.out().json(markToJson(partition, offset, mark, entry));
        return;
    }
    QString line =
        u"%1:%2  %3  %4  %5"_s.arg(partition).arg(offset).arg(actionState(mark.action), isoTime(entry.at), entry.by);
    if (!mark.target.topic.isEmpty())
        line += u"  → %1 %2:%3"_s.arg(mark.target.topic).arg(mark.target.partition).arg(mark.target.offset);
    if (!entry.reason.isEmpty())
        line += u"  “%1”"_s.arg(entry.reason);
    env.out().line(line);
}

void showHistory(const LedgerIndex& ledger, Environment& env)
{
    for (qsizetype i = 0; i < ledger.entries().size(); ++i) {
        const LedgerEntry& entry = ledger.entries()[i];
        for (const LedgerRun& run : entry.runs) {
            for (qint64 n = 0; n < run.count && goesOn(env); ++n) {
                LedgerMark mark{entry.action, i, {}, run.returns};
                if (run.target >= 0)
                    mark.target = {entry.targets[run.target], run.targetPartition, run.targetOffset + n};
                show(run.partition, run.offset + n, mark, entry, env);
            }
        }
    }
}

} // namespace

QString DltLedgerCommand::summary() const
{
    return tr_("what was done with the records of a dead-letter topic, by whom and when");
}

QList<OptionSpec> DltLedgerCommand::options() const
{
    return {{u"history"_s, {}, tr_("every entry, not only the latest state of each record")}};
}

int DltLedgerCommand::run(const Arguments& arguments, Environment& env)
{
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    const auto read = (*store)->ledger(arguments.positional.value(0), env.task());
    if (!read)
        return env.fail(read.error());
    Unseen unseen;
    const LedgerIndex& ledger = read->into(unseen);
    if (arguments.has(u"history"_s)) {
        showHistory(ledger, env);
    } else {
        ledger.forEach([&](qint32 partition, qint64 offset, const LedgerMark& mark) {
            show(partition, offset, mark, ledger.entries()[mark.entry], env);
            return goesOn(env);
        });
    }
    if (env.task().isCancelled())
        return env.fail(TaskContext::cancelled().error());
    if (ledger.isEmpty() && unseen.isEmpty())
        env.say(tr_("The ledger knows nothing of %1.").arg(arguments.positional.value(0)));
    sayUnseen(unseen, env);
    return exitCodeWith(unseen, exitcode::done);
}

} // namespace nc::cli
