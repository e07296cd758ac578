#pragma once

#include "cli/command.h"
#include "publish/history/templatehistory.h"

namespace nc::cli {

/// Where the history of the profile's database lies.
PublishHistory historyOf(const Profile& profile, const Environment& env);

/// The versions of a template, the one in the database included. Where the database is out of reach, that is said on
/// stderr and the history alone answers.
Result<QList<TemplateVersion>> versionsFor(const Profile& profile, const QString& key, Environment& env);

/// `--number N` or `--at TIME`; exactly one. The error is a sentence for the person (wrong usage).
std::expected<VersionChoice, QString> versionChoice(const Arguments& arguments, const Environment& env);
QList<OptionSpec> versionOptions();

/// A key as people write it: channel/name, the name may hold anything.
bool isTemplateKey(const QString& text);

QJsonObject versionToJson(const TemplateVersion& version);

} // namespace nc::cli
