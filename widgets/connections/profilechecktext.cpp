#include "widgets/connections/profilechecktext.h"

#include "widgets/style/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace nc::profilechecktext {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(nc::ProfilesDialog)
};

QString rights(const ProfileCheck& check)
{
    QStringList lines;
    for (const TableRights& table : check.rights) {
        QStringList has;
        for (const auto& [right, granted] : {std::pair(u"select"_s, table.select), std::pair(u"insert"_s, table.insert),
                 std::pair(u"update"_s, table.update), std::pair(u"delete"_s, table.remove)}) {
            if (granted)
                has += right;
        }
        lines += table.table + u": "_s
            + (!table.exists        ? Words::tr("missing")
                    : has.isEmpty() ? Words::tr("no rights")
                                    : has.join(u", "_s));
    }
    return lines.join(u"; "_s);
}

QString found(const ProfileCheck& check)
{
    switch (check.what) {
    case ProfileCheck::What::Kafka:
        return check.brokers.join(u", "_s);
    case ProfileCheck::What::Database:
        return u"%1, PostgreSQL %2"_s.arg(check.name, check.version);
    case ProfileCheck::What::Rights:
        return rights(check);
    case ProfileCheck::What::Vault:
        return Words::tr("%1, secrets engine %2").arg(check.name, check.mount);
    case ProfileCheck::What::Regulation:
    case ProfileCheck::What::Registry:
        return check.branch.isEmpty() ? check.name : u"%1 (%2)"_s.arg(check.name, check.branch);
    default:
        return check.name;
    }
}

} // namespace

QString name(const ProfileCheck& check)
{
    switch (check.what) {
    case ProfileCheck::What::Kafka:
        return Words::tr("Kafka");
    case ProfileCheck::What::Database:
        return Words::tr("Database");
    case ProfileCheck::What::Rights:
        return Words::tr("Rights");
    case ProfileCheck::What::SchemaRegistry:
        return Words::tr("Schema registry");
    case ProfileCheck::What::Service:
        return Words::tr("notification-service");
    case ProfileCheck::What::Vault:
        return Words::tr("Vault");
    case ProfileCheck::What::Regulation:
        return Words::tr("Regulation");
    case ProfileCheck::What::Registry:
        break;
    }
    return Words::tr("Registry configuration");
}

QString words(const ProfileCheck& check)
{
    if (!check.error)
        return found(check);
    const Sentence sentence = sentenceFor(*check.error);
    return sentence.advice.isEmpty() ? sentence.what : sentence.what + u' ' + sentence.advice;
}

QString stages(const ProfileCheck& check)
{
    QStringList lines;
    for (const TestStage& stage : check.stages)
        lines += stage.ok   ? u"✓ %1 %2"_s.arg(stage.name, stage.detail).trimmed()
            : stage.skipped ? u"– %1"_s.arg(stage.name)
                            : u"✗ %1"_s.arg(stage.name);
    return lines.join(u'\n');
}

} // namespace nc::profilechecktext
