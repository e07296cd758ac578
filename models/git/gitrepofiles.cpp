#include "core/errors.h"
#include "git/gitrepo.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// `git blame --porcelain`: a header a line, what is said of a commit only the first time it is named.
QList<GitLine> readBlame(const QByteArray& text)
{
    QList<GitLine> lines;
    QHash<QByteArray, GitLine> commits;
    QByteArray current;
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith('\t')) {
            GitLine one = commits.value(current);
            // All zeros: what no commit has.
            one.commit = current.count('0') == current.size() ? QString() : QString::fromLatin1(current);
            lines.append(one);
        } else if (line.startsWith("author ")) {
            commits[current].author = QString::fromUtf8(line.mid(7));
        } else if (line.startsWith("author-time ")) {
            commits[current].at = QDateTime::fromSecsSinceEpoch(line.mid(12).toLongLong());
        } else if (line.startsWith("summary ")) {
            commits[current].summary = QString::fromUtf8(line.mid(8));
        } else if (line.size() > 40 && line.at(40) == ' ') {
            current = line.left(40);
        }
    }
    return lines;
}

} // namespace

Result<QString> GitRepo::top(const TaskContext& task) const
{
    const auto answer = must({u"rev-parse"_s, u"--show-toplevel"_s}, task);
    return answer ? Result<QString>(QString::fromUtf8(*answer).trimmed()) : fail(answer.error());
}

Result<QMap<QString, GitChange>> GitRepo::changes(const TaskContext& task) const
{
    const auto status = must(
        {u"status"_s, u"--porcelain=v1"_s, u"-z"_s, u"--untracked-files=all"_s, u"--no-renames"_s, u"--"_s, u"."_s},
        task);
    if (!status)
        return fail(status.error());
    QMap<QString, GitChange> changes;
    for (const QByteArray& entry : status->split('\0')) {
        if (entry.size() < 4)
            continue;
        const char index = entry[0];
        const char tree = entry[1];
        const QString path = QString::fromUtf8(entry.mid(3));
        if (tree == 'D' || (index == 'D' && tree == ' '))
            changes.insert(path, GitChange::Deleted);
        else if (index == '?' || index == 'A')
            changes.insert(path, GitChange::Added);
        else
            changes.insert(path, GitChange::Modified);
    }
    return changes;
}

Result<QList<GitLine>> GitRepo::blame(const QString& path, const QByteArray& content, const TaskContext& task) const
{
    const auto answer = must({u"blame"_s, u"--porcelain"_s, u"--contents"_s, u"-"_s, u"--"_s, path}, task, content);
    return answer ? Result<QList<GitLine>>(readBlame(*answer)) : fail(answer.error());
}

} // namespace nc
