#include "authoring/draftjournal.h"

#include "core/atomicfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qint64 largestEntry = 64LL * 1024 * 1024;

std::optional<DraftEntry> readEntry(const QString& file)
{
    const auto content = readFile(file, largestEntry);
    const QJsonObject object = content ? QJsonDocument::fromJson(content->bytes).object() : QJsonObject();
    const QString path = object[u"path"_s].toString();
    if (path.isEmpty())
        return std::nullopt;
    return DraftEntry{path, object[u"text"_s].toString(), object[u"base"_s].toString().toUtf8(),
        QDateTime::fromString(object[u"at"_s].toString(), Qt::ISODateWithMs)};
}

} // namespace

DraftJournal::DraftJournal(const QString& folder)
    : m_folder(folder.isEmpty() ? QString() : folder + u"/drafts"_s)
{
}

QString DraftJournal::fileOf(const QString& path) const
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_folder + u'/' + QString::fromLatin1(hash.left(32)) + u".json"_s;
}

Result<void> DraftJournal::note(const DraftEntry& entry) const
{
    if (m_folder.isEmpty())
        return {};
    QDir().mkpath(m_folder);
    const QJsonObject object{{u"path"_s, entry.path}, {u"text"_s, entry.text},
        {u"base"_s, QString::fromUtf8(entry.base)}, {u"at"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)}};
    const auto written =
        writePrivateFile(fileOf(entry.path), QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    return written ? Result<void>() : fail(written.error());
}

void DraftJournal::forget(const QString& path) const
{
    if (!m_folder.isEmpty())
        QFile::remove(fileOf(path));
}

QList<DraftEntry> DraftJournal::entries(const QString& regulation) const
{
    QList<DraftEntry> list;
    if (m_folder.isEmpty())
        return list;
    const QString root = QDir::cleanPath(QDir(regulation).absolutePath()) + u'/';
    for (const QString& name : QDir(m_folder).entryList({u"*.json"_s}, QDir::Files)) {
        const auto entry = readEntry(m_folder + u'/' + name);
        if (!entry || !QDir::cleanPath(entry->path).startsWith(root))
            continue;
        const auto now = readFile(entry->path, largestEntry);
        QByteArray bytes = now ? now->bytes : QByteArray();
        if (bytes.startsWith("\xEF\xBB\xBF"))
            bytes.remove(0, 3);
        if (now && bytes == entry->text.toUtf8())
            QFile::remove(m_folder + u'/' + name);
        else
            list.append(*entry);
    }
    std::ranges::sort(list, {}, &DraftEntry::path);
    return list;
}

} // namespace nc
