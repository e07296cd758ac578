#include "cli/templates/lintcommand.h"

#include "cli/rules.h"
#include "render/templateengine.h"
#include "templates/library/lintfix.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"
#include "text/textdiff.h"

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

/// True: go on to lint.
Result<bool> fix(const TemplateLibrary& library, bool dryRun, const QStringList& also, Environment& env)
{
    const LintFixing wanted{!dryRun, also, env.configFolder() + u"/trash"_s};
    const auto fixed = fixProblems(library, wanted, env.task());
    if (!fixed)
        return fail(fixed.error());
    int count = 0;
    for (const FixedFile& file : *fixed) {
        count += file.fixes;
        if (file.removed && !dryRun) {
            env.say(tr_("%1: deleted; kept in %2").arg(file.path, wanted.trash));
            continue;
        }
        if (file.removed && !env.json) {
            env.out().line(tr_("%1: would be deleted").arg(file.path));
            continue;
        }
        if (env.json && dryRun)
            env.out().json({{u"path"_s, file.path}, {u"fixes"_s, file.fixes}, {u"removed"_s, file.removed},
                {u"diff"_s, QString::fromUtf8(unifiedDiff(file.before, file.after, file.path, file.path))}});
        else if (dryRun)
            env.out().write(unifiedDiff(file.before, file.after, u"a/"_s + file.path, u"b/"_s + file.path));
        else
            env.say(tr_("%1: corrected %2").arg(file.path).arg(file.fixes));
    }
    env.say(dryRun ? tr_("Would correct: %1").arg(count) : tr_("Corrected: %1").arg(count));
    return !dryRun;
}

} // namespace

QString TemplatesLintCommand::summary() const
{
    return tr_("everything that is wrong in a regulation's templates");
}

QList<OptionSpec> TemplatesLintCommand::options() const
{
    return {{u"strict"_s, {}, tr_("exit 3 for warnings too, not only for errors")},
        {u"fix"_s, {}, tr_("correct what has only one correction, then lint")},
        {u"fix-also"_s, u"CODE"_s,
            tr_("with --fix: for this code also take the first way out of several (it may delete a file)")},
        {u"dry-run"_s, {}, tr_("with --fix: print the differences, change nothing")}};
}

QList<OptionRule> TemplatesLintCommand::rules() const
{
    return {rules::needs(u"dry-run"_s, {u"fix"_s}), rules::needs(u"fix-also"_s, {u"fix"_s})};
}

int TemplatesLintCommand::run(const Arguments& arguments, Environment& env)
{
    TemplateEngine engine;
    const TemplateLibrary library(arguments.positional.first(), engine, PreparedCache::defaultFolder());
    if (arguments.has(u"fix"_s)) {
        const auto goOn = fix(library, arguments.has(u"dry-run"_s), arguments.values(u"fix-also"_s), env);
        if (!goOn)
            return env.fail(goOn.error());
        if (!*goOn)
            return exitcode::done;
    }
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
