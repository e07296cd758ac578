#include "cli/templates/publishing/publishprinter.h"

#include "core/errors.h"
#include "core/timetext.h"
#include "publish/plan/errors.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const PlanItem& item)
{
    QJsonObject json{{u"channel"_s, item.channel}, {u"name"_s, item.name}, {u"action"_s, wordFor(item.action)},
        {u"changes"_s, QJsonArray::fromStringList(wordsFor(item.changes))}, {u"checksum"_s, orNull(item.checksum)},
        {u"publishedChecksum"_s, orNull(item.publishedChecksum())},
        {u"commit"_s, item.origin ? orNull(item.origin->commit) : QJsonValue()},
        {u"dirty"_s, item.origin ? QJsonValue(item.origin->dirty) : QJsonValue()}, {u"drift"_s, QJsonValue()}};
    if (item.drift) {
        json.insert(u"drift"_s,
            QJsonObject{{u"leftAt"_s, isoTime(item.drift->leftAt / 1000)}, {u"leftBy"_s, item.drift->leftBy},
                {u"leftChecksum"_s, item.drift->leftChecksum}, {u"gone"_s, item.drift->gone},
                {u"title"_s, item.drift->title}, {u"touched"_s, item.drift->touched},
                {u"changedAt"_s,
                    item.row && item.row->updatedAt > 0 ? QJsonValue(isoTime(item.row->updatedAt / 1000))
                                                        : QJsonValue()}});
    }
    return json;
}

QString driftInWords(const PlanItem& item)
{
    const QString left = isoTime(item.drift->leftAt / 1000);
    if (item.drift->gone)
        return tr_("somebody has deleted the row since %2 published it here on %1").arg(left, item.drift->leftBy);
    if (item.drift->touched)
        return tr_("somebody touched the row on %1, after %3 published it here on %2; its text and title are the same")
            .arg(isoTime(item.row->updatedAt / 1000), left, item.drift->leftBy);
    const QString what =
        item.drift->title ? tr_("somebody else changed the title") : tr_("somebody else changed the row");
    // Over HTTP the service does not always say when.
    const QString when = item.row->updatedAt > 0 ? tr_(" on %1").arg(isoTime(item.row->updatedAt / 1000)) : QString();
    return tr_("%1%2, after %4 published it here on %3").arg(what, when, left, item.drift->leftBy);
}

QString toLine(const PlanItem& item)
{
    QString line = wordFor(item.action).leftJustified(14) + item.key();
    if (item.changes)
        line += u"  ("_s + wordsFor(item.changes).join(u", "_s) + u')';
    if (item.pending() && item.origin)
        line += item.origin->commit.isEmpty() ? u"  "_s + tr_("not committed")
                                              : u"  "_s + item.origin->commit.left(12)
                + (item.origin->dirty ? u' ' + tr_("and uncommitted changes") : QString());
    return line;
}

QString summaryOf(const PublishReport& report)
{
    QStringList parts;
    const auto part = [&](PublishResult result, const QString& words) {
        if (const qsizetype count = report.count(result); count > 0)
            parts += words.arg(count);
    };
    part(PublishResult::Created, tr_("%1 created"));
    part(PublishResult::Updated, tr_("%1 updated"));
    part(PublishResult::Unchanged, tr_("%1 unchanged"));
    part(PublishResult::Deleted, tr_("%1 deleted"));
    part(PublishResult::Failed, tr_("%1 failed"));
    part(PublishResult::Skipped, tr_("%1 not tried"));
    return parts.isEmpty() ? tr_("There is nothing to publish.") : parts.join(u", "_s);
}

} // namespace

void printPlanItem(const PlanItem& item, const QByteArray& diff, Environment& env, const std::optional<Error>& failure)
{
    if (!env.json) {
        env.out().line(toLine(item));
        if (item.drift)
            env.out().line(u"              ! "_s + driftInWords(item));
        if (failure)
            env.out().line(u"              ! "_s + describe(*failure, env.language));
        env.out().write(diff);
        return;
    }
    QJsonObject object = toJson(item);
    if (failure)
        object.insert(u"error"_s, describe(*failure, env.language));
    if (!diff.isEmpty())
        object.insert(u"diff"_s, QString::fromUtf8(diff));
    env.out().json(object);
}

void print(const PublishOutcome& outcome, Environment& env)
{
    const QString error = outcome.error ? describe(*outcome.error, env.language) : QString();
    if (env.json) {
        QJsonObject object{{u"channel"_s, outcome.channel}, {u"name"_s, outcome.name},
            {u"result"_s, wordFor(outcome.result)}, {u"id"_s, orNull(outcome.id)},
            {u"error"_s, outcome.error ? QJsonValue(error) : QJsonValue()}};
        if (outcome.error)
            object.insert(u"code"_s, outcome.error->id());
        env.out().json(object);
        return;
    }
    QString line = wordFor(outcome.result).leftJustified(11) + outcome.key();
    if (!error.isEmpty() && outcome.result == PublishResult::Failed)
        line += u": "_s + error;
    env.out().line(line);
}

int conclude(const Result<PublishReport>& report, Environment& env)
{
    if (!report)
        return env.fail(report.error());
    env.counted(endingOf(*report).count);
    env.out().flush();
    env.say(summaryOf(*report));
    for (const PublishOutcome& outcome : report->outcomes) {
        // The one thing that a person has to decide.
        if (outcome.error && outcome.error->is(errors::diiaUnsure))
            env.say(describe(*outcome.error, env.language));
    }
    if (report->stopped)
        return env.fail(*report->stopped);
    const qsizetype failed = report->count(PublishResult::Failed);
    if (failed > 0)
        return env.fail({errors::someFailed, QString::number(failed), {}, Next::Retry});
    return exitcode::done;
}

} // namespace nc::cli
