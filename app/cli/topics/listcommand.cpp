#include "cli/topics/listcommand.h"

#include "cli/access.h"
#include "cli/topics/texttable.h"
#include "kafka/cluster/admin.h"
#include "kafka/records/topiccatalogue.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonObject toJson(const TopicInfo& topic, const QString& deadLetter, const DeadLetterNaming& naming, Language language)
{
    const auto known = TopicCatalogue::builtIn().find(topic.topic, naming);
    QJsonArray groups;
    for (const GroupLag& group : topic.groups)
        groups.append(QJsonObject{{u"group"_s, group.group}, {u"lag"_s, group.lag}});
    return {
        {u"topic"_s, topic.topic},
        {u"partitions"_s, topic.partitions.size()},
        {u"replication"_s, topic.replication()},
        {u"records"_s, topic.records()},
        {u"purpose"_s, known ? QJsonValue(known->purpose(language)) : QJsonValue()},
        {u"producers"_s, QJsonArray::fromStringList(known ? known->producers : QStringList())},
        {u"consumers"_s, QJsonArray::fromStringList(known ? known->consumers : QStringList())},
        {u"groups"_s, groups},
        {u"lastHour"_s, topic.lastHour},
        {u"retentionMs"_s, topic.retentionMs ? QJsonValue(*topic.retentionMs) : QJsonValue()},
        {u"deadLetter"_s, deadLetter.isEmpty() ? QJsonValue() : QJsonValue(deadLetter)},
    };
}

} // namespace

QStringList TopicsListCommand::words() const
{
    return {u"topics"_s, u"list"_s};
}

QString TopicsListCommand::summary() const
{
    return tr_("topics with their purpose, records, consumer groups and lag");
}

QList<OptionSpec> TopicsListCommand::options() const
{
    return {{u"internal"_s, {}, tr_("Kafka's own topics, too")}};
}

int TopicsListCommand::run(const Arguments& arguments, Environment& env)
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
    ClusterAdmin::ListOptions options;
    options.groups = true;
    options.rates = true;
    options.retention = true;
    options.internals = arguments.has(u"internal"_s);
    const auto topics = (*admin)->listTopics(options, env.task());
    if (!topics)
        return env.fail(topics.error());

    const DeadLetterNaming& naming = access->deadLetters;
    QStringList names;
    for (const TopicInfo& topic : *topics)
        names.append(topic.topic);
    TextTable table({tr_("TOPIC"), tr_("PARTITIONS"), tr_("RECORDS"), tr_("LAG"), tr_("PURPOSE")});
    table.alignRight({1, 2});
    for (const TopicInfo& topic : *topics) {
        if (env.json) {
            env.out().json(toJson(topic, naming.among(topic.topic, names).value(0), naming, env.language));
            continue;
        }
        QStringList lags;
        for (const GroupLag& group : topic.groups)
            lags.append(u"%1: %2"_s.arg(group.group).arg(group.lag));
        const auto known = TopicCatalogue::builtIn().find(topic.topic, naming);
        table.add({topic.topic, QString::number(topic.partitions.size()), QString::number(topic.records()),
            lags.join(u", "_s), known ? known->purpose(env.language) : QString()});
    }
    if (!env.json)
        table.print(env);
    return exitcode::done;
}

} // namespace nc::cli
