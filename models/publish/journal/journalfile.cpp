#include "publish/journal/journalfile.h"

#include "core/errors.h"
#include "publish/plan/errors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr QByteArrayView versionMark{"{\"v\":"};

int versionOf(QByteArrayView line)
{
    if (!line.startsWith(versionMark))
        return 0;
    qsizetype end = versionMark.size();
    while (end < line.size() && line[end] >= '0' && line[end] <= '9')
        ++end;
    return line.sliced(versionMark.size(), end - versionMark.size()).toInt();
}

/// The last line has no end: a crash has torn it.
bool endsInTheMiddle(QFile& file)
{
    char last = '\n';
    const qint64 size = file.size();
    return size > 0 && file.seek(size - 1) && file.read(&last, 1) == 1 && last != '\n';
}

} // namespace

JournalFile::JournalFile(QString path, int version)
    : m_path(std::move(path))
    , m_version(version)
{
}

QByteArray JournalFile::head() const
{
    return versionMark.toByteArray() + QByteArray::number(m_version) + ',';
}

Result<void> JournalFile::append(const QByteArray& lines) const
{
    // Also looks for lines of a newer program.
    if (const auto known = each([](QByteArrayView) {}); !known)
        return known;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QFile file(m_path);
    const auto failed = [&] {
        return fail(errno == ENOSPC ? errors::diskFull : errors::cannotWrite, m_path, file.errorString(), Next::Retry);
    };
    errno = 0;
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return failed();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // Two consoles on one machine: whole lines of one, then whole lines of the other. Closing the file gives it back.
    ::flock(file.handle(), LOCK_EX);
    const QByteArray whole = endsInTheMiddle(file) ? '\n' + lines : lines;
    if (file.write(whole) != whole.size() || ::fsync(file.handle()) != 0)
        return failed();
    return {};
}

Result<void> JournalFile::each(const std::function<void(QByteArrayView)>& take) const
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fail(errors::cannotRead, m_path, file.errorString());
    const qint64 size = file.size();
    if (size == 0)
        return {};
    const uchar* mapped = file.map(0, size);
    if (!mapped)
        return fail(errors::cannotRead, m_path, file.errorString());
    QByteArrayView rest(mapped, size);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (versionOf(line) > m_version)
            return fail(errors::historyNewer, m_path);
        take(line);
    }
    return {};
}

} // namespace nc
