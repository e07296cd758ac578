#include "cli/profiles/testcommand.h"

#include "cli/stagetext.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "core/errors.h"
#include "core/sentences.h"
#include "profiletest/profiletest.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

using What = ProfileCheck::What;

QString nameOf(What what)
{
    switch (what) {
    case What::Kafka:
        return u"kafka"_s;
    case What::Database:
        return u"database"_s;
    case What::Rights:
        return u"rights"_s;
    case What::SchemaRegistry:
        return u"schema-registry"_s;
    case What::Service:
        return u"service"_s;
    case What::Vault:
        return u"vault"_s;
    case What::Regulation:
        return u"regulation"_s;
    case What::Registry:
        break;
    }
    return u"registry"_s;
}

QStringList granted(const TableRights& table)
{
    QStringList words;
    for (const auto& [name, has] : {std::pair(u"select"_s, table.select), std::pair(u"insert"_s, table.insert),
             std::pair(u"update"_s, table.update), std::pair(u"delete"_s, table.remove)}) {
        if (has)
            words += name;
    }
    return words;
}

QString rightsWords(const QList<TableRights>& rights)
{
    QStringList words;
    for (const TableRights& table : rights) {
        const QStringList has = granted(table);
        words += table.table + u": "_s
            + (!table.exists        ? tr_("missing")
                    : has.isEmpty() ? tr_("none")
                                    : has.join(u", "_s));
    }
    return words.join(u"; "_s);
}

QString wordsOf(const ProfileCheck& check)
{
    switch (check.what) {
    case What::Kafka:
        return tr_("cluster %1, brokers %2").arg(check.name, check.brokers.join(u", "_s));
    case What::Database:
        return tr_("%1, PostgreSQL %2").arg(check.name, check.version);
    case What::Rights:
        return rightsWords(check.rights);
    case What::Vault:
        return tr_("%1, secrets engine %2").arg(check.name, check.mount);
    default:
        return check.name;
    }
}

QJsonObject factsOf(const ProfileCheck& check, Language language)
{
    QJsonObject facts;
    if (check.what == What::Kafka && check.ok())
        facts = {{u"cluster"_s, check.name}, {u"brokers"_s, QJsonArray::fromStringList(check.brokers)}};
    if (!check.version.isEmpty())
        facts.insert(u"version"_s, check.version);
    if (!check.rights.isEmpty()) {
        QJsonObject rights;
        for (const TableRights& table : check.rights)
            rights.insert(table.table, QJsonArray::fromStringList(granted(table)));
        facts.insert(u"rights"_s, rights);
    }
    if (!check.stages.isEmpty()) {
        QJsonArray stages;
        for (const TestStage& stage : check.stages)
            stages.append(stageJson(stage, language));
        facts.insert(u"stages"_s, stages);
    }
    return facts;
}

/// One line for each thing that was asked, and below it one for each stage on the way to a server.
void report(const ProfileCheck& check, Environment& env)
{
    const QString name = nameOf(check.what);
    const QString words = check.error ? describe(*check.error, env.language) : wordsOf(check);
    if (env.json) {
        QJsonObject line = factsOf(check, env.language);
        line.insert(u"check"_s, name);
        line.insert(u"ok"_s, check.ok());
        line.insert(u"detail"_s, words);
        if (check.error)
            line.insert(u"code"_s, check.error->id());
        env.out().json(line);
    } else {
        env.out().line((check.ok() ? u"✓ "_s : u"✗ "_s) + name.leftJustified(16) + words);
        for (const TestStage& stage : check.stages)
            env.out().line(u"    "_s + stageLine(stage, env.language));
    }
    env.out().flush();
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
    const auto checks = testProfile(*profile, loadSecrets(*env.secretStore(), *profile, env.task()), env.task(),
        [&env](const ProfileCheck& check) { report(check, env); });
    if (!checks)
        return env.fail(checks.error());
    const bool good =
        std::all_of(checks->cbegin(), checks->cend(), [](const ProfileCheck& check) { return check.ok(); });
    return good ? exitcode::done : exitcode::failed;
}

} // namespace nc::cli
