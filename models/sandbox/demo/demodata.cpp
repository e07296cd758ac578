#include "sandbox/demo/demodata.h"

#include "core/atomicfile.h"
#include "sandbox/errors.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

Result<QJsonDocument> readStory(const QString& folder, const QString& name)
{
    const QString path = folder + u"/story/"_s + name;
    const auto file = readFile(path);
    if (!file)
        return fail(errors::noDemo, path, file.error().detail);
    const QJsonDocument document = QJsonDocument::fromJson(file->bytes);
    if (document.isNull())
        return fail(errors::noDemo, path);
    return document;
}

PublishedTemplate publishedFrom(const QJsonObject& json)
{
    PublishedTemplate row{json["channel"_L1].toString(), json["name"_L1].toString(), json["title"_L1].toString(),
        json["content"_L1].toString(), {}};
    const QJsonObject attributes = json["attributes"_L1].toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        row.attributes.append({it.key(), it->toString()});
    return row;
}

FailureWords failureFrom(const QJsonObject& json)
{
    return {json["fqcn"_L1].toString().toUtf8(), json["cause-fqcn"_L1].toString().toUtf8(),
        json["message"_L1].toString().toUtf8(), json["stacktrace"_L1].toString().toUtf8(),
        json["reason"_L1].toString()};
}

} // namespace

Result<DemoData> loadDemo(const QString& folder)
{
    const auto published = readStory(folder, u"published.json"_s);
    const auto rendered = readStory(folder, u"rendered.json"_s);
    const auto uses = readStory(folder, u"templates.json"_s);
    const auto failures = readStory(folder, u"failures.json"_s);
    for (const auto* file : {&published, &rendered, &uses, &failures}) {
        if (!*file)
            return fail(file->error());
    }
    DemoData data;
    for (const QJsonValue& row : published->array())
        data.published.append(publishedFrom(row.toObject()));
    const QJsonObject texts = rendered->object();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        data.rendered.insert(
            it.key(), {it->toObject()["subject"_L1].toString(), it->toObject()["message"_L1].toString()});
    const QJsonObject used = uses->object();
    for (auto it = used.begin(); it != used.end(); ++it) {
        const QJsonObject use = it->toObject();
        data.uses.append({it.key(), use["process"_L1].toString(), use["activity"_L1].toString(),
            use["weight"_L1].toInt(), use["parameters"_L1].toObject()});
    }
    const QJsonObject kinds = failures->object();
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        data.failures.insert(it.key(), failureFrom(it->toObject()));
    return data;
}

QString externalTemplateId(const QString& name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex().first(24));
}

} // namespace nc::demo
