#include "failures/verdicts/servicerules.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

const QString folder = u":/servicerules/"_s;

QStringList texts(const QJsonValue& value)
{
    QStringList out;
    for (const QJsonValue& one : value.toArray())
        out.append(one.toString());
    return out;
}

} // namespace

QStringList ServiceRules::knownVersions()
{
    QStringList versions;
    for (const QString& file : QDir(folder).entryList({u"*.json"_s}))
        versions.append(file.chopped(5));
    std::ranges::sort(versions, {}, [](const QString& version) { return QVersionNumber::fromString(version); });
    return versions;
}

std::optional<ServiceRules> ServiceRules::forVersion(const QString& version)
{
    const QStringList known = knownVersions();
    const QString wanted = version.isEmpty() && !known.isEmpty() ? known.last() : version;
    QFile file(folder + wanted + u".json"_s);
    if (!known.contains(wanted) || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    ServiceRules rules;
    rules.version = json["version"_L1].toString();
    rules.largestRecord = json["largestRecord"_L1].toInteger();
    rules.channels = texts(json["channels"_L1]);
    rules.always = texts(json["always"_L1]);
    rules.realms = texts(json["realms"_L1]);
    const QJsonObject never = json["neverFromEvents"_L1].toObject();
    for (auto it = never.begin(); it != never.end(); ++it)
        rules.neverFromEvents.insert(it.key(), it.value().toString());
    rules.needTitle = texts(json["needTitle"_L1]);
    rules.needAddress = texts(json["needAddress"_L1]);
    rules.needContext = texts(json["needContext"_L1]);
    rules.identityChecked = texts(json["identityChecked"_L1]);
    return rules;
}

} // namespace nc
