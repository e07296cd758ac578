#pragma once

#include "cli/environment.h"
#include "failures/verdicts/verdict.h"

#include <memory>

namespace nc::cli {

/// Judges against what the profile's database has published, by the rules of the profile's version of the service, and
/// against the limits of its topics. Without a database, or where it does not answer, verdicts that need a template are
/// unknown and say so.
std::unique_ptr<VerdictJudge> openJudge(const Profile& profile, Environment& env);

/// `would succeed`, `would fail: the first reason`, `cannot tell: …`; for lines that people read. `cause` stands in
/// that line already and is not repeated.
QString verdictWords(const Verdict& verdict, const QString& cause, Language language);
QJsonObject verdictToJson(const Verdict& verdict, Language language);

} // namespace nc::cli
