#include "core/activitylog.h"

#include "core/errors.h"
#include "core/redactor.h"
#include "core/timetext.h"
#include "core/whoami.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {

/// Of a log that grew for years only the end is read.
static constexpr qint64 readLimit = 8LL * 1024 * 1024;

ActivityLog::ActivityLog(QString configFolder)
    : m_path(QDir(configFolder).filePath(u"activity.jsonl"_s))
{
}

static QByteArray lineOf(const ActivityEntry& entry)
{
    const QJsonObject object{{u"at"_s, isoTime(entry.at)}, {u"by"_s, entry.by}, {u"profile"_s, entry.profile},
        {u"action"_s, entry.action}, {u"subject"_s, redacted(entry.subject)}, {u"result"_s, entry.result},
        {u"detail"_s, redacted(entry.detail)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

static std::unexpected<Error> failed(const QString& path, int number)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    return fail(
        number == ENOSPC || number == EDQUOT ? errors::diskFull : errors::cannotWrite, path, detail, Next::Retry);
}

Result<void> ActivityLog::append(ActivityEntry entry) const
{
    if (entry.at == 0)
        entry.at = QDateTime::currentMSecsSinceEpoch();
    if (entry.by.isEmpty())
        entry.by = whoAmI();
    QDir().mkpath(QFileInfo(m_path).path());
    const int fd = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed(m_path, errno);
    QByteArray line = lineOf(entry);
    // A line that a crash cut off must not swallow this one.
    char last = '\n';
    const off_t size = ::lseek(fd, 0, SEEK_END);
    if (size > 0 && ::pread(fd, &last, 1, size - 1) == 1 && last != '\n')
        line.prepend('\n');
    // One write: lines of several programs do not mix.
    const ssize_t written = ::write(fd, line.constData(), size_t(line.size()));
    int trouble = written == line.size() ? 0 : written < 0 ? errno : ENOSPC;
    if (trouble == 0 && ::fsync(fd) != 0)
        trouble = errno;
    ::close(fd);
    if (trouble != 0)
        return failed(m_path, trouble);
    return {};
}

static bool parse(const QByteArray& line, ActivityEntry* entry)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto at = parseTime(object.value(u"at").toString());
    if (!at || object.value(u"action").toString().isEmpty())
        return false;
    *entry = {*at, object.value(u"by").toString(), object.value(u"profile").toString(),
        object.value(u"action").toString(), object.value(u"subject").toString(), object.value(u"result").toString(),
        object.value(u"detail").toString()};
    return true;
}

Result<QList<ActivityEntry>> ActivityLog::newest(qsizetype limit) const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<ActivityEntry>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(errors::cannotRead, m_path, file.errorString(), Next::Retry);
    if (file.size() > readLimit)
        file.seek(file.size() - readLimit);
    const QList<QByteArray> lines = file.readAll().split('\n');
    QList<ActivityEntry> entries;
    for (auto line = lines.rbegin(); line != lines.rend() && entries.size() < limit; ++line) {
        ActivityEntry entry;
        if (!line->isEmpty() && parse(*line, &entry))
            entries.append(entry);
    }
    return entries;
}

} // namespace nc
