#pragma once

#include "cli/environment.h"
#include "failures/verdicts/judging.h"

#include <memory>

namespace nc::cli {

/// Judges against what the profile's database has published, by the rules of the profile's version of the service, and
/// against the limits of its topics; nothing is opened before the first verdict. Without a database, or where it does
/// not answer, verdicts that need a template are unknown and say so. The profile and the environment must outlive it.
class ProfileJudge {
public:
    ProfileJudge(const Profile& profile, Environment& env)
        : m_profile(profile)
        , m_env(env)
    {
    }

    template <class Failure>
    Verdict judge(const Failure& failure)
    {
        return judge().judge(failure, m_env.task());
    }
    /// What the verdicts so far could not see.
    const Unseen& unseen() const { return m_unseen; }

private:
    VerdictJudge& judge();

    const Profile& m_profile;
    Environment& m_env;
    std::unique_ptr<VerdictJudge> m_judge;
    Unseen m_unseen;
};

/// What is needed to judge with the profile's servers.
JudgeAccess judgeAccess(const Profile& profile, Environment& env);

/// `would succeed`, `would fail: the first reason`, `cannot tell: …`; for lines that people read. `cause` stands in
/// that line already and is not repeated.
QString verdictWords(const Verdict& verdict, const QString& cause, Language language);
QJsonObject verdictToJson(const Verdict& verdict, Language language);

} // namespace nc::cli
