#include "templates/source/templatechanges.h"

#include "core/atomicfile.h"
#include "templates/source/errors.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Changes {
    QString prefix; ///< from the top of the clone to the templates, with `/`; empty: the templates are the top
    QString notifications;
    QMap<QString, GitChange> files; ///< from the top
};

Result<Changes> changesOf(const QString& regulation, const TaskContext& task)
{
    const auto scanned = scanRegulation(regulation);
    if (!scanned)
        return fail(scanned.error());
    Changes result;
    result.notifications = scanned->notifications;
    const GitRepo repo(regulation);
    const auto top = repo.top(task);
    if (!top)
        return fail(top.error());
    // git knows the clone by its real path.
    const QString inside = QFileInfo(regulation).canonicalFilePath()
        + QDir::cleanPath(scanned->notifications).mid(QDir::cleanPath(regulation).size());
    result.prefix = QDir(*top).relativeFilePath(inside) + u'/';
    if (result.prefix == u"./")
        result.prefix.clear();
    auto files = repo.changes(task);
    if (!files)
        return fail(files.error());
    result.files = std::move(*files);
    return result;
}

/// The template that a path from the top belongs to.
std::optional<TemplateKey> keyOf(const QString& path, const QString& prefix)
{
    if (!path.startsWith(prefix))
        return std::nullopt;
    const QString inside = path.mid(prefix.size());
    const auto channel = channelFromName(inside.section(u'/', 0, 0));
    if (!channel || inside.count(u'/') < 2)
        return std::nullopt;
    return TemplateKey{*channel, inside.section(u'/', 1, 1)};
}

/// What editors and merges leave lying about, and nobody misses in a commit.
bool isLeftOver(const QString& path)
{
    static const QStringList endings{u"~"_s, u".swp"_s, u".swo"_s, u".bak"_s, u".orig"_s, u".rej"_s, u".tmp"_s};
    const QString name = path.section(u'/', -1);
    return name.startsWith(u'.')
        || std::ranges::any_of(endings, [&](const QString& ending) { return name.endsWith(ending); });
}

} // namespace

Result<QMap<TemplateKey, GitChange>> templateChanges(const QString& regulation, const TaskContext& task)
{
    const auto changes = changesOf(regulation, task);
    if (!changes)
        return fail(changes.error());
    QMap<TemplateKey, GitChange> result;
    for (auto file = changes->files.cbegin(); file != changes->files.cend(); ++file) {
        const auto key = keyOf(file.key(), changes->prefix);
        if (!key)
            continue;
        const bool content = file.key().endsWith(u'/' + contentFileName(key->channel));
        if (*file == GitChange::Ignored && isLeftOver(file.key()))
            continue;
        if (content && (*file == GitChange::Added || *file == GitChange::Ignored))
            result.insert(*key, GitChange::Added);
        else if (!result.contains(*key))
            result.insert(*key, GitChange::Modified);
    }
    for (auto one = result.begin(); one != result.end(); ++one) {
        if (!QFileInfo::exists(changes->notifications + u'/' + one.key().toString()))
            *one = GitChange::Deleted;
    }
    return result;
}

Result<QStringList> changedFiles(const QString& regulation, const QList<TemplateKey>& keys, const TaskContext& task)
{
    const auto changes = changesOf(regulation, task);
    if (!changes)
        return fail(changes.error());
    QStringList files;
    for (auto file = changes->files.cbegin(); file != changes->files.cend(); ++file) {
        const auto key = keyOf(file.key(), changes->prefix);
        if (key && keys.contains(*key) && (*file != GitChange::Ignored || !isLeftOver(file.key())))
            files += file.key();
    }
    return files;
}

Result<int> restoreCommitted(const QString& regulation, const TemplateKey& key, const TaskContext& task)
{
    const auto changes = changesOf(regulation, task);
    if (!changes)
        return fail(changes.error());
    const GitRepo repo(regulation);
    int count = 0;
    for (auto file = changes->files.cbegin(); file != changes->files.cend(); ++file) {
        if (*file != GitChange::Deleted || keyOf(file.key(), changes->prefix) != key)
            continue;
        const auto content = repo.committed(file.key(), task);
        if (!content)
            return fail(content.error());
        const QString path = changes->notifications + u'/' + file.key().mid(changes->prefix.size());
        QDir().mkpath(QFileInfo(path).path());
        const FileStamp absent;
        const auto written = writeFile(path, content->value_or(QByteArray()), absent);
        if (!written)
            return fail(written.error());
        ++count;
    }
    if (count == 0)
        return fail(errors::templateNotFound, key.toString());
    return count;
}

QString changeName(GitChange change)
{
    switch (change) {
    case GitChange::Added:
    case GitChange::Ignored:
        return u"added"_s;
    case GitChange::Modified:
        return u"modified"_s;
    case GitChange::Deleted:
        return u"deleted"_s;
    }
    return {};
}

} // namespace nc
