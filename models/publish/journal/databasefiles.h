#pragma once

#include "core/result.h"

#include <QStringList>

namespace nc {

/// The files that this console keeps about a database. They are named by what the database is (databaseIdentity()), so
/// that another address, or a forwarded port that leads elsewhere today, neither loses nor mixes anything. Which
/// address was which database stands in `databases.jsonl` of the folder; where the server does not say what it is, the
/// address alone names the files. Any thread; blocks shortly.
class DatabaseFiles {
public:
    /// `address`: a connection string or URL.
    DatabaseFiles(QString folder, const QString& address);

    /// The address leads to this database now. Empty: it is not known, and nothing changes. Errors of JournalFile.
    Result<void> learn(const QString& identity) const;

    /// `<folder>/<stem>-<hash>.jsonl`: the one to write to.
    QString path(const QString& stem) const;
    /// All to read, in their order; the last is path(). Those before it are from before the identity was known.
    QStringList paths(const QString& stem) const;

private:
    struct Known {
        QString identity; ///< of the address, as of now; empty: none
        QStringList addresses; ///< that were this database when their identity was first asked for
    };
    Known look() const;

    QString m_folder;
    QString m_address; ///< hash
};

} // namespace nc
