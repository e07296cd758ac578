#include "cli/templates/lintcommand.h"

#include "render/templateengine.h"
#include "templates/preparedcache.h"
#include "templates/templatelibrary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void print(const Problem& problem, Environment& env)
{
    const Sentence sentence = sentenceFor(problem.error, env.language);
    if (env.json) {
        env.out().json({{u"path"_s, problem.path}, {u"line"_s, problem.line}, {u"column"_s, problem.column},
            {u"severity"_s, severityName(problem.severity)}, {u"code"_s, problem.code()}, {u"message"_s, sentence.what},
            {u"advice"_s, sentence.advice}});
        return;
    }
    env.out().line(
        u"%1:%2: %3: %4: "_s.arg(problem.path).arg(problem.line).arg(severityName(problem.severity), problem.code())
        + sentence.what);
}

} // namespace

QString LintTemplatesCommand::summary() const
{
    return tr_("everything that is wrong in a regulation's templates");
}

QList<OptionSpec> LintTemplatesCommand::options() const
{
    return {{u"strict"_s, {}, tr_("exit 3 for warnings too, not only for errors")}};
}

int LintTemplatesCommand::run(const Arguments& arguments, Environment& env)
{
    TemplateEngine engine;
    const TemplateLibrary library(arguments.positional.first(), engine, PreparedCache::defaultFolder());
    const auto problems = library.lint(env.task());
    if (!problems)
        return env.fail(problems.error());
    for (const Problem& problem : *problems)
        print(problem, env);

    const auto count = [&](Severity severity) { return std::ranges::count(*problems, severity, &Problem::severity); };
    const auto errorCount = count(Severity::Error);
    const auto warningCount = count(Severity::Warning);
    env.say(tr_("Errors: %1, warnings: %2").arg(errorCount).arg(warningCount));
    const bool found = errorCount > 0 || (arguments.has(u"strict"_s) && warningCount > 0);
    return found ? exitcode::problems : exitcode::done;
}

} // namespace nc::cli
