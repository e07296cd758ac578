#include "cli/dlt/judge.h"

#include "channels/valuesfile.h"
#include "cli/access.h"
#include "cli/command.h"
#include "kafka/admin.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {

std::unique_ptr<VerdictJudge> openJudge(const Profile& profile, Environment& env)
{
    std::optional<PublishedContents> published;
    if (!profile.database.isEmpty()) {
        const auto target = databaseTarget(env, profile);
        auto read =
            target ? readPublishedContents(*target, env.task()) : Result<PublishedContents>(nc::fail(target.error()));
        if (read)
            published = std::move(*read);
        else
            env.say(tr_("No verdicts on templates: %1").arg(describe(read.error(), env.language)));
    }
    VerdictBasis basis;
    basis.serviceVersion = profile.serviceVersion;
    if (const auto access = kafkaAccess(env, profile)) {
        const auto admin = ClusterAdmin::open(*access);
        if (auto limits =
                admin ? readTopicLimits(**admin, env.task()) : Result<QHash<QString, qint64>>(nc::fail(admin.error())))
            basis.topicLimits = std::move(*limits);
    }
    if (!profile.registry.isEmpty()) {
        const auto file = ValuesFile::load(profile.registry);
        for (const ChannelProblem& problem : file ? file->problems() : QList<ChannelProblem>()) {
            for (const QString& channel : {u"email"_s, u"diia"_s}) {
                if (problem.severity == ChannelProblem::Severity::Error && problem.key.contains(channel)
                    && !basis.channelProblems.contains(channel))
                    basis.channelProblems.insert(channel, problem.error);
            }
        }
    }
    return std::make_unique<VerdictJudge>(std::move(published), std::move(basis));
}

QJsonObject verdictToJson(const Verdict& verdict, Language language)
{
    QJsonObject json{{u"outcome"_s, verdictName(verdict.outcome)},
        {u"reasons"_s, QJsonArray::fromStringList(verdict.sentences(language))}};
    if (!verdict.rules.isEmpty())
        json.insert(u"rules"_s, verdict.rules);
    QJsonArray troubles;
    for (const TemplateTrouble& trouble : verdict.troubles)
        troubles.append(QJsonObject{{u"channel"_s, trouble.channel}, {u"template"_s, trouble.templateName},
            {u"variable"_s, trouble.variable}, {u"line"_s, trouble.line}, {u"column"_s, trouble.column},
            {u"message"_s, trouble.message}});
    if (!troubles.isEmpty())
        json.insert(u"troubles"_s, troubles);
    return json;
}

} // namespace nc::cli
