#include "cli/channels/checkcommand.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

int ChannelsCheckCommand::run(const Arguments& arguments, Environment& env)
{
    const auto file = loadValues(arguments, env);
    if (!file)
        return env.fail(file.error());
    const QList<ChannelProblem> problems = file->problems();
    for (const ChannelProblem& problem : problems) {
        const QString message = describe(problem.error, env.language);
        if (env.json)
            env.out().json({{u"path"_s, problem.path}, {u"line"_s, problem.line}, {u"column"_s, problem.column},
                {u"severity"_s, problem.severityName()}, {u"code"_s, problem.code()}, {u"message"_s, message},
                {u"key"_s, problem.key}});
        else
            env.out().line(u"%1:%2: %3: %4: %5"_s.arg(problem.path)
                               .arg(problem.line)
                               .arg(problem.severityName(), problem.code(), message));
    }
    if (!needsMending(problems)) {
        env.say(tr_("No problems."));
        return exitcode::done;
    }
    return exitcode::problems;
}

} // namespace nc::cli
