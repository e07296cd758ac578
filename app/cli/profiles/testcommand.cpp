#include "cli/profiles/testcommand.h"

#include "channels/vault.h"
#include "cli/access.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "core/errors.h"
#include "kafka/cluster/admin.h"
#include "postgres/rights.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// Says what was found, one line for each thing, and remembers whether all was well.
class Report {
public:
    explicit Report(Environment& env)
        : m_env(env)
    {
    }

    void good(const QString& check, const QString& words, QJsonObject facts = {})
    {
        if (m_env.json) {
            facts.insert(u"check"_s, check);
            facts.insert(u"ok"_s, true);
            facts.insert(u"detail"_s, words);
            m_env.out().json(facts);
        } else {
            m_env.out().line(u"✓ "_s + check.leftJustified(12) + words);
        }
    }
    void bad(const QString& check, const Error& error)
    {
        m_ok = false;
        m_cancelled = m_cancelled || error.is(errors::cancelled);
        const QString words = describe(error, m_env.language);
        if (m_env.json)
            m_env.out().json({{u"check"_s, check}, {u"ok"_s, false}, {u"code"_s, error.id()}, {u"detail"_s, words}});
        else
            m_env.out().line(u"✗ "_s + check.leftJustified(12) + words);
    }
    int code() const { return m_cancelled ? exitcode::cancelled : m_ok ? exitcode::done : exitcode::failed; }
    bool cancelled() const { return m_cancelled; }

private:
    Environment& m_env;
    bool m_ok = true;
    bool m_cancelled = false;
};

void testKafka(const Profile& profile, Environment& env, Report& report)
{
    const auto access = kafkaAccess(env, profile);
    if (!access)
        return report.bad(u"kafka"_s, access.error());
    const auto admin = ClusterAdmin::open(*access);
    if (!admin)
        return report.bad(u"kafka"_s, admin.error());
    const auto cluster = (*admin)->cluster(env.task());
    if (!cluster)
        return report.bad(u"kafka"_s, cluster.error());
    QStringList brokers;
    for (const BrokerInfo& broker : cluster->brokers)
        brokers += broker.host + u':' + QString::number(broker.port);
    report.good(u"kafka"_s, tr_("cluster %1, brokers %2").arg(cluster->id, brokers.join(u", "_s)),
        {{u"cluster"_s, cluster->id}, {u"brokers"_s, QJsonArray::fromStringList(brokers)}});
}

void testDatabase(const Profile& profile, Environment& env, Report& report)
{
    const auto target = databaseTarget(env, profile);
    if (!target)
        return report.bad(u"database"_s, target.error());
    const auto connection = Connection::open(*target, env.task());
    if (!connection)
        return report.bad(u"database"_s, connection.error());
    const int version = (*connection)->serverVersion();
    const QString number = u"%1.%2"_s.arg(version / 10000).arg(version % 10000);
    report.good(u"database"_s, tr_("%1, PostgreSQL %2").arg((*connection)->name(), number), {{u"version"_s, number}});
    const auto rights = readRights(**connection, env.task());
    if (!rights)
        return report.bad(u"rights"_s, rights.error());
    QStringList words;
    QJsonObject facts;
    for (const TableRights& table : *rights) {
        QStringList granted;
        for (const auto& [name, has] : {std::pair(u"select"_s, table.select), std::pair(u"insert"_s, table.insert),
                 std::pair(u"update"_s, table.update), std::pair(u"delete"_s, table.remove)}) {
            if (has)
                granted += name;
        }
        const QString all = !table.exists ? tr_("missing") : granted.isEmpty() ? tr_("none") : granted.join(u", "_s);
        words += table.table + u": "_s + all;
        facts.insert(table.table, QJsonArray::fromStringList(granted));
    }
    // Without these nothing of the database can even be shown.
    const auto enough = checkRights(
        *rights, {{u"notification_template"_s, u"select"_s}, {u"notification_template_attr"_s, u"select"_s}});
    if (!enough)
        return report.bad(u"rights"_s, enough.error());
    report.good(u"rights"_s, words.join(u"; "_s), {{u"rights"_s, facts}});
}

void testVault(const Profile& profile, Environment& env, Report& report)
{
    const auto secrets = loadSecrets(*env.secretStore(), profile, env.task());
    if (!secrets)
        return report.bad(u"vault"_s, secrets.error());
    const auto vault = Vault::open(*vaultTarget(profile, *secrets), env.task());
    const auto good = vault ? vault->check(env.task()) : Result<void>(nc::fail(vault.error()));
    if (!good)
        return report.bad(u"vault"_s, good.error());
    report.good(u"vault"_s, tr_("%1, secrets engine %2").arg(profile.vault.url, profile.vault.mount));
}

void testFolder(const QString& check, const QString& folder, Report& report)
{
    if (folder.isEmpty())
        return;
    if (!QFileInfo(folder).isDir())
        return report.bad(check, {errors::notFound, folder, {}, Next::Abort});
    report.good(check, folder);
}

} // namespace

QStringList ProfilesTestCommand::words() const
{
    return {u"profiles"_s, u"test"_s};
}

QString ProfilesTestCommand::summary() const
{
    return tr_("try a profile's servers and folders; exit code 1 when something fails");
}

QStringList ProfilesTestCommand::positionals() const
{
    return {u"[NAME]"_s};
}

int ProfilesTestCommand::run(const Arguments& arguments, Environment& env)
{
    const auto profile = arguments.positional.isEmpty()
        ? env.profile()
        : ProfileStore(env.configFolder()).resolve(arguments.positional.first());
    if (!profile)
        return env.fail(profile.error());
    Report report(env);
    if (!profile->kafka.bootstrap.isEmpty())
        testKafka(*profile, env, report);
    if (!profile->database.isEmpty() && !report.cancelled())
        testDatabase(*profile, env, report);
    if (!profile->vault.url.isEmpty() && !report.cancelled())
        testVault(*profile, env, report);
    testFolder(u"regulation"_s, profile->regulation, report);
    testFolder(u"registry"_s, profile->registry, report);
    return report.code();
}

} // namespace nc::cli
