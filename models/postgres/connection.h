#pragma once

#include "core/task.h"
#include "postgres/databasetarget.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace nc {

/// One value of a parameter or a result: UTF-8 text, or SQL NULL.
using SqlValue = std::optional<QByteArray>;
using SqlRow = std::vector<SqlValue>;

struct SqlRows {
    std::vector<SqlRow> rows;
    qint64 affected = 0;
};

/// Whether a statement changes anything: decides what a lost connection means for it.
enum class Effect { Read, Write };

/// One session with a PostgreSQL server. Each statement is a transaction of its own unless begin() was sent.
/// One thread at a time uses it; the token of a TaskContext may be cancelled from anywhere: the statement under way
/// gets 60 ms to end by itself, then its socket is closed (the session is over; Error::next says whether a write is
/// in doubt). Never reconnects by itself. No exception leaves it.
class Connection {
public:
    /// errors::databaseUnreachable, databaseLoginRefused, databaseMissing, badConnectionString, databaseBusy,
    /// cancelled. Returns within 100 ms of a cancel, whatever the network does.
    static Result<std::unique_ptr<Connection>> open(const DatabaseTarget& target, const TaskContext& context);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs one statement with `$1…` parameters. With `prepared`, it is parsed once in the session (the text is its
    /// key). errors::missingTable, missingRight (with table and right), databaseLost, databaseInDoubt, … see errors.h.
    Result<SqlRows> run(
        Effect effect, const char* sql, const SqlRow& parameters, const TaskContext& context, bool prepared = false);

    /// False once the session is lost.
    bool alive() const;
    /// 150020 for 15.20.
    int serverVersion() const;
    /// `host:port/database`, for sentences.
    QString name() const;

private:
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
