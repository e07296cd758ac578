#include "preview/readerview.h"

#include "core/errors.h"
#include "preview/sampledata.h"
#include "preview/samplesets.h"
#include "publish/plan/plandiff.h"
#include "render/errors.h"
#include "templates/source/textfile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool isEngines(const Error& error)
{
    return error.is(errors::cancelled) || error.is(errors::javaMissing) || error.is(errors::engineMissing)
        || error.is(errors::engineVersion) || error.is(errors::engineCrashed);
}

} // namespace

std::optional<QByteArray> keptSample(const QString& configFolder, const QString& regulation, const TemplateKey& key)
{
    return SampleSets(configFolder, regulation).usual(key);
}

Result<DraftPreview> renderStored(TemplateEngine& engine, const StoredText& stored,
    const std::optional<QByteArray>& sample, const TaskContext& context)
{
    const QString text = decodeLikeJava(stored.content).text;
    DraftPreview preview;
    preview.title = stored.title;
    preview.attributes = stored.attributes;
    if (stored.key.channel == Channel::Diia) {
        const QByteArray data = sample ? *sample : sampledata::generateForDiia(text);
        preview.text = fillDiia(text, QJsonDocument::fromJson(data).object(), &preview.missing);
        return preview;
    }
    QByteArray data;
    if (sample) {
        data = *sample;
    } else {
        const auto inspection = engine.inspect({stored.key.name, text}, context);
        if (!inspection)
            return fail(inspection.error());
        data = sampledata::generate(inspection->variables);
    }
    RenderRequest request;
    request.name = stored.key.name;
    request.text = text;
    request.data = data;
    const auto rendered = engine.render(request, context);
    if (rendered)
        preview.text = *rendered;
    if (rendered && stored.key.channel == Channel::Email) {
        auto plain = engine.plainText(preview.text, context);
        if (!plain)
            return fail(plain.error());
        preview.plain = std::move(*plain);
    }
    if (rendered)
        return preview;
    if (isEngines(rendered.error().error))
        return fail(rendered.error().error);
    else
        preview.fault = rendered.error();
    return preview;
}

QByteArray readerLines(const DraftPreview& preview, Channel channel)
{
    QByteArray lines = metadataText(preview.title, preview.attributes) + '\n';
    if (preview.fault)
        return lines + preview.fault->error.id().toUtf8() + ' ' + preview.fault->error.subject.toUtf8() + '\n'
            + preview.fault->error.detail.toUtf8() + '\n';
    return lines + (channel == Channel::Email ? preview.plain : preview.text).toUtf8();
}

} // namespace nc
