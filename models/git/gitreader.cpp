#include "git/gitreader.h"

#include "git/errors.h"
#include "git/gitchanges.h"
#include "git/gitowned.h"
#include "text/textdiff.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString textOf(const git_oid& id)
{
    char text[GIT_OID_HEXSZ + 1];
    return QString::fromLatin1(git_oid_tostr(text, sizeof text, &id));
}

std::unexpected<Error> failed(const QString& what)
{
    return fail(errors::gitFailed, what, gitWords());
}

QString unfinishedOperation(int state)
{
    switch (state) {
    case GIT_REPOSITORY_STATE_NONE:
        return {};
    case GIT_REPOSITORY_STATE_MERGE:
        return u"merge"_s;
    case GIT_REPOSITORY_STATE_REVERT:
    case GIT_REPOSITORY_STATE_REVERT_SEQUENCE:
        return u"revert"_s;
    case GIT_REPOSITORY_STATE_CHERRYPICK:
    case GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE:
        return u"cherry-pick"_s;
    case GIT_REPOSITORY_STATE_BISECT:
        return u"bisect"_s;
    case GIT_REPOSITORY_STATE_APPLY_MAILBOX:
        return u"am"_s;
    default:
        return u"rebase"_s;
    }
}

} // namespace

Result<GitReader> GitReader::open(const QString& folder)
{
    auto place = openClone(folder);
    return place ? Result<GitReader>(GitReader(std::move(*place))) : fail(place.error());
}

Result<void> GitReader::readBranch(GitState& state) const
{
    GitReference head;
    if (git_reference_lookup(head.out(), repo(), "HEAD") != 0)
        return failed(u"HEAD"_s);
    const char* target = git_reference_symbolic_target(head.get());
    const QByteArray name(target ? target : "");
    if (name.startsWith("refs/heads/"))
        state.branch = QString::fromUtf8(name.mid(11));
    git_oid id;
    const bool born = git_reference_name_to_id(&id, repo(), "HEAD") == 0;
    if (born)
        state.head = textOf(id);
    if (state.branch.isEmpty())
        return {};
    GitBuffer upstream;
    GitBuffer remote;
    if (git_branch_upstream_remote(remote.out(), repo(), name.constData()) != 0 || remote.bytes() == "."
        || git_branch_upstream_name(upstream.out(), repo(), name.constData()) != 0)
        return {};
    state.remote = QString::fromUtf8(remote.bytes());
    state.upstream = QString::fromUtf8(upstream.bytes().mid(int(sizeof "refs/remotes/") - 1));
    GitBuffer merge;
    GitConfig config;
    if (git_repository_config_snapshot(config.out(), repo()) == 0
        && git_config_get_string_buf(merge.out(), config.get(), ("branch." + name.mid(11) + ".merge").constData()) == 0)
        state.followed = QString::fromUtf8(merge.bytes()).section(u'/', 2);
    git_oid theirs;
    size_t ahead = 0;
    size_t behind = 0;
    if (born && git_reference_name_to_id(&theirs, repo(), upstream.bytes().constData()) == 0
        && git_graph_ahead_behind(&ahead, &behind, repo(), &id, &theirs) == 0) {
        state.ahead = int(ahead);
        state.behind = int(behind);
    }
    return {};
}

Result<void> GitReader::readRemote(GitState& state) const
{
    if (state.remote.isEmpty()) {
        git_strarray names{};
        if (git_remote_list(&names, repo()) != 0)
            return failed(u"remotes"_s);
        QStringList all;
        for (size_t i = 0; i < names.count; ++i)
            all += QString::fromUtf8(names.strings[i]);
        git_strarray_dispose(&names);
        state.remote = all.contains(u"origin"_s) ? u"origin"_s : all.value(0);
    }
    if (state.remote.isEmpty())
        return {};
    GitConfig config;
    if (git_repository_config_snapshot(config.out(), repo()) != 0)
        return failed(u"configuration"_s);
    bool gerrit = QFileInfo::exists(state.folder + u"/.gitreview"_s);
    struct Look {
        QByteArray prefix;
        bool* gerrit;
    } look{"remote." + state.remote.toUtf8() + '.', &gerrit};
    git_config_foreach(
        config.get(),
        [](const git_config_entry* entry, void* payload) {
            const auto* wanted = static_cast<Look*>(payload);
            const QByteArray value(entry->value ? entry->value : "");
            if (QByteArray(entry->name).startsWith(wanted->prefix)
                && (value.contains("refs/for/") || value.contains(":29418")))
                *wanted->gerrit = true;
            return 0;
        },
        &look);
    state.gerrit = gerrit;
    return {};
}

