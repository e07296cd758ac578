#include "templates/lint/templatecheck.h"

#include "templates/source/checksum.h"
#include "templates/source/errors.h"
#include "templates/source/templatescanner.h"
#include "templates/source/textplaces.h"
#include "text/conflictmarkers.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// What Diia shows (docs/contracts.md, "Template directories").
constexpr qsizetype longestTitle = 60;
constexpr qsizetype longestShortText = 200;
constexpr qsizetype longestContent = 2048;

qsizetype characters(const QString& text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

/// Where the character stands that is one too many.
TextPlaces::Place placeBehind(const QString& text, qsizetype limit)
{
    qsizetype position = 0;
    for (qsizetype seen = 0; seen < limit; ++position)
        seen += text[position].isLowSurrogate() ? 0 : 1;
    if (text[position].isLowSurrogate())
        ++position;
    return TextPlaces(text).placeOf(position);
}

void checkLength(const QString& text, qsizetype limit, ErrorCode code, const QString& path,
    std::optional<TextPlaces::Place> place, QList<Problem>& problems)
{
    const qsizetype length = characters(text);
    if (length <= limit)
        return;
    if (!place)
        place = placeBehind(text, limit);
    problems.append(Problem::make(Severity::Warning, {code, QString::number(length), QString::number(limit)}, path)
                        .at(place->line, place->column));
}

void checkDiia(const TemplateFolder& folder, QList<Problem>& problems)
{
    const Metadata& metadata = folder.metadata;
    checkLength(metadata.title.value_or(QString()), longestTitle, lint::longTitle, folder.metadataPath,
        metadata.places.value(u"title"_s), problems);
    checkLength(metadata.attributes.value(u"shortText"_s), longestShortText, lint::longShortText, folder.metadataPath,
        metadata.places.value(u"shortText"_s), problems);
    checkLength(folder.content.text, longestContent, lint::longContent, folder.contentPath, {}, problems);
}

void checkInbox(const TemplateFolder& folder, const Inspection* inspection, QList<Problem>& problems)
{
    const QString& text = folder.content.text;
    const TextPlaces places(text);
    qsizetype plain = 0;
    for (const TemplateToken& token : scanTemplate(text)) {
        if (token.kind != TemplateToken::Kind::NotInterpolated || ++plain > mostOfAKind)
            continue;
        const auto place = places.placeOf(token.begin);
        problems.append(Problem::make(Severity::Warning,
            {lint::notInterpolated, text.mid(token.begin, token.end - token.begin), {}}, folder.contentPath)
                            .at(place.line, place.column));
    }
    if (!inspection)
        return;
    if (const auto& fault = inspection->syntaxError)
        problems.append(Problem::make(Severity::Error, {lint::syntax, {}, fault->error.detail}, folder.contentPath)
                            .at(fault->line, fault->column));
    for (const TemplatePlace& place : inspection->forbidden)
        problems.append(Problem::make(Severity::Error, {lint::forbidden, u'?' + place.text, {}}, folder.contentPath)
                            .at(place.line, place.column));
}

/// Inbox and Diia use nothing beside content and metadata.
void checkOtherFiles(const TemplateFolder& folder, QList<Problem>& problems)
{
    for (const QString& name : folder.otherFiles) {
        if (!name.section(u'/', -1).startsWith(u'.'))
            problems.append(Problem::make(Severity::Warning, {lint::unusedFile, name, {}}, folder.path + u'/' + name));
    }
}

bool checkContent(const TemplateFolder& folder, QList<Problem>& problems)
{
    const auto add = [&](Error error) {
        problems.append(Problem::make(Severity::Error, std::move(error), folder.contentPath));
    };
    if (!folder.hasContent) {
        add({lint::missingContent, contentFileName(folder.key.channel), {}});
        return false;
    }
    if (folder.contentError) {
        add(*folder.contentError);
        if (!folder.contentError->is(lint::pathEscape))
            problems.last().lint = QString::fromLatin1(lint::missingContent.name);
        return false;
    }
    if (const auto line = conflictMarker(folder.bytes)) {
        add({lint::conflictMarker, {}, {}});
        problems.last() = problems.last().at(*line, 1);
    }
    if (folder.bytes.isEmpty())
        add({lint::emptyContent, {}, {}});
    if (!folder.content.wellFormed) {
        const auto place = TextPlaces(folder.content.text).placeOf(folder.content.brokenAt);
        add({lint::notUtf8, {}, {}});
        problems.last() = problems.last().at(place.line, place.column);
    }
    return true;
}

} // namespace

QList<Problem> checkTemplate(const TemplateFolder& folder, const Prepared* prepared, const Inspection* inspection)
{
    QList<Problem> problems = folder.metadata.problems;
    if (checkContent(folder, problems)) {
        switch (folder.key.channel) {
        case Channel::Email:
            if (prepared)
                problems += checkLetter(folder, *prepared, inspection);
            break;
        case Channel::Inbox:
            checkInbox(folder, inspection, problems);
            break;
        case Channel::Diia:
            checkDiia(folder, problems);
            break;
        }
    }
    if (folder.key.channel != Channel::Email)
        checkOtherFiles(folder, problems);
    sortProblems(problems);
    shortenProblems(problems);
    return problems;
}

PublishableTemplate toPublishable(const TemplateFolder& folder, const Prepared* prepared, QList<Problem> problems)
{
    PublishableTemplate result;
    result.key = folder.key;
    result.directory = folder.path;
    result.title = folder.metadata.title;
    result.attributes = folder.metadata.attributes;
    result.problems = std::move(problems);

    if (!folder.hasContent)
        result.blocked = Error{lint::missingContent, contentFileName(folder.key.channel), {}};
    else if (folder.contentError)
        result.blocked = folder.contentError;
    else if (folder.metadata.blocked)
        result.blocked = folder.metadata.blocked;
    else if (prepared && !prepared->complete) {
        for (const PreparedProblem& problem : prepared->problems) {
            if (!result.blocked && problem.code != "style-path"_L1)
                result.blocked = preparationError(problem);
        }
    }
    if (result.blocked)
        return result;
    if (folder.key.channel == Channel::Email)
        result.content = prepared ? prepared->content.toUtf8() : QByteArray();
    else
        result.content = folder.content.wellFormed ? folder.bytes : folder.content.text.toUtf8();
    result.checksum = templateChecksum(folder.key.channel, result.title, result.attributes, result.content);
    return result;
}

} // namespace nc
