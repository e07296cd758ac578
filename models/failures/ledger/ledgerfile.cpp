#include "failures/ledger/ledgerfile.h"

#include "failures/facts/errors.h"
#include "failures/ledger/ledgerjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Names of clusters and topics hold letters, digits, dot, dash and underscore; anything else must not lead elsewhere.
QString safeName(const QString& text)
{
    QString name = text.isEmpty() ? u"_"_s : text;
    for (QChar& c : name) {
        const char16_t u = c.unicode();
        const bool plain = (u < 128 && c.isLetterOrNumber()) || u == u'.' || u == u'-' || u == u'_';
        if (!plain)
            c = u'_';
    }
    return name.startsWith(u'.') ? QString(u'_' + name) : name;
}

} // namespace

LedgerFile::LedgerFile(const QString& folder, const QString& clusterId, const QString& topic)
{
    if (!folder.isEmpty())
        m_path = folder + u'/' + safeName(clusterId) + u'/' + safeName(topic) + u".jsonl"_s;
}

Result<QList<LedgerEntry>> LedgerFile::read() const
{
    QList<LedgerEntry> entries;
    QFile file(m_path);
    if (m_path.isEmpty() || !file.exists())
        return entries;
    if (!file.open(QIODevice::ReadOnly))
        return fail(errors::ledgerFile, m_path, file.errorString());
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        // What a crash cut off was never relied on: sending goes on only after the whole line is on the disk.
        if (!line.endsWith('\n'))
            break;
        auto entry = decodeLedgerEntry(line);
        if (!entry) {
            Error error = entry.error();
            error.subject = m_path;
            return fail(error);
        }
        entries.append(std::move(*entry));
    }
    return entries;
}

Result<void> LedgerFile::append(const QList<LedgerEntry>& entries) const
{
    if (m_path.isEmpty() || entries.isEmpty())
        return {};
    QFile file(m_path);
    if (!QDir().mkpath(QFileInfo(m_path).path()) || !file.open(QIODevice::ReadWrite))
        return fail(errors::ledgerFile, m_path, file.errorString());
    QByteArray text;
    if (file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n") {
        // A cut-off line ends here, as one that is skipped would not: give it up.
        file.seek(0);
        const QByteArray all = file.readAll();
        file.resize(all.lastIndexOf('\n') + 1);
    }
    for (const LedgerEntry& entry : entries)
        text += encodeLedgerEntry(entry) + '\n';
    file.seek(file.size());
    if (file.write(text) != text.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return fail(errors::ledgerFile, m_path, file.errorString());
    return {};
}

} // namespace nc
