#include "preview/sampleletter.h"

#include "preview/draftcheck.h"
#include "preview/sampledata.h"
#include "preview/samplesets.h"
#include "publish/plan/errors.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Result<QByteArray> dataFor(const TemplateLibrary& library, const SampleSets& samples, const TemplateKey& key,
    const QString& text, const TaskContext& task)
{
    if (auto kept = samples.usual(key))
        return std::move(*kept);
    if (key.channel == Channel::Diia)
        return sampledata::generateForDiia(text);
    const auto variables = library.variables(key, task);
    return variables ? Result<QByteArray>(sampledata::generate(*variables)) : fail(variables.error());
}

} // namespace

Result<SampleLetter> sampleLetter(TemplateEngine& engine, const QString& regulation, const QString& configFolder,
    const TemplateKey& key, std::optional<QByteArray> data, const TaskContext& task)
{
    const TemplateLibrary library(regulation, engine, PreparedCache::defaultFolder());
    const auto found = library.publishables(task, {key}, false);
    if (!found)
        return fail(found.error());
    const PublishableTemplate& source = found->first();
    if (source.blocked)
        return fail(*source.blocked);
    const QString text = QString::fromUtf8(source.content);
    if (!data) {
        auto made = dataFor(library, SampleSets(configFolder, regulation), key, text, task);
        if (!made)
            return fail(made.error());
        data = std::move(*made);
    }
    if (!QJsonDocument::fromJson(*data).isObject())
        return fail(errors::badSampleData, key.toString());
    SampleLetter letter{source.title.value_or(QString()), {}, key.channel == Channel::Email};
    if (key.channel == Channel::Diia) {
        QStringList missing; // stay as they are, for everybody to see
        letter.text = fillDiia(text, QJsonDocument::fromJson(*data).object(), &missing);
        return letter;
    }
    RenderRequest request;
    request.name = key.name;
    request.text = text;
    request.data = *data;
    auto rendered = engine.render(request, task);
    if (!rendered)
        return fail(rendered.error().error);
    letter.text = std::move(*rendered);
    return letter;
}

} // namespace nc
