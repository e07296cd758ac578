#include "publish/journal/databasefiles.h"

#include "publish/journal/journalfile.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString shortHash(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

JournalFile mapIn(const QString& folder)
{
    return {folder + u"/databases.jsonl"_s, 1};
}

} // namespace

DatabaseFiles::DatabaseFiles(QString folder, const QString& address)
    : m_folder(std::move(folder))
    , m_address(shortHash(address))
{
}

DatabaseFiles::Known DatabaseFiles::look() const
{
    QHash<QString, QString> first;
    QStringList order;
    Known known;
    // A map that cannot be read leaves the address; whatever is wrong with the folder is said by who reads the files.
    (void)mapIn(m_folder).each([&](QByteArrayView line) {
        const QJsonObject entry = QJsonDocument::fromJson(line.toByteArray()).object();
        const QString address = entry["address"_L1].toString();
        const QString identity = entry["identity"_L1].toString();
        if (address.isEmpty() || identity.isEmpty())
            return;
        if (!first.contains(address)) {
            first.insert(address, identity);
            order += address;
        }
        if (address == m_address)
            known.identity = identity;
    });
    for (const QString& address : std::as_const(order)) {
        if (!known.identity.isEmpty() && first.value(address) == known.identity)
            known.addresses += address;
    }
    return known;
}

Result<void> DatabaseFiles::learn(const QString& identity) const
{
    if (identity.isEmpty() || look().identity == identity)
        return {};
    const JournalFile map = mapIn(m_folder);
    QByteArray line =
        QJsonDocument(QJsonObject{{u"address"_s, m_address}, {u"identity"_s, identity}}).toJson(QJsonDocument::Compact);
    line.replace(0, 1, map.head());
    return map.append(line + '\n');
}

QString DatabaseFiles::path(const QString& stem) const
{
    return paths(stem).last();
}

QStringList DatabaseFiles::paths(const QString& stem) const
{
    const Known known = look();
    QStringList hashes = known.addresses;
    hashes += known.identity.isEmpty() ? m_address : shortHash(known.identity);
    QStringList paths;
    for (const QString& hash : std::as_const(hashes))
        paths += u"%1/%2-%3.jsonl"_s.arg(m_folder, stem, hash);
    return paths;
}

} // namespace nc
