#include "publish/sampledata.h"

#include "core/atomicfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qint64 limit = 4 * 1024 * 1024;

QString hashOf(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

QJsonValue leaf(const TemplateVariable& variable, const QString& word)
{
    switch (variable.kind) {
    case TemplateVariable::Kind::List:
        return QJsonArray{};
    case TemplateVariable::Kind::Object:
        return QJsonObject{};
    case TemplateVariable::Kind::Scalar:
        break;
    }
    return word;
}

// `a.items[].title`: objects by name, lists with one element.
QJsonValue with(const QJsonValue& into, const QStringList& path, const TemplateVariable& variable)
{
    if (path.isEmpty())
        return into.isUndefined() || into.isNull() ? leaf(variable, variable.name.section(u'.', -1)) : into;
    const bool list = path.first().endsWith("[]"_L1);
    const QString name = list ? path.first().chopped(2) : path.first();
    QJsonObject object = into.toObject();
    if (list) {
        QJsonArray elements = object.value(name).toArray();
        const QJsonValue first = elements.isEmpty() ? QJsonValue() : elements.first();
        elements = QJsonArray{with(first, path.mid(1), variable)};
        object.insert(name, elements);
    } else {
        object.insert(name, with(object.value(name), path.mid(1), variable));
    }
    return object;
}

// Whether something stands at `a.b` or, for every element, at `items[].title`.
bool has(const QJsonValue& value, const QStringList& path)
{
    if (path.isEmpty())
        return !value.isUndefined() && !value.isNull();
    const bool list = path.first().endsWith("[]"_L1);
    const QJsonValue next = value.toObject().value(list ? path.first().chopped(2) : path.first());
    if (!list)
        return has(next, path.mid(1));
    if (!next.isArray())
        return false;
    const QJsonArray elements = next.toArray();
    return std::ranges::all_of(elements, [&](const QJsonValue& element) { return has(element, path.mid(1)); });
}

} // namespace

SampleFindings compareSample(const QList<TemplateVariable>& variables, const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return {{}, {}, error.error != QJsonParseError::NoError ? error.offset : 0};
    SampleFindings findings;
    QSet<QString> read{u"recipientRoles"_s};
    for (const TemplateVariable& variable : variables) {
        const QStringList path = variable.name.split(u'.');
        read.insert(path.first().endsWith("[]"_L1) ? path.first().chopped(2) : path.first());
        if (!variable.optional && !has(document.object(), path))
            findings.missing += variable.name;
    }
    for (const QString& key : document.object().keys()) {
        if (!read.contains(key))
            findings.unused += key;
    }
    return findings;
}

SampleData::SampleData(const QString& folder, const QString& regulation)
    : m_folder(folder + u"/samples/"_s + hashOf(QFileInfo(regulation).absoluteFilePath()))
{
}

QString SampleData::pathOf(const TemplateKey& key) const
{
    return m_folder + u'/' + channelName(key.channel) + u'-' + hashOf(key.name) + u".json"_s;
}

std::optional<QByteArray> SampleData::load(const TemplateKey& key) const
{
    const auto content = readFile(pathOf(key), limit);
    return content ? std::optional(content->bytes) : std::nullopt;
}

Result<void> SampleData::save(const TemplateKey& key, const QByteArray& json) const
{
    // It may hold somebody's real parameters.
    const auto written = writePrivateFile(pathOf(key), json);
    if (!written)
        return fail(written.error());
    return {};
}

QByteArray SampleData::generate(const QList<TemplateVariable>& variables)
{
    QJsonValue root = QJsonObject{};
    // Lists and objects last: what is read inside them says more than their kind.
    QList<TemplateVariable> ordered = variables;
    std::ranges::stable_sort(ordered, {},
        [](const TemplateVariable& variable) { return variable.kind == TemplateVariable::Kind::Scalar ? 0 : 1; });
    for (const TemplateVariable& variable : ordered)
        root = with(root, variable.name.split(u'.'), variable);
    QJsonObject object = root.toObject();
    if (object.contains(u"recipientRoles"))
        object.insert(u"recipientRoles"_s, QJsonArray{u"citizen"_s});
    return QJsonDocument(object).toJson();
}

QByteArray SampleData::generateForDiia(const QString& text)
{
    static const QRegularExpression placeholder(uR"(\{([^{}\s]+)\})"_s);
    QJsonObject object;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const QString key = it.next().captured(1);
        object.insert(key, key);
    }
    return QJsonDocument(object).toJson();
}

} // namespace nc