void GitReader::readCommitter(GitState& state) const
{
    GitConfig config;
    if (git_repository_config_snapshot(config.out(), repo()) != 0)
        return;
    const auto of = [&](const char* variable, const char* own, const char* common) {
        QString value = qEnvironmentVariable(variable);
        for (const char* key : {own, common}) {
            GitBuffer found;
            if (value.isEmpty() && git_config_get_string_buf(found.out(), config.get(), key) == 0)
                value = QString::fromUtf8(found.bytes());
        }
        return value;
    };
    const QString name = of("GIT_AUTHOR_NAME", "author.name", "user.name");
    const QString address = of("GIT_AUTHOR_EMAIL", "author.email", "user.email");
    if (!name.isEmpty() || !address.isEmpty())
        state.author = u"%1 <%2>"_s.arg(name, address);
    GitBuffer common;
    QString folder;
    if (git_repository_item_path(common.out(), repo(), GIT_REPOSITORY_ITEM_HOOKS) == 0)
        folder = QString::fromUtf8(common.bytes());
    GitBuffer configured;
    if (git_config_get_path(configured.out(), config.get(), "core.hookspath") == 0)
        folder = QDir(state.folder).absoluteFilePath(QFile::decodeName(configured.bytes()));
    for (const char* hook :
        {"pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction", "pre-push"}) {
        if (const QFileInfo file(folder + u'/' + QLatin1StringView(hook)); file.isFile() && file.isExecutable())
            state.hooks += QLatin1StringView(hook);
    }
}

Result<GitState> GitReader::state(const TaskContext& task) const
{
    GitState state;
    state.folder = top();
    if (const auto done = readBranch(state); !done)
        return fail(done.error());
    const auto changed = changes({}, false, task);
    if (!changed)
        return fail(changed.error());
    state.dirty = changed->keys();
    if (const auto done = readRemote(state); !done)
        return fail(done.error());
    readCommitter(state);
    state.unfinished = unfinishedOperation(git_repository_state(repo()));
    GitIndex index;
    if (git_repository_index(index.out(), repo()) != 0)
        return fail(errors::unreadableClone, top(), gitWords());
    for (size_t i = 0; i < git_index_entrycount(index.get()); ++i) {
        const git_index_entry* entry = git_index_get_byindex(index.get(), i);
        const QString path = QString::fromUtf8(entry->path);
        if (GIT_INDEX_ENTRY_STAGE(entry) > 0 && !state.conflicts.contains(path))
            state.conflicts += path;
    }
    return state;
}

Result<QMap<QString, GitChange>> GitReader::changes(const QString& folder, bool ignored, const TaskContext& task) const
{
    QByteArray below;
    if (!folder.isEmpty()) {
        const QString relative = QDir(top()).relativeFilePath(QFileInfo(folder).canonicalFilePath());
        below = relative == u"." ? QByteArray() : relative.toUtf8();
    }
    const auto head = headTree();
    return head ? readChanges(m_place, *head, {below, ignored}, task) : fail(head.error());
}

Result<QString> GitReader::headTree() const
{
    GitObject tree;
    if (git_revparse_single(tree.out(), repo(), "HEAD^{tree}") == 0)
        return textOf(*git_object_id(tree.get()));
    if (git_repository_head_unborn(repo()) == 1)
        return QString();
    return fail(errors::unreadableClone, top(), gitWords());
}

