#include "gate/journal.h"

#include "core/errors.h"
#include "gate/errors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {

Journal::Journal(QString configFolder)
    : m_path(QDir(configFolder).filePath(u"activity.jsonl"_s))
{
}

static std::unexpected<Error> failed(const QString& path, int number)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    return fail(
        number == ENOSPC || number == EDQUOT ? errors::diskFull : errors::cannotWrite, path, detail, Next::Retry);
}

/// 0, or errno. The file is locked by the caller.
static int addLine(int fd, QByteArray line)
{
    // A line that a crash cut off must not swallow this one.
    char last = '\n';
    const off_t size = ::lseek(fd, 0, SEEK_END);
    if (size > 0 && ::pread(fd, &last, 1, size - 1) == 1 && last != '\n')
        line.prepend('\n');
    const ssize_t written = ::write(fd, line.constData(), size_t(line.size()));
    const int trouble = written == line.size() ? 0 : written < 0 ? errno : ENOSPC;
    if (trouble != 0) {
        // Half a line would be told as damage for ever; where even that fails it is.
        if (written > 0 && ::ftruncate(fd, size) != 0)
            return errno;
        return trouble;
    }
    return ::fsync(fd) == 0 ? 0 : errno;
}

Result<void> Journal::append(const JournalEntry& entry) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    const int fd = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed(m_path, errno);
    int trouble = 0;
    while (::flock(fd, LOCK_EX) != 0) {
        if (errno != EINTR) {
            trouble = errno;
            break;
        }
    }
    if (trouble == 0)
        trouble = addLine(fd, encodeJournalEntry(entry));
    ::close(fd);
    if (trouble != 0)
        return failed(m_path, trouble);
    return {};
}

Seen<QList<JournalEntry>> Journal::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<JournalEntry>();
    if (!file.open(QIODevice::ReadOnly))
        return {{}, {journalSource, {errors::cannotRead, m_path, file.errorString(), Next::Retry}}};
    QList<JournalEntry> entries;
    QHash<QString, qsizetype> known;
    qint64 damaged = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.trimmed().isEmpty())
            continue;
        const auto entry = decodeJournalEntry(line);
        if (!entry) {
            ++damaged;
        } else if (const auto at = known.constFind(entry->id); at != known.constEnd()) {
            entries[*at] = *entry;
        } else {
            known.insert(entry->id, entries.size());
            entries.append(*entry);
        }
    }
    Unseen unseen;
    if (damaged > 0)
        unseen.add(journalSource, {errors::journalDamaged, m_path, QString::number(damaged), Next::Abort});
    if (file.error() != QFileDevice::NoError)
        unseen.add(journalSource, {errors::cannotRead, m_path, file.errorString(), Next::Retry});
    std::ranges::reverse(entries);
    std::ranges::stable_sort(entries, std::ranges::greater(), &JournalEntry::at);
    return {std::move(entries), std::move(unseen)};
}

} // namespace nc
