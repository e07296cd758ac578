#include "postgres/sqlstate.h"

namespace nc {
namespace {

template <class E>
bool isA(const std::exception& error)
{
    return dynamic_cast<const E*>(&error) != nullptr;
}

} // namespace

std::string sqlStateOf(const std::exception& error)
{
    if (const auto* known = dynamic_cast<const pqxx::sql_error*>(&error); known && !known->sqlstate().empty())
        return known->sqlstate();
    // Derived classes first.
    if (isA<pqxx::undefined_table>(error))
        return "42P01";
    if (isA<pqxx::insufficient_privilege>(error))
        return "42501";
    if (isA<pqxx::syntax_error>(error))
        return "42601";
    if (isA<pqxx::foreign_key_violation>(error))
        return "23503";
    if (isA<pqxx::unique_violation>(error))
        return "23505";
    if (isA<pqxx::integrity_constraint_violation>(error))
        return "23000";
    if (isA<pqxx::data_exception>(error))
        return "22000";
    if (isA<pqxx::disk_full>(error))
        return "53100";
    if (isA<pqxx::insufficient_resources>(error))
        return "53000";
    if (isA<pqxx::too_many_connections>(error))
        return "53300";
    if (isA<pqxx::deadlock_detected>(error))
        return "40P01";
    if (isA<pqxx::transaction_rollback>(error))
        return "40001";
    return {};
}

} // namespace nc
