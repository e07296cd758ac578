#include "cli/dlt/judge.h"

#include "cli/access.h"
#include "cli/command.h"
#include "cli/dlt/letteroptions.h"
#include "failures/verdicts/judging.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {

JudgeAccess judgeAccess(const Profile& profile, Environment& env)
{
    JudgeAccess access;
    if (auto kafka = kafkaAccess(env, profile))
        access.kafka = std::move(*kafka);
    if (!profile.database.isEmpty()) {
        if (auto target = databaseTarget(env, profile))
            access.database = std::move(*target);
        else
            access.databaseUnseen = target.error();
    }
    access.localLedger = localLedgerFolder(env);
    access.serviceVersion = profile.serviceVersion;
    access.registry = profile.registry;
    return access;
}

VerdictJudge& ProfileJudge::judge()
{
    if (!m_judge)
        m_judge = openJudge(judgeAccess(m_profile, m_env), m_unseen, m_env.task());
    return *m_judge;
}

QString verdictWords(const Verdict& verdict, const QString& cause, Language language)
{
    const QString first = verdict.sentences(language).value(0);
    switch (verdict.outcome) {
    case VerdictOutcome::WouldSucceed:
        return first.isEmpty() ? tr_("would succeed") : tr_("would succeed; %1").arg(first);
    case VerdictOutcome::WouldFail:
        return first == cause ? tr_("would fail again") : tr_("would fail: %1").arg(first);
    case VerdictOutcome::Unknown:
        return first.isEmpty() ? tr_("cannot tell") : tr_("cannot tell: %1").arg(first);
    }
    return {};
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
