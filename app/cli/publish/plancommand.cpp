#include "cli/publish/plancommand.h"

#include "cli/publish/publishsetup.h"
#include "publish/plandiff.h"
#include "publish/published.h"
#include "publish/publisher.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const PlanItem& item)
{
    return {{u"channel"_s, item.channel}, {u"name"_s, item.name}, {u"action"_s, wordFor(item.action)},
        {u"changes"_s, QJsonArray::fromStringList(wordsFor(item.changes))}, {u"checksum"_s, orNull(item.checksum)},
        {u"publishedChecksum"_s, orNull(item.publishedChecksum())}};
}

QString toLine(const PlanItem& item)
{
    QString line = wordFor(item.action).leftJustified(14) + item.key();
    if (item.changes)
        line += u"  ("_s + wordsFor(item.changes).join(u", "_s) + u')';
    return line;
}

Result<QHash<QString, QByteArray>> publishedContents(
    const PublishPlan& plan, const DatabaseTarget& target, const TaskContext& context)
{
    QStringList ids;
    for (const PlanItem& item : plan.items) {
        if (item.action == PlanAction::Update)
            ids += item.row->id;
    }
    if (ids.isEmpty())
        return QHash<QString, QByteArray>{};
    return readPublishedContents(target, ids, context);
}

} // namespace

QStringList PlanCommand::words() const
{
    return {u"templates"_s, u"plan"_s};
}

QString PlanCommand::summary() const
{
    return tr_("Say what a publish would do, template by template");
}

QStringList PlanCommand::positionals() const
{
    return {u"[DIR]"_s};
}

QList<OptionSpec> PlanCommand::options() const
{
    return {{u"exit-code"_s, {}, tr_("End with 5 when something would be created or updated")},
        {u"diff"_s, {}, tr_("Show what changes as a unified diff")}};
}

int PlanCommand::run(const Arguments& arguments, Environment& env)
{
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto target = databaseTarget(env, *profile);
    if (!target)
        return env.fail(target.error());
    const auto folder = regulationFolder(arguments, *profile);
    if (!folder)
        return env.fail(folder.error());
    const auto loaded = loadSources(*folder, false, env);
    if (!loaded)
        return env.fail(loaded.error());
    const auto plan = Publisher(*target).plan(loaded->sources, env.task());
    if (!plan)
        return env.fail(plan.error());
    QHash<QString, QByteArray> contents;
    if (arguments.has(u"diff"_s)) {
        auto read = publishedContents(*plan, *target, env.task());
        if (!read)
            return env.fail(read.error());
        contents = std::move(*read);
    }
    QHash<QString, const PublishSource*> sources;
    for (const PublishSource& source : loaded->sources)
        sources.insert(source.key(), &source);

    int impossible = 0;
    for (const PlanItem& item : plan->items) {
        const PublishSource* source = sources.value(item.key());
        QByteArray diff;
        if (arguments.has(u"diff"_s) && source)
            diff = planDiff(item, *source, contents.value(item.row ? item.row->id : QString()));
        if (env.json) {
            QJsonObject object = toJson(item);
            if (item.impossible)
                object.insert(u"error"_s, describe(*source->failure, env.language));
            if (!diff.isEmpty())
                object.insert(u"diff"_s, QString::fromUtf8(diff));
            env.out().json(object);
        } else {
            env.out().line(toLine(item));
            env.out().write(diff);
        }
        if (item.impossible) {
            ++impossible;
            env.fail(*source->failure);
        }
    }
    env.say(tr_("%1 to create, %2 to update, %3 unchanged, %4 only in the database")
                .arg(plan->count(PlanAction::Create))
                .arg(plan->count(PlanAction::Update))
                .arg(plan->count(PlanAction::Unchanged))
                .arg(plan->count(PlanAction::DatabaseOnly)));
    if (impossible > 0)
        return exitcode::failed;
    return arguments.has(u"exit-code"_s) && plan->pending() ? exitcode::pending : exitcode::done;
}

} // namespace nc::cli
