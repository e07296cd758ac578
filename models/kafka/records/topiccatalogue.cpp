#include "kafka/records/topiccatalogue.h"

#include "core/atomicfile.h"
#include "kafka/client/errors.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

static void initCatalogues()
{
    Q_INIT_RESOURCE(catalogues);
}

namespace nc {
namespace {

QStringList names(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& one : value.toArray())
        list.append(one.toString());
    return list;
}

std::optional<bool> flag(const QJsonValue& value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace

Result<void> TopicCatalogue::add(const QString& name, const QByteArray& json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return fail(errors::badCatalogue, name, parseError.errorString());
    const QJsonObject root = document.object();
    if (root["version"_L1].toInt(1) > 1)
        return fail(errors::badCatalogue, name, u"version %1"_s.arg(root["version"_L1].toInt()));
    for (const QJsonValue& value : root["topics"_L1].toArray()) {
        const QJsonObject from = value.toObject();
        CatalogueTopic topic;
        topic.topic = from["name"_L1].toString();
        if (topic.topic.isEmpty())
            return fail(errors::badCatalogue, name, u"a topic without a name"_s);
        const QJsonObject purpose = from["purpose"_L1].toObject();
        topic.purposeEnglish = purpose["en"_L1].toString();
        topic.purposeUkrainian = purpose["uk"_L1].toString(topic.purposeEnglish);
        topic.producers = names(from["producers"_L1]);
        topic.consumers = names(from["consumers"_L1]);
        topic.headline = names(from["show"_L1]);
        topic.valueType = from["value"_L1].toString();
        m_topics.removeIf([&](const CatalogueTopic& other) { return other.topic == topic.topic; });
        m_topics.append(topic);
    }
    for (const QJsonValue& value : root["services"_L1].toArray()) {
        const QJsonObject from = value.toObject();
        m_services.append({from["name"_L1].toString(), from["group"_L1].toString(), flag(from["api"_L1]),
            flag(from["consumes"_L1]), flag(from["produces"_L1])});
    }
    return {};
}

Result<TopicCatalogue> TopicCatalogue::load(const QString& folder)
{
    initCatalogues();
    TopicCatalogue catalogue;
    QStringList places{u":/catalogues"_s};
    if (!folder.isEmpty())
        places.append(folder);
    for (const QString& place : places) {
        for (const QFileInfo& info : QDir(place).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            const auto file = readFile(info.filePath(), 16LL * 1024 * 1024);
            if (!file)
                return fail(file.error());
            if (const auto added = catalogue.add(info.filePath(), file->bytes); !added)
                return fail(added.error());
        }
    }
    return catalogue;
}

const TopicCatalogue& TopicCatalogue::builtIn()
{
    static const TopicCatalogue catalogue = load().value_or(TopicCatalogue());
    return catalogue;
}

std::optional<CatalogueTopic> TopicCatalogue::find(const QString& topic, const DeadLetterNaming& naming) const
{
    for (const CatalogueTopic& one : m_topics) {
        if (one.topic == topic)
            return one;
    }
    const QString source = naming.sourceOf(topic);
    if (source.isEmpty())
        return std::nullopt;
    const auto of = find(source, naming);
    if (!of)
        return std::nullopt;
    CatalogueTopic dead;
    dead.topic = topic;
    dead.purposeEnglish = u"What failed of %1"_s.arg(source);
    dead.purposeUkrainian = u"Що не вдалося обробити з %1"_s.arg(source);
    dead.producers = of->consumers;
    dead.headline = of->headline;
    return dead;
}

} // namespace nc
