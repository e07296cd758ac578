#include "preview/draftcheck.h"

#include "render/errors.h"
#include "templates/lint/templatecheck.h"
#include "templates/lint/variables.h"
#include "templates/source/templatefolder.h"
#include "templates/source/textfile.h"

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
        auto answer = engine.inspect(
            {directory.key.name, prepared ? withoutPictures(prepared->content) : texts.content}, context);
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
    if (prepared) {
        report.preparation = std::make_shared<HtmlAlterations>(texts.content, withoutPictures(prepared->content));
        toSourceLines(report.variables, *report.preparation);
    }
    report.publishable = toPublishable(folder, prepared ? &*prepared : nullptr, report.problems);
    if (helper)
        report.publishable.blocked = helper;
    return report;
}

namespace {

// What cannot be published is shown all the same, as far as it goes: the author is in the middle of writing it.
Error firstObstacle(const Prepared& prepared, const QString& path)
{
    for (const PreparedProblem& problem : prepared.problems) {
        if (problem.code != "style-path"_L1)
            return preparationError(problem);
    }
    return {errors::notFound, path, {}, Next::Abort};
}

class Preview {
public:
    Preview(TemplateEngine& engine, const TemplateKey& key, const QByteArray& data, const TaskContext& context)
        : m_engine(engine)
        , m_key(key)
        , m_data(data)
        , m_context(context)
    {
    }

    std::expected<QString, TemplateFault> render(const QString& text)
    {
        RenderRequest request;
        request.name = m_key.name;
        request.text = text;
        request.data = m_data;
        return m_engine.render(request, m_context);
    }

    Result<PublishedPreview> compare(const QByteArray& published, const QString& text, const QString& rendered)
    {
        const bool letter = m_key.channel == Channel::Email;
        const QString content = decodeLikeJava(published).text;
        PublishedPreview result;
        result.leftSource = letter ? withoutPictures(content) : content;
        result.rightSource = letter ? withoutPictures(text) : text;
        const auto before = render(content);
        if (!before) {
            if (before.error().error.is(errors::cancelled))
                return TaskContext::cancelled();
            result.fault = before.error();
            return result;
        }
        if (!letter) {
            result.letters.leftText = *before;
            result.letters.rightText = rendered;
            return result;
        }
        auto compared = m_engine.compareLetters(*before, rendered, m_context);
        if (!compared)
            return fail(compared.error());
        result.letters = std::move(*compared);
        return result;
    }

private:
    TemplateEngine& m_engine;
    const TemplateKey& m_key;
    const QByteArray& m_data;
    const TaskContext& m_context;
};

void previewPush(DraftPreview& preview, const DraftTexts& texts, const QByteArray& data, const PreviewWish& wish)
{
    const QJsonObject object = QJsonDocument::fromJson(data).object();
    preview.text = fillDiia(texts.content, object, &preview.missing);
    if (!wish.published)
        return;
    PublishedPreview published;
    QStringList ignored;
    published.leftSource = decodeLikeJava(*wish.published).text;
    published.rightSource = texts.content;
    published.letters.leftText = fillDiia(published.leftSource, object, &ignored);
    published.letters.rightText = preview.text;
    preview.published = published;
}

} // namespace

Result<DraftPreview> previewDraft(TemplateEngine& engine, const TemplateDirectory& directory, const DraftTexts& texts,
    const QByteArray& data, const PreviewWish& wish, const TaskContext& context)
{
    const Channel channel = directory.key.channel;
    const QString metadataPath = directory.path + u'/' + metadataFileName();
    const Metadata metadata =
        texts.metadata ? readMetadata(channel, *texts.metadata, metadataPath) : absentMetadata(channel, metadataPath);
    DraftPreview preview;
    preview.title = metadata.title;
    preview.attributes = metadata.attributes;
    if (channel == Channel::Diia) {
        previewPush(preview, texts, data, wish);
        return preview;
    }
    QString text = texts.content;
    if (channel == Channel::Email) {
        const auto prepared = engine.prepare({directory.path, texts.content}, context);
        if (!prepared)
            return fail(prepared.error());
        if (!prepared->complete)
            preview.incomplete = firstObstacle(*prepared, directory.path);
        text = prepared->content;
    }
    Preview maker(engine, directory.key, data, context);
    auto rendered = maker.render(text);
    if (!rendered) {
        if (rendered.error().error.is(errors::cancelled))
            return TaskContext::cancelled();
        preview.fault = rendered.error();
        if (channel == Channel::Email && preview.fault->line > 0) {
            // The author's line, not that of the prepared text.
            const auto place =
                HtmlAlterations(texts.content, text).sourcePlace(preview.fault->line, preview.fault->column);
            preview.fault->line = place.line;
            preview.fault->column = place.column;
        }
        return preview;
    }
    preview.text = std::move(*rendered);
    if (wish.plain && channel == Channel::Email) {
        auto plain = engine.plainText(preview.text, context);
        if (!plain)
            return fail(plain.error());
        preview.plain = std::move(*plain);
    }
    if (wish.published) {
        auto published = maker.compare(*wish.published, text, preview.text);
        if (!published)
            return fail(published.error());
        preview.published = std::move(*published);
    }
    return preview;
}

} // namespace nc