Result<GitBytes> GitReader::fileAt(const QString& commit, const QString& path) const
{
    GitObject named;
    GitObject tree;
    GitTreeEntry entry;
    int code = git_revparse_single(named.out(), repo(), commit.toUtf8().constData());
    if (code == 0)
        code = git_object_peel(tree.out(), named.get(), GIT_OBJECT_TREE);
    if (code == GIT_ENOTFOUND)
        return GitBytes();
    if (code == 0)
        code = git_tree_entry_bypath(
            entry.out(), reinterpret_cast<const git_tree*>(tree.get()), path.toUtf8().constData());
    // No such name; a folder's tree that is not there (a partial clone) is another matter.
    if (code == GIT_ENOTFOUND && git_error_last() && git_error_last()->klass != GIT_ERROR_ODB)
        return GitBytes();
    if (code == 0 && git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB)
        return GitBytes();
    GitBlob blob;
    // A blob that the tree names and that is not there is no missing file: a partial clone, or a broken one.
    if (code != 0 || git_blob_lookup(blob.out(), repo(), git_tree_entry_id(entry.get())) != 0)
        return fail(errors::unreadableClone, top(), gitWords());
    return GitBytes(
        QByteArray(static_cast<const char*>(git_blob_rawcontent(blob.get())), qsizetype(git_blob_rawsize(blob.get()))));
}

Result<QString> GitReader::blindness(const QString& path) const
{
    GitIndex index;
    if (git_repository_index(index.out(), repo()) != 0)
        return fail(errors::unreadableClone, top(), gitWords());
    const git_index_entry* entry = git_index_get_bypath(index.get(), path.toUtf8().constData(), 0);
    return entry ? blindnessOf(*entry) : QString();
}

bool GitReader::isIgnored(const QString& path) const
{
    GitIndex index;
    int ignored = 0;
    return git_repository_index(index.out(), repo()) == 0
        && !git_index_get_bypath(index.get(), path.toUtf8().constData(), 0)
        && git_ignore_path_is_ignored(&ignored, repo(), path.toUtf8().constData()) == 0 && ignored == 1;
}

GitLine GitReader::lineOf(const git_blame_hunk* hunk) const
{
    GitLine line;
    if (!hunk)
        return line;
    line.commit = textOf(hunk->final_commit_id);
    if (hunk->final_signature) {
        line.author = QString::fromUtf8(hunk->final_signature->name);
        line.at = QDateTime::fromSecsSinceEpoch(hunk->final_signature->when.time);
    }
    GitCommitObject commit;
    if (git_commit_lookup(commit.out(), repo(), &hunk->final_commit_id) == 0)
        line.summary = QString::fromUtf8(git_commit_summary(commit.get()));
    return line;
}

Result<QList<GitLine>> GitReader::blame(const QString& path, const QByteArray& content) const
{
    git_blame_options options = GIT_BLAME_OPTIONS_INIT;
    options.flags = GIT_BLAME_USE_MAILMAP;
    const QByteArray name = path.toUtf8();
    GitBlame committed;
    if (git_blame_file(committed.out(), repo(), name.constData(), &options) != 0)
        return failed(u"git blame"_s);
    const auto before = fileAt(u"HEAD"_s, path);
    if (!before)
        return fail(before.error());
    GitFilters filters;
    GitBuffer filtered;
    QByteArray text = content;
    // As the commit would have it: its line ends, not the disk's.
    if (git_filter_list_load(filters.out(), repo(), nullptr, name.constData(), GIT_FILTER_TO_ODB, 0) == 0 && filters
        && git_filter_list_apply_to_buffer(filtered.out(), filters.get(), content.constData(), size_t(content.size()))
            == 0)
        text = filtered.bytes();
    // The library's own way of laying a text over it (git_blame_buffer) does not stand every text.
    QList<GitLine> lines;
    for (const DiffLine& line : diffLines(before->value_or(QByteArray()), text)) {
        if (line.kind == DiffLine::Kind::Same)
            lines += lineOf(git_blame_get_hunk_byline(committed.get(), size_t(line.oldLine)));
        else if (line.kind == DiffLine::Kind::Added)
            lines += GitLine();
    }
    return lines;
}

} // namespace nc
