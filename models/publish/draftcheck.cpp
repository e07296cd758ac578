#include "publish/draftcheck.h"

#include "render/errors.h"
#include "templates/templatecheck.h"
#include "templates/templatefolder.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

TemplateFolder folderWith(const TemplateDirectory& directory, const DraftTexts& texts)
{
    TemplateFolder folder = readTemplateFolder(directory);
    if (!texts.contentFromDisk) {
        folder.hasContent = true;
        folder.contentError.reset();
        folder.bytes = texts.content.toUtf8();
        folder.content = DecodedText{texts.content, true, -1};
    }
    folder.metadata = texts.metadata ? readMetadata(directory.key.channel, *texts.metadata, folder.metadataPath)
                                     : absentMetadata(directory.key.channel, folder.metadataPath);
    return folder;
}

bool isMissingHelper(const Error& error)
{
    return error.is(errors::javaMissing) || error.is(errors::engineMissing);
}

QString asText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

} // namespace

QString fillDiia(const QString& text, const QJsonObject& data, QStringList* missing)
{
    static const QRegularExpression placeholder(uR"(\{([^{}\s]+)\})"_s);
    QString filled;
    qsizetype from = 0;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString key = match.captured(1);
        filled += QStringView(text).mid(from, match.capturedStart() - from);
        const auto value = data.constFind(key);
        if (value == data.constEnd() || value->isNull()) {
            filled += match.captured();
            if (!missing->contains(key))
                missing->append(key);
        } else {
            filled += asText(*value);
        }
        from = match.capturedEnd();
    }
    filled += QStringView(text).mid(from);
    return filled;
}

Result<DraftReport> checkDraft(
    TemplateEngine& engine, const TemplateDirectory& directory, const DraftTexts& texts, const TaskContext& context)
{
    const TemplateFolder folder = folderWith(directory, texts);
    const Channel channel = directory.key.channel;
    std::optional<Prepared> prepared;
    std::optional<Inspection> inspection;
    std::optional<Error> helper;
    if (channel == Channel::Email) {
        auto answer = engine.prepare({directory.path, texts.content}, context);
        if (answer)
            prepared = std::move(*answer);
        else
            helper = answer.error();
    }
    const bool code = channel == Channel::Inbox || (prepared && !prepared->content.isEmpty());
    if (code && !helper) {
        auto answer = engine.inspect({directory.key.name, prepared ? prepared->content : texts.content}, context);
        if (answer)
            inspection = std::move(*answer);
        else
            helper = answer.error();
    }
    if (helper && !isMissingHelper(*helper))
        return fail(*helper);
    DraftReport report;
    report.problems = checkTemplate(folder, prepared ? &*prepared : nullptr, inspection ? &*inspection : nullptr);
    sortProblems(report.problems);
    if (inspection)
        report.variables = inspection->variables;
    report.publishable = toPublishable(folder, prepared ? &*prepared : nullptr, report.problems);
    if (helper)
        report.publishable.blocked = helper;
    return report;
}

Result<DraftPreview> previewDraft(TemplateEngine& engine, const TemplateDirectory& directory, const DraftTexts& texts,
    const QByteArray& data, const TaskContext& context)
{
    const Channel channel = directory.key.channel;
    const QString metadataPath = directory.path + u'/' + metadataFileName();
    const Metadata metadata =
        texts.metadata ? readMetadata(channel, *texts.metadata, metadataPath) : absentMetadata(channel, metadataPath);
    DraftPreview preview;
    preview.title = metadata.title;
    preview.attributes = metadata.attributes;
    if (channel == Channel::Diia) {
        preview.text = fillDiia(texts.content, QJsonDocument::fromJson(data).object(), &preview.missing);
        return preview;
    }
    QString text = texts.content;
    if (channel == Channel::Email) {
        const auto prepared = engine.prepare({directory.path, texts.content}, context);
        if (!prepared)
            return fail(prepared.error());
        if (!prepared->complete) {
            return fail(prepared->problems.isEmpty() ? Error{errors::notFound, directory.path, {}, Next::Abort}
                                                     : preparationError(prepared->problems.first()));
        }
        text = prepared->content;
    }
    RenderRequest request;
    request.name = directory.key.name;
    request.text = text;
    request.data = data;
    auto rendered = engine.render(request, context);
    if (!rendered) {
        if (rendered.error().error.is(errors::cancelled))
            return TaskContext::cancelled();
        preview.fault = rendered.error();
        return preview;
    }
    preview.text = std::move(*rendered);
    return preview;
}

} // namespace nc
