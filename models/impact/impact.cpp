#include "impact/impact.h"

#include "core/errors.h"
#include "impact/errors.h"
#include "preview/draftcheck.h"
#include "render/errors.h"
#include "templates/source/textfile.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Failures of the helper itself; everything else is the template's or the data's.
bool isEngines(const Error& error)
{
    return error.is(errors::cancelled) || error.is(errors::javaMissing) || error.is(errors::engineMissing)
        || error.is(errors::engineVersion) || error.is(errors::engineCrashed);
}

struct Side {
    QString text;
    std::optional<Error> error;
};

Result<Side> render(const TemplateKey& key, const QString& text, const TemplateEvent& event, TemplateEngine& engine,
    const TaskContext& task)
{
    if (key.channel == Channel::Diia) {
        QStringList missing;
        const QString filled = fillDiia(text, QJsonDocument::fromJson(event.parameters).object(), &missing);
        return missing.isEmpty() ? Side{filled, {}} : Side{{}, Error{errors::impactMissingKey, missing.first(), {}}};
    }
    RenderRequest request;
    request.name = key.name;
    request.text = text;
    request.data = event.parameters;
    auto rendered = engine.render(request, task);
    if (rendered)
        return Side{*rendered, {}};
    if (isEngines(rendered.error().error))
        return fail(rendered.error().error);
    return Side{{}, rendered.error().error};
}

QString subjectOf(const TemplateKey& key, const TemplateEvent& event, const std::optional<QString>& title)
{
    // Diia has the title in its own copy of the template.
    const bool own = event.title && key.channel != Channel::Diia;
    return own ? *event.title : title.value_or(QString());
}

ImpactResult compare(const std::optional<Side>& before, const Side& after, bool sameSubject)
{
    if (after.error)
        return before && before->error ? ImpactResult::StillFails : ImpactResult::Fails;
    if (!before)
        return ImpactResult::New;
    if (before->error)
        return ImpactResult::Mended;
    return sameSubject && before->text == after.text ? ImpactResult::Same : ImpactResult::Differs;
}

} // namespace

QString wordFor(ImpactResult result)
{
    switch (result) {
    case ImpactResult::Same:
        return u"same"_s;
    case ImpactResult::Differs:
        return u"differs"_s;
    case ImpactResult::Mended:
        return u"mended"_s;
    case ImpactResult::Fails:
        return u"fails"_s;
    case ImpactResult::StillFails:
        return u"still-fails"_s;
    case ImpactResult::New:
        return u"new"_s;
    }
    Q_UNREACHABLE();
}

qsizetype ImpactReport::count(ImpactResult result) const
{
    return std::ranges::count(cases, result, &ImpactCase::result);
}

qsizetype ImpactReport::broken() const
{
    return std::ranges::count_if(cases, &ImpactCase::isBroken);
}

QStringList ImpactCase::differences() const
{
    QStringList words;
    if (result == ImpactResult::Differs && subjectBefore != subjectAfter)
        words += u"subject"_s;
    if (result == ImpactResult::Differs && before != after)
        words += u"text"_s;
    return words;
}

Result<TemplateEvents> readImpactEvents(
    const KafkaAccess& access, const TemplateKey& key, int last, const TaskContext& task)
{
    TemplateEventQuery query;
    query.templateName = key.name;
    query.topics = {u"user-notifications"_s};
    query.channel = channelName(key.channel);
    query.limit = last;
    query.wholeEvents = true;
    auto found = findTemplateEvents(access, query, task);
    if (!found)
        return fail(found.error());
    Unseen unseen;
    TemplateEvents events = std::move(*found).into(unseen);
    // What was not seen is not taken for none.
    if (!unseen.isEmpty())
        return fail(unseen.sources().first().reason);
    if (events.rows.isEmpty())
        return fail(errors::impactNoEvents, key.toString());
    return events;
}

Result<ImpactReport> judgeImpact(const TemplateKey& key, const std::optional<ImpactText>& published,
    const ImpactText& edited, const TemplateEvents& events, TemplateEngine& engine, const TaskContext& task)
{
    ImpactReport report{key.toString(), {}, events.scanned, events.matched, published.has_value()};
    const QString old = published ? decodeLikeJava(published->content).text : QString();
    const QString fresh = decodeLikeJava(edited.content).text;
    for (const TemplateEvent& event : events.rows) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        std::optional<Side> before;
        if (published) {
            auto side = render(key, old, event, engine, task);
            if (!side)
                return fail(side.error());
            before = std::move(*side);
        }
        const auto after = render(key, fresh, event, engine, task);
        if (!after)
            return fail(after.error());
        ImpactCase one;
        one.event = event;
        one.subjectBefore = published ? subjectOf(key, event, published->title) : QString();
        one.subjectAfter = subjectOf(key, event, edited.title);
        one.result = compare(before, *after, one.subjectBefore == one.subjectAfter);
        one.before = before ? before->text : QString();
        one.after = after->text;
        one.beforeError = before ? before->error : std::nullopt;
        one.afterError = after->error;
        report.cases.append(one);
        task.report(report.cases.size(), events.rows.size(), u"rendering"_s);
    }
    std::ranges::stable_sort(report.cases, {}, [](const ImpactCase& one) {
        return one.isBroken() ? 0 : one.result == ImpactResult::Differs ? 1 : 2;
    });
    return report;
}

} // namespace nc
