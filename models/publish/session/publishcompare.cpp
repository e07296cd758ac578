#include "publish/session/publishcompare.h"

#include "core/errors.h"
#include "git/gitrepo.h"
#include "preview/readerview.h"
#include "publish/history/publishhistory.h"
#include "publish/plan/plandiff.h"
#include "publish/plan/published.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Result<QByteArray> publishedContent(const PlanItem& item, const ComparePlace& place, const TaskContext& context)
{
    if (!item.row)
        return QByteArray();
    const auto contents = readPublishedContents(place.database, {item.row->id}, context);
    return contents ? Result<QByteArray>(contents->value(item.row->id)) : fail(contents.error());
}

QByteArray whole(const std::optional<QString>& title, const QMap<QString, QString>& attributes, const QByteArray& text)
{
    return metadataText(title, attributes) + "\n" + text;
}

/// What a reader sees, or why that is not known.
struct Reader {
    QByteArray lines;
    std::optional<Error> fault;
};

Result<Reader> readerOf(const TemplateKey& key, const std::optional<QString>& title,
    const QMap<QString, QString>& attributes, const QByteArray& content, const ComparePlace& place,
    TemplateEngine& engine, const TaskContext& context)
{
    const auto sample = keptSample(place.configFolder, place.regulation, key);
    const auto preview = renderStored(engine, {key, content, title, attributes}, sample, context);
    if (!preview)
        return fail(preview.error());
    return Reader{
        readerLines(*preview, key.channel), preview->fault ? std::optional(preview->fault->error) : std::nullopt};
}

/// The author's two files, one below the other.
QByteArray joined(const std::optional<QByteArray>& metadata, const std::optional<QByteArray>& content)
{
    return metadata.value_or(QByteArray()) + "\n" + content.value_or(QByteArray());
}

std::optional<QByteArray> readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// The commit that the row came from, as the history knows it.
QString publishedCommit(const PlanItem& item, const ComparePlace& place)
{
    const PublishHistory history(place.historyFolder, place.database.conninfo, {});
    const auto heads = history.heads();
    QString commit;
    if (!heads || !item.row)
        return commit;
    for (const HistoryEntry& entry : *heads) {
        if (entry.key() == item.key() && entry.nextChecksum == item.row->checksum)
            commit = entry.origin && entry.origin->isCommitted() ? entry.origin->commit : QString();
    }
    return commit;
}

Result<PublishComparison> compareSources(
    PublishComparison comparison, const PlanItem& item, const ComparePlace& place, const TaskContext& context)
{
    const auto key = TemplateKey::fromString(item.key());
    const QFileInfo inner(place.regulation + u"/notifications"_s);
    const QString folder = (inner.isDir() ? inner.canonicalFilePath() : QFileInfo(place.regulation).canonicalFilePath())
        + u'/' + item.key();
    if (!key || !QFileInfo(folder).isDir())
        return comparison;
    const QString content = contentFileName(key->channel);
    comparison.right = joined(readAll(folder + u'/' + metadataFileName()), readAll(folder + u'/' + content));
    const GitRepo repo(folder);
    const auto state = repo.state(context);
    if (!state)
        return state.error().is(errors::cancelled) ? Result<PublishComparison>(fail(state.error())) : comparison;
    const QString prefix = QDir(QFileInfo(state->folder).canonicalFilePath()).relativeFilePath(folder) + u'/';
    comparison.commit = publishedCommit(item, place);
    comparison.isPublishedCommit = !comparison.commit.isEmpty();
    if (comparison.commit.isEmpty())
        comparison.commit = state->head;
    if (comparison.commit.isEmpty())
        return comparison;
    const auto metadata = repo.fileAt(comparison.commit, prefix + metadataFileName(), context);
    const auto text = repo.fileAt(comparison.commit, prefix + content, context);
    if (!metadata || !text)
        return fail(metadata ? text.error() : metadata.error());
    if (*metadata || *text)
        comparison.left = joined(*metadata, *text);
    return comparison;
}

} // namespace

Result<PublishComparison> compareForPublish(CompareWhat what, const PlanItem& item, const PublishSource* source,
    const ComparePlace& place, TemplateEngine& engine, const TaskContext& context)
{
    PublishComparison comparison{item.key(), what, {}, {}, {}, false};
    if (what == CompareWhat::Source)
        return compareSources(std::move(comparison), item, place, context);
    const auto published = publishedContent(item, place, context);
    if (!published)
        return fail(published.error());
    const bool has = source && !source->failure;
    if (what == CompareWhat::Prepared) {
        if (item.row)
            comparison.left = whole(item.row->title, item.row->attributes, *published);
        if (has)
            comparison.right = whole(source->values.title, source->values.attributes, source->values.content);
        return comparison;
    }
    const auto key = TemplateKey::fromString(item.key());
    if (!key)
        return comparison;
    if (item.row) {
        const auto left = readerOf(*key, item.row->title, item.row->attributes, *published, place, engine, context);
        if (!left)
            return fail(left.error());
        comparison.left = left->lines;
        comparison.leftFault = left->fault;
    }
    if (has) {
        const auto right = readerOf(
            *key, source->values.title, source->values.attributes, source->values.content, place, engine, context);
        if (!right)
            return fail(right.error());
        comparison.right = right->lines;
        comparison.rightFault = right->fault;
    }
    return comparison;
}

} // namespace nc
