#include "postgres/connection.h"

#include "postgres/connectwait.h"
#include "postgres/conninfo.h"
#include "postgres/errormapping.h"
#include "postgres/errors.h"
#include "postgres/interruptor.h"
#include "postgres/sqlstate.h"

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr auto patience = 60ms;

pqxxcompat::Parameters pointersTo(const SqlRow& values)
{
    pqxxcompat::Parameters pointers;
    pointers.reserve(values.size());
    for (const SqlValue& value : values)
        pointers.push_back(value ? value->constData() : nullptr);
    return pointers;
}

SqlRows copied(const pqxx::result& result)
{
    SqlRows copy;
    copy.affected = static_cast<qint64>(result.affected_rows());
    copy.rows.reserve(static_cast<std::size_t>(result.size()));
    for (const auto& row : result) {
        SqlRow& values = copy.rows.emplace_back();
        values.reserve(static_cast<std::size_t>(row.size()));
        for (const auto& field : row) {
            if (field.is_null())
                values.emplace_back();
            else
                values.emplace_back(QByteArray(field.c_str(), static_cast<qsizetype>(field.size())));
        }
    }
    return copy;
}

} // namespace

struct Connection::Private {
    explicit Private(const std::string& conninfo)
        : session(conninfo)
        , guard(session)
    {
    }

    pqxx::connection session;
    pqxxcompat::SessionGuard guard;
    std::unique_ptr<Interruptor> interruptor;
    std::map<const char*, std::string> prepared;
    QString name;
    bool lost = false;

    pqxx::result execute(const char* sql, const SqlRow& parameters, bool asPrepared)
    {
        pqxx::nontransaction transaction(session);
        if (!asPrepared)
            return pqxxcompat::execute(transaction, sql, pointersTo(parameters));
        auto statement = prepared.find(sql);
        if (statement == prepared.end()) {
            statement = prepared.emplace(sql, "s" + std::to_string(prepared.size())).first;
            session.prepare(statement->second, sql);
        }
        return pqxxcompat::executePrepared(transaction, statement->second, pointersTo(parameters));
    }

    Error lostError(Effect effect, bool cut, const TaskContext& context, const QString& reason)
    {
        lost = true;
        if (effect == Effect::Write)
            return {errors::databaseInDoubt, name, reason, Next::InDoubt};
        if (cut || context.isCancelled())
            return {errors::cancelled, {}, {}, Next::Retry};
        return {errors::databaseLost, name, reason, Next::Fatal};
    }
};

Connection::Connection(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseTarget& target, const TaskContext& context)
{
    if (context.isCancelled())
        return TaskContext::cancelled();
    struct Attempt {
        std::unique_ptr<Private> made;
        QString failure;
    };
    const auto attempt = std::make_shared<Attempt>();
    const auto conninfo = fullConninfo(target).toStdString();
    const bool finished = runAbandonable(
        [attempt, conninfo] {
            try {
                attempt->made = std::make_unique<Private>(conninfo);
            } catch (const std::exception& e) {
                attempt->failure = QString::fromUtf8(e.what());
            }
        },
        context.cancel);
    if (!finished)
        return TaskContext::cancelled();
    if (!attempt->made) {
        const QString text =
            target.password.isEmpty() ? attempt->failure : QString(attempt->failure).replace(target.password, u"***"_s);
        return fail(errorFromConnect(text, shownName(target)));
    }
    std::unique_ptr<Private> made = std::move(attempt->made);
    made->name = shownName(target);
    made->interruptor = std::make_unique<Interruptor>(made->session.sock(), patience);
    std::unique_ptr<Connection> connection(new Connection(std::move(made)));
    // A server that waits for a lock on our behalf must notice that we left (PostgreSQL 14 and later; else ignored).
    if (connection->serverVersion() >= 140000)
        (void)connection->run(Effect::Read, "set client_connection_check_interval = 500", {}, context);
    return connection;
}

Result<SqlRows> Connection::run(
    Effect effect, const char* sql, const SqlRow& parameters, const TaskContext& context, bool prepared)
{
    if (context.isCancelled())
        return TaskContext::cancelled();
    if (d->lost)
        return fail(errors::databaseLost, d->name, {}, Next::Fatal);
    for (const SqlValue& value : parameters) {
        if (value && value->contains('\0'))
            return fail(errors::textWithNul, d->name);
    }
    d->interruptor->begin(context.cancel);
    std::optional<Error> error;
    SqlRows rows;
    QString broken;
    try {
        rows = copied(d->execute(sql, parameters, prepared));
    } catch (const pqxx::broken_connection& e) {
        broken = QString::fromUtf8(e.what());
    } catch (const pqxx::in_doubt_error& e) {
        broken = QString::fromUtf8(e.what());
    } catch (const std::exception& e) {
        error = errorFromSqlState(sqlStateOf(e), QString::fromUtf8(e.what()), d->name);
    }
    const bool cut = d->interruptor->end();
    if (broken.isEmpty() && (!error || (d->session.is_open() && !cut))) {
        if (error)
            return fail(*error);
        return rows;
    }
    // libpqxx's own words here are about its insides ("could not obtain client encoding").
    const QString reason = error && !error->detail.isEmpty() ? error->detail : u"server closed the connection"_s;
    return fail(d->lostError(effect, cut, context, reason));
}

bool Connection::alive() const
{
    return !d->lost;
}

int Connection::serverVersion() const
{
    return d->session.server_version();
}

QString Connection::name() const
{
    return d->name;
}

} // namespace nc
