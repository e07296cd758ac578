#include "postgres/errormapping.h"

#include "postgres/errors.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// `ERROR:  permission denied for table x` + further lines (LINE 1: …): the first line says what matters.
QString firstLine(const QString& message)
{
    QString line = message.trimmed().section(u'\n', 0, 0).trimmed();
    static const QRegularExpression prefix(uR"(^[A-Z]+:\s+)"_s);
    return line.remove(prefix);
}

// The object's name is in quotes (missing) or the last word (permission denied), in every language of the server.
QString objectIn(const QString& line)
{
    static const QRegularExpression quoted(uR"(["«„]([^"»“]+)["»“])"_s);
    const auto match = quoted.match(line);
    return match.hasMatch() ? match.captured(1) : line.section(u' ', -1);
}

bool startsWith(const std::string& state, const char* prefix)
{
    return state.rfind(prefix, 0) == 0;
}

} // namespace

Error errorFromSqlState(const std::string& state, const QString& message, const QString& database)
{
    const QString line = firstLine(message);
    const auto error = [&](ErrorCode code, Next next = Next::Abort) { return Error{code, database, line, next}; };
    if (state == "42501")
        return {errors::missingRight, objectIn(line), line, Next::Abort};
    if (state == "42P01" || state == "3F000")
        return {errors::missingTable, objectIn(line), line, Next::Abort};
    if (state == "25006")
        return error(errors::databaseReadOnly);
    if (state == "57014" || state == "55P03")
        return error(errors::statementTimeout, Next::Retry);
    if (state == "40001" || state == "40P01" || state == "23505" || state == "23503")
        return error(errors::databaseConflict, Next::Retry);
    if (state == "53100")
        return error(errors::databaseFull, Next::Retry);
    if (state == "53300")
        return error(errors::databaseBusy, Next::Retry);
    if (state == "22021" || state == "22P05")
        return error(errors::textNotUtf8);
    if (startsWith(state, "23"))
        return error(errors::constraintViolated);
    if (startsWith(state, "57P") || startsWith(state, "08"))
        return error(errors::databaseLost, Next::Fatal);
    return error(errors::databaseRefused);
}

Error errorFromConnect(const QString& message, const QString& database)
{
    QString text = message.trimmed();
    // "connection to server at "127.0.0.1", port 5432 failed: " repeats what the sentence says already.
    static const QRegularExpression preamble(uR"(^connection to server (at|on socket) .*? failed: )"_s);
    text.remove(preamble);
    text = firstLine(text);
    const auto error = [&](ErrorCode code, Next next) { return Error{code, database, text, next}; };
    const auto has = [&](QLatin1StringView words) { return text.contains(words, Qt::CaseInsensitive); };
    if (has("authentication"_L1) || has("password"_L1) || has("pg_hba.conf"_L1)
        || (has("role"_L1) && has("does not exist"_L1)) || has("not permitted to log in"_L1)
        || has("permission denied for database"_L1))
        return error(errors::databaseLoginRefused, Next::Abort);
    if (has("database"_L1) && has("does not exist"_L1))
        return error(errors::databaseMissing, Next::Abort);
    if (has("too many"_L1) || has("remaining connection slots"_L1) || has("starting up"_L1))
        return error(errors::databaseBusy, Next::Retry);
    if (has("invalid connection option"_L1) || has("missing \"=\""_L1) || has("invalid URI"_L1)
        || has("invalid port"_L1) || has("unterminated quoted"_L1) || has("invalid sslmode"_L1)
        || has("invalid integer value"_L1))
        return error(errors::badConnectionString, Next::Abort);
    return error(errors::databaseUnreachable, Next::Retry);
}

} // namespace nc
