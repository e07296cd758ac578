#pragma once

// The one place that knows how libpqxx 6.4 (Debian 12) and 7.x (Debian 13) differ. Included by .cpp files of this
// folder only, after the Qt headers.

#include <pqxx/pqxx>
#include <string>
#include <vector>

namespace nc::pqxxcompat {

/// Null pointers are SQL NULL; the text must outlive the call.
using Parameters = std::vector<const char*>;

/// Hushes notices (they would go to stderr) and, on 6.x, keeps the library from reconnecting behind our back: a new
/// session would not hold the advisory lock of the old one.
class SessionGuard {
public:
    explicit SessionGuard(pqxx::connection& connection)
#if PQXX_VERSION_MAJOR < 7
        : m_quiet(connection)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
    }

private:
    pqxx::quiet_errorhandler m_quiet;
#elif PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10
    {
        connection.set_notice_handler([](pqxx::zview) noexcept {});
    }
#else
        : m_quiet(connection)
    {
    }

private:
    pqxx::quiet_errorhandler m_quiet;
#endif
};

#if PQXX_VERSION_MAJOR >= 7
inline pqxx::params paramsOf(const Parameters& parameters)
{
    pqxx::params list;
    for (const char* parameter : parameters) {
        if (parameter)
            list.append(std::string(parameter));
        else
            list.append();
    }
    return list;
}
#endif

inline pqxx::result execute(pqxx::transaction_base& transaction, const std::string& sql, const Parameters& parameters)
{
#if PQXX_VERSION_MAJOR < 7
    return transaction.exec_params(sql, pqxx::prepare::make_dynamic_params(parameters));
#else
    const pqxx::params list = paramsOf(parameters);
#if PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10
    return transaction.exec(pqxx::zview{sql}, list);
#else
    return transaction.exec_params(pqxx::zview{sql}, list);
#endif
#endif
}

inline pqxx::result executePrepared(
    pqxx::transaction_base& transaction, const std::string& name, const Parameters& parameters)
{
#if PQXX_VERSION_MAJOR < 7
    return transaction.exec_prepared(name, pqxx::prepare::make_dynamic_params(parameters));
#else
    const pqxx::params list = paramsOf(parameters);
#if PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10
    return transaction.exec(pqxx::prepped{name}, list);
#else
    return transaction.exec_prepared(pqxx::zview{name}, list);
#endif
#endif
}

} // namespace nc::pqxxcompat
