#include "cli/topics/describecommand.h"

#include "cli/access.h"
#include "cli/topics/texttable.h"
#include "kafka/cluster/admin.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonArray numbers(const QList<qint32>& list)
{
    QJsonArray array;
    for (const qint32 number : list)
        array.append(number);
    return array;
}

QJsonObject toJson(const TopicDetails& details)
{
    QJsonArray partitions;
    for (const PartitionInfo& p : details.info.partitions)
        partitions.append(QJsonObject{{u"partition"_s, p.partition}, {u"leader"_s, p.leader},
            {u"replicas"_s, numbers(p.replicas)}, {u"isr"_s, numbers(p.isr)}, {u"low"_s, p.low}, {u"high"_s, p.high}});
    QJsonObject config;
    for (auto it = details.config.cbegin(); it != details.config.cend(); ++it)
        config.insert(it.key(), it->isSensitive ? QJsonValue() : QJsonValue(it->value));
    QJsonArray groups;
    for (const GroupLag& group : details.info.groups)
        groups.append(QJsonObject{{u"group"_s, group.group}, {u"state"_s, group.state}, {u"members"_s, group.members},
            {u"lag"_s, group.lag}});
    return {
        {u"topic"_s, details.info.topic}, {u"partitions"_s, partitions}, {u"config"_s, config}, {u"groups"_s, groups}};
}

QString joined(const QList<qint32>& list)
{
    QStringList words;
    for (const qint32 number : list)
        words.append(QString::number(number));
    return words.join(u',');
}

void print(const TopicDetails& details, Environment& env)
{
    TextTable partitions({tr_("PARTITION"), tr_("LEADER"), tr_("REPLICAS"), tr_("ISR"), tr_("LOW"), tr_("HIGH")});
    partitions.alignRight({0, 1, 4, 5});
    for (const PartitionInfo& p : details.info.partitions)
        partitions.add({QString::number(p.partition), QString::number(p.leader), joined(p.replicas), joined(p.isr),
            QString::number(p.low), QString::number(p.high)});
    partitions.print(env);
    if (!details.info.groups.isEmpty()) {
        env.out().line({});
        TextTable groups({tr_("GROUP"), tr_("STATE"), tr_("MEMBERS"), tr_("LAG")});
        groups.alignRight({2, 3});
        for (const GroupLag& group : details.info.groups)
            groups.add({group.group, group.state, QString::number(group.members), QString::number(group.lag)});
        groups.print(env);
    }
    env.out().line({});
    TextTable config({tr_("SETTING"), tr_("VALUE"), {}});
    for (auto it = details.config.cbegin(); it != details.config.cend(); ++it)
        config.add({it.key(), it->isSensitive ? u"***"_s : it->value, it->isDefault ? tr_("default") : QString()});
    config.print(env);
}

} // namespace

QStringList TopicsDescribeCommand::words() const
{
    return {u"topics"_s, u"describe"_s};
}

QString TopicsDescribeCommand::summary() const
{
    return tr_("one topic: partitions with watermarks, configuration, groups with state and lag");
}

QStringList TopicsDescribeCommand::positionals() const
{
    return {u"TOPIC"_s};
}

int TopicsDescribeCommand::run(const Arguments& arguments, Environment& env)
{
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto admin = ClusterAdmin::open(*access);
    if (!admin)
        return env.fail(admin.error());
    const auto details = (*admin)->describeTopic(arguments.positional.first(), env.task());
    if (!details)
        return env.fail(details.error());
    if (!details->configProblem.isEmpty())
        env.say(tr_("The configuration cannot be seen: %1").arg(details->configProblem));
    if (env.json)
        env.out().json(toJson(*details));
    else
        print(*details, env);
    return exitcode::done;
}

} // namespace nc::cli
