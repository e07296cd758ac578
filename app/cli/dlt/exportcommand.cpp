#include "cli/dlt/exportcommand.h"

#include "cli/dlt/letteroptions.h"
#include "cli/options.h"
#include "cli/rules.h"
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
    return {options::filter(), options::offsets(), options::state(), options::output()};
}

QList<OptionRule> DltExportCommand::rules() const
{
    return {rules::one({u"output"_s})};
}

int DltExportCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env.language);
    if (!query)
        return env.usage(query.error());
    const QString path = arguments.value(u"output"_s);
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    const auto ledger = (*store)->ledger(query->topic, env.task());
    if (!ledger)
        return env.fail(ledger.error());
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
    const auto done = (*store)->read(*query, *ledger, visit, env.task());
    if (!done)
        return env.fail(done.error());
    if (!toStdout && (full || !file.commit()))
        return env.fail({errors::cannotWrite, path, file.errorString(), Next::Abort});
    env.say(tr_("%1 records written.").arg(count));
    return count == 0 && (!query->filter.takesAll() || !query->offsets.isEmpty()) ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
