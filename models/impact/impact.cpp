#include "impact/impact.h"

#include "core/errors.h"
#include "impact/errors.h"
#include "publish/draftcheck.h"
#include "render/errors.h"
#include "templates/textfile.h"

#include <QJsonDocument>

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

Result<Side> render(const TemplateKey& key, const QString& text, const ImpactEvent& event, TemplateEngine& engine,
    const TaskContext& task)
{
    if (key.channel == Channel::Diia) {
        QStringList missing;
        const QString filled = fillDiia(text, event.parameters, &missing);
        return missing.isEmpty() ? Side{filled, {}} : Side{{}, Error{errors::impactMissingKey, missing.first(), {}}};
    }
    RenderRequest request;
    request.name = key.name;
    request.text = text;
    request.data = QJsonDocument(event.parameters).toJson(QJsonDocument::Compact);
    auto rendered = engine.render(request, task);
    if (rendered)
        return Side{*rendered, {}};
    if (isEngines(rendered.error().error))
        return fail(rendered.error().error);
    return Side{{}, rendered.error().error};
}

ImpactResult compare(const std::optional<Side>& before, const Side& after)
{
    if (after.error)
        return before && before->error ? ImpactResult::StillFails : ImpactResult::Fails;
    if (!before)
        return ImpactResult::New;
    if (before->error)
        return ImpactResult::Mended;
    return before->text == after.text ? ImpactResult::Same : ImpactResult::Differs;
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

Result<ImpactReport> judgeImpact(const TemplateKey& key, const std::optional<QByteArray>& published,
    const QByteArray& edited, const ImpactEvents& events, TemplateEngine& engine, const TaskContext& task)
{
    ImpactReport report{key.toString(), {}, events.scanned, events.matched, published.has_value()};
    const QString old = published ? decodeLikeJava(*published).text : QString();
    const QString fresh = decodeLikeJava(edited).text;
    for (const ImpactEvent& event : events.events) {
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
        report.cases.append({event, compare(before, *after), before ? before->text : QString(), after->text,
            before ? before->error : std::nullopt, after->error});
        task.report(report.cases.size(), events.events.size(), u"rendering"_s);
    }
    return report;
}

} // namespace nc
