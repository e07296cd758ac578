#include "cli/templates/publishing/impactcommand.h"

#include "cli/access.h"
#include "cli/templates/publishing/publishsetup.h"
#include "cli/templates/templateargument.h"
#include "core/timetext.h"
#include "impact/errors.h"
#include "impact/impact.h"
#include "publish/plan/errors.h"
#include "publish/plan/published.h"
#include "templates/source/errors.h"
#include "text/textdiff.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonObject sideJson(const std::optional<Error>& error, const Environment& env)
{
    return {{u"ok"_s, !error}, {u"error"_s, error ? QJsonValue(describe(*error, env.language)) : QJsonValue()}};
}

void print(const ImpactCase& one, const ImpactReport& report, bool diff, Environment& env)
{
    const auto side = [](const QString& subject, const QString& text) { return (subject + u'\n' + text).toUtf8(); };
    const QByteArray text = diff && one.result == ImpactResult::Differs
        ? unifiedDiff(side(one.subjectBefore, one.before), side(one.subjectAfter, one.after),
            u"published/"_s + report.key, u"directory/"_s + report.key)
        : QByteArray();
    if (!env.json) {
        QString line = u"%1  %2 %3  %4:%5"_s.arg(isoTime(one.event.at), wordFor(one.result).leftJustified(12),
            one.event.person, QString::number(one.event.place.partition), QString::number(one.event.place.offset));
        if (one.result == ImpactResult::Differs)
            line += u"  "_s + one.differences().join(u", "_s);
        if (one.afterError)
            line += u"  "_s + sentenceFor(*one.afterError, env.language).what;
        env.out().line(line);
        env.out().write(text);
        return;
    }
    QJsonObject object{{u"partition"_s, one.event.place.partition}, {u"offset"_s, one.event.place.offset},
        {u"at"_s, isoTime(one.event.at)}, {u"recipient"_s, one.event.person}, {u"process"_s, one.event.process},
        {u"result"_s, wordFor(one.result)},
        {u"before"_s, report.isPublished ? QJsonValue(sideJson(one.beforeError, env)) : QJsonValue()},
        {u"after"_s, sideJson(one.afterError, env)}, {u"differs"_s, QJsonArray::fromStringList(one.differences())}};
    if (!text.isEmpty())
        object.insert(u"diff"_s, QString::fromUtf8(text));
    env.out().json(object);
}

QString summaryOf(const ImpactReport& report)
{
    QStringList parts;
    const auto part = [&](ImpactResult result, const QString& words) {
        if (const qsizetype count = report.count(result); count > 0)
            parts += words.arg(count);
    };
    part(ImpactResult::Same, tr_("%1 the same"));
    part(ImpactResult::Differs, tr_("%1 differ"));
    part(ImpactResult::Mended, tr_("%1 would work now"));
    part(ImpactResult::New, tr_("%1 would work"));
    part(ImpactResult::Fails, tr_("%1 would fail now"));
    part(ImpactResult::StillFails, tr_("%1 fail as before"));
    return tr_("%1 events have used it: %2").arg(report.matched).arg(parts.join(u", "_s));
}

} // namespace

QStringList TemplatesImpactCommand::words() const
{
    return {u"templates"_s, u"impact"_s};
}

QString TemplatesImpactCommand::summary() const
{
    return tr_("what a changed template would have made of the last real events that used it");
}

QStringList TemplatesImpactCommand::positionals() const
{
    return {u"[DIR]"_s, u"CHANNEL/NAME"_s};
}

QList<OptionSpec> TemplatesImpactCommand::options() const
{
    return {{u"last"_s, u"N"_s, tr_("How many events (20)")},
        {u"diff"_s, {}, tr_("Show what differs for each recipient as a unified diff")}};
}

int TemplatesImpactCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = TemplateKey::fromString(arguments.positional.last());
    if (!key)
        return env.fail({errors::badTemplateName, arguments.positional.last(), {}});
    bool good = true;
    const int last = arguments.has(u"last"_s) ? arguments.value(u"last"_s).toInt(&good) : 20;
    if (!good || last < 1)
        return env.usage(tr_("--last takes a number from 1"));
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    Arguments directory = arguments;
    directory.positional.removeLast();
    const auto folder = regulationFolder(directory, *profile);
    if (!folder)
        return env.fail(folder.error());
    const auto target = databaseTarget(env, *profile);
    if (!target)
        return env.fail(target.error());
    const auto kafka = kafkaAccess(env, *profile);
    if (!kafka)
        return env.fail(kafka.error());

    TemplateEngine engine;
    const auto edited = preparedTemplate(*folder, *key, engine, env);
    if (!edited)
        return env.fail(edited.error());
    const auto published = readPublished(*target, key->toString(), env.task());
    if (!published && !published.error().is(errors::notPublished))
        return env.fail(published.error());
    const auto events = readImpactEvents(*kafka, *key, last, env.task());
    if (!events) {
        const int failed = env.fail(events.error());
        return events.error().is(errors::impactNoEvents) ? exitcode::noMatch : failed;
    }
    std::optional<ImpactText> old;
    if (published)
        old = ImpactText{published->content, published->row.title};
    const auto report = judgeImpact(*key, old, {edited->content, edited->title}, *events, engine, env.task());
    if (!report)
        return env.fail(report.error());
    for (const ImpactCase& one : report->cases)
        print(one, *report, arguments.has(u"diff"_s), env);
    env.out().flush();
    env.say(summaryOf(*report));
    if (report->broken() == 0)
        return exitcode::done;
    env.fail({errors::impactFails, QString::number(report->broken()), {}});
    return exitcode::problems;
}

} // namespace nc::cli
