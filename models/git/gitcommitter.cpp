#include "git/gitcommitter.h"

#include "core/errors.h"
#include "git/errors.h"
#include "git/gitprogram.h"
#include "git/gitreader.h"
#include "text/conflictmarkers.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString trimmed(const QByteArray& text)
{
    return QString::fromUtf8(text).trimmed();
}

/// A hook of Gerrit's makes one only where none is, so ours is kept. Made outside the clone: its configuration has no
/// say in it.
Result<QString> withChangeId(const QString& message, const QString& tree, const TaskContext& task)
{
    if (message.contains("\nChange-Id: I"_L1))
        return message;
    const QByteArray seed = message.toUtf8() + tree.toUtf8() + QByteArray::number(QDateTime::currentMSecsSinceEpoch());
    const QByteArray id = QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex();
    const auto with = GitProgram(u"/"_s, false)
                          .must({u"interpret-trailers"_s, u"--trailer"_s, u"Change-Id: I"_s + QString::fromLatin1(id)},
                              task, message.toUtf8() + '\n');
    return with ? Result<QString>(trimmed(*with)) : fail(with.error());
}

} // namespace

Result<GitBytes> bytesOnDisk(const QString& path)
{
    const QFileInfo info(path);
    if (info.isSymLink()) {
        std::error_code failed;
        const auto target = std::filesystem::read_symlink(QFile::encodeName(path).toStdString(), failed);
        if (failed)
            return fail(errors::cannotRead, path, QString::fromStdString(failed.message()));
        return GitBytes(QByteArray::fromStdString(target.string()));
    }
    if (!info.exists())
        return GitBytes();
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fail(errors::cannotRead, path, file.errorString());
    return GitBytes(file.readAll());
}

GitCommitter::GitCommitter(const GitReader& reader)
    : m_reader(reader)
{
}

Result<GitState> GitCommitter::ready(const QStringList& paths, const TaskContext& task) const
{
    auto state = m_reader.state(task);
    if (!state)
        return state;
    if (!state->unfinished.isEmpty())
        return fail(errors::operationUnfinished, state->folder, state->unfinished);
    if (!state->conflicts.isEmpty())
        return fail(errors::conflictUnresolved, state->conflicts.join(u", "_s));
    if (state->branch.isEmpty())
        return fail(errors::noBranch, state->folder);
    bool changed = false;
    for (const QString& path : paths) {
        if (m_reader.isIgnored(path)) {
            const auto before = m_reader.fileAt(u"HEAD"_s, path);
            if (!before)
                return fail(before.error());
            if (!*before)
                return fail(errors::ignoredByGit, path);
        }
        if (!state->dirty.contains(path))
            continue;
        changed = true;
        const auto blind = m_reader.blindness(path);
        if (!blind)
            return fail(blind.error());
        if (!blind->isEmpty())
            return fail(errors::hiddenFromGit, path, *blind);
        const auto bytes = bytesOnDisk(state->folder + u'/' + path);
        if (!bytes)
            return fail(bytes.error());
        if (const auto line = conflictMarker(bytes->value_or(QByteArray())))
            return fail(errors::conflictMarkers, path, QString::number(*line));
    }
    if (!changed)
        return fail(errors::nothingToCommit, paths.join(u", "_s));
    return state;
}

Result<void> GitCommitter::isStill(const QMap<QString, GitBytes>& bytes) const
{
    for (auto file = bytes.cbegin(); file != bytes.cend(); ++file) {
        const QString path = m_reader.top() + u'/' + file.key();
        const auto now = bytesOnDisk(path);
        if (!now)
            return fail(now.error());
        if (*now != *file)
            return fail(errors::changedMeanwhile, path, {}, Next::Retry);
    }
    return {};
}

Result<QString> GitCommitter::commit(const GitCommit& commit, const TaskContext& task) const
{
    const auto state = ready(commit.paths, task);
    if (!state)
        return fail(state.error());
    if (const QString lock = m_reader.gitFolder() + u"/index.lock"_s; QFileInfo::exists(lock))
        return fail(errors::gitBusy, lock, {}, Next::Retry);
    QMap<QString, GitBytes> bytes = commit.shown;
    QStringList specs;
    for (const QString& path : commit.paths) {
        // Of the whole clone, no wildcards.
        specs += u":(top,literal)"_s + path;
        if (bytes.contains(path))
            continue;
        const auto now = bytesOnDisk(m_reader.top() + u'/' + path);
        if (!now)
            return fail(now.error());
        bytes.insert(path, *now);
    }
    if (const auto still = isStill(bytes); !still)
        return fail(still.error());

    const QTemporaryDir scratch;
    GitProgram git(m_reader.top(), m_reader.isForeign());
    git.setIndex(scratch.filePath(u"index"_s));
    const auto start = state->head.isEmpty() ? git.must({u"read-tree"_s, u"--empty"_s}, task)
                                             : git.must({u"read-tree"_s, u"HEAD"_s}, task);
    if (!start)
        return fail(start.error());
    if (const auto added = git.must(QStringList{u"add"_s, u"--all"_s, u"--"_s} + specs, task); !added)
        return fail(added.error());
    // What git took lies between these two looks.
    if (const auto still = isStill(bytes); !still)
        return fail(still.error());
    const auto tree = git.must({u"write-tree"_s}, task);
    if (!tree)
        return fail(tree.error());
    const auto before = m_reader.headTree();
    if (!before)
        return fail(before.error());
    // Somebody else's commit meanwhile would be taken back by this tree.
    if (const auto head = git.run({u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"HEAD"_s}, task);
        !head || trimmed(head->out) != state->head)
        return head ? fail(errors::changedMeanwhile, state->folder, {}, Next::Retry) : fail(head.error());
    if (trimmed(*tree) == *before)
        return fail(errors::nothingToCommit, commit.paths.join(u", "_s));
    QString message = commit.message.trimmed();
    if (commit.changeId) {
        auto with = withChangeId(message, trimmed(*tree), task);
        if (!with)
            return with;
        message = std::move(*with);
    }
    if (const auto done = git.must({u"commit"_s, u"--quiet"_s, u"--file=-"_s}, task, message.toUtf8() + '\n'); !done)
        return fail(done.error());

    // From here on it is done, whoever cancels: the clone's index learns of it.
    const GitProgram own(m_reader.top(), m_reader.isForeign());
    const auto id = own.must({u"rev-parse"_s, u"HEAD"_s}, {});
    if (!id)
        return fail(id.error());
    const auto told = own.must(QStringList{u"reset"_s, u"--quiet"_s, u"--"_s} + specs, {});
    if (!told)
        return fail(errors::indexBehind, trimmed(*id), told.error().detail, Next::InDoubt);
    return trimmed(*id);
}

} // namespace nc
