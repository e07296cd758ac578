#pragma once

#include "postgres/connection.h"
#include "postgres/templatestore.h"

#include <QStringList>

/// A fresh database with the platform's tables on a real server, with a publishing role of its own; dropped at the
/// end. Failures abort the test program: without a server nothing can be said.
class TestDatabase {
public:
    TestDatabase();
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    /// As the publishing role: select, insert, update, delete on the two template tables, select on the inbox.
    nc::DatabaseTarget target() const;
    /// As the superuser.
    nc::DatabaseTarget admin() const;
    QString role() const { return m_role; }

    /// Runs a statement as the superuser; the rows as text, NULL as an empty QByteArray.
    QList<QByteArrayList> sql(const QString& statement);
    /// The one value of a statement.
    QByteArray value(const QString& statement);

    static nc::TaskContext context() { return {}; }

private:
    nc::DatabaseTarget serverTarget(const QString& database, const QString& user) const;

    QString m_name;
    QString m_role;
    std::unique_ptr<nc::Connection> m_admin;
};
