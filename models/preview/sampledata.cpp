#include "preview/sampledata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

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

// A step of a path: `items[][]` is the member `items`, a list of lists.
struct Step {
    QString name;
    int lists = 0;
};

Step stepOf(const QString& text)
{
    Step step{text, 0};
    while (step.name.endsWith("[]"_L1)) {
        step.name.chop(2);
        ++step.lists;
    }
    return step;
}

QJsonValue with(const QJsonValue& into, const QStringList& path, const TemplateVariable& variable);

// In each element of a list, or in a first one.
QJsonValue withEach(const QJsonValue& into, int lists, const QStringList& path, const TemplateVariable& variable)
{
    if (lists == 0)
        return with(into, path, variable);
    QJsonArray elements = into.toArray();
    if (elements.isEmpty())
        elements.append(QJsonValue());
    for (qsizetype i = 0; i < elements.size(); ++i)
        elements[i] = withEach(elements.at(i), lists - 1, path, variable);
    return elements;
}

// `a.items[].title`: objects by name, lists with one element.
QJsonValue with(const QJsonValue& into, const QStringList& path, const TemplateVariable& variable)
{
    if (path.isEmpty())
        return into.isUndefined() || into.isNull() ? leaf(variable, stepOf(variable.name.section(u'.', -1)).name)
                                                   : into;
    const Step step = stepOf(path.first());
    QJsonObject object = into.toObject();
    object.insert(step.name, withEach(object.value(step.name), step.lists, path.mid(1), variable));
    return object;
}

using Optional = QSet<QString>;

bool has(const QJsonValue& value, const QStringList& path, const QString& walked, const Optional& optional);

bool eachHas(
    const QJsonValue& value, int lists, const QStringList& path, const QString& walked, const Optional& optional)
{
    if (lists == 0)
        return has(value, path, walked, optional);
    if (!value.isArray())
        return (value.isUndefined() || value.isNull()) && optional.contains(walked);
    const QJsonArray elements = value.toArray();
    return std::ranges::all_of(elements,
        [&](const QJsonValue& element) { return eachHas(element, lists - 1, path, walked + u"[]"_s, optional); });
}

// Whether something stands at `a.b` or, for every element, at `items[].title`. What lies under something optional that
// is not there is not asked for.
bool has(const QJsonValue& value, const QStringList& path, const QString& walked, const Optional& optional)
{
    if (value.isUndefined() || value.isNull())
        return !path.isEmpty() && optional.contains(walked);
    if (path.isEmpty())
        return true;
    const Step step = stepOf(path.first());
    const QString here = walked.isEmpty() ? step.name : walked + u'.' + step.name;
    return eachHas(value.toObject().value(step.name), step.lists, path.mid(1), here, optional);
}

// Of `a.b` and `a`, or `xs[].t` and `xs`: whether the first lies inside the second.
bool isInside(const QString& path, const QString& outer)
{
    return path.size() > outer.size() && path.startsWith(outer)
        && (path[outer.size()] == u'.' || path[outer.size()] == u'[');
}

class UnusedFinder {
public:
    explicit UnusedFinder(const QList<TemplateVariable>& variables)
        : m_variables(variables)
    {
    }

    QStringList find(const QJsonObject& object)
    {
        walk(object, {});
        return m_unused;
    }

private:
    void walk(const QJsonValue& value, const QString& path)
    {
        if (value.isArray()) {
            const QJsonArray elements = value.toArray();
            for (const QJsonValue& element : elements)
                walk(element, path + u"[]"_s);
            return;
        }
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString name = path.isEmpty() ? it.key() : path + u'.' + it.key();
            if (name == "recipientRoles"_L1 || m_unused.contains(name))
                continue;
            bool inside = false;
            if (!isRead(name, &inside))
                m_unused += name;
            else if (inside)
                walk(it.value(), name);
        }
    }
    // `inside`: only parts of it are read, so its own parts are to be looked at.
    bool isRead(const QString& name, bool* inside) const
    {
        bool read = false;
        for (const TemplateVariable& variable : m_variables) {
            if (variable.whole && (variable.name == name || isInside(name, variable.name))) {
                *inside = false;
                return true;
            }
            if (isInside(variable.name, name))
                read = *inside = true;
            else if (variable.name == name)
                read = true;
        }
        return read;
    }

    const QList<TemplateVariable>& m_variables;
    QStringList m_unused;
};

QByteArray textOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson();
}

// Lists and objects last: what is read inside them says more than their kind.
QList<TemplateVariable> ordered(QList<TemplateVariable> variables)
{
    std::ranges::stable_sort(variables, {},
        [](const TemplateVariable& variable) { return variable.kind == TemplateVariable::Kind::Scalar ? 0 : 1; });
    return variables;
}

} // namespace

SampleFindings compareSample(const QList<TemplateVariable>& variables, const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return {{}, {}, error.error != QJsonParseError::NoError ? error.offset : 0};
    SampleFindings findings;
    Optional optional;
    for (const TemplateVariable& variable : variables) {
        if (variable.optional)
            optional.insert(variable.name);
    }
    for (const TemplateVariable& variable : variables) {
        // The service adds the roles itself.
        const bool roles = variable.name == "recipientRoles"_L1 || isInside(variable.name, u"recipientRoles"_s);
        if (!variable.optional && !roles && !has(document.object(), variable.name.split(u'.'), {}, optional))
            findings.missing += variable.name;
    }
    const QStringList all = findings.missing;
    findings.missing.removeIf([&](const QString& name) {
        return std::ranges::any_of(all, [&](const QString& other) { return isInside(other, name); });
    });
    findings.unused = UnusedFinder(variables).find(document.object());
    return findings;
}

namespace sampledata {

QByteArray generate(const QList<TemplateVariable>& variables)
{
    QJsonValue root = QJsonObject{};
    const QList<TemplateVariable> all = ordered(variables);
    for (const TemplateVariable& variable : all)
        root = with(root, variable.name.split(u'.'), variable);
    QJsonObject object = root.toObject();
    if (object.contains(u"recipientRoles"))
        object.insert(u"recipientRoles"_s, QJsonArray{u"citizen"_s});
    return textOf(object);
}

std::optional<QByteArray> completed(
    const QByteArray& json, const QList<TemplateVariable>& variables, const QStringList& missing)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return {};
    QJsonValue root = document.object();
    const QList<TemplateVariable> all = ordered(variables);
    for (const QString& name : missing) {
        const auto known = std::ranges::find(all, name, &TemplateVariable::name);
        TemplateVariable variable;
        variable.name = name;
        root = with(root, name.split(u'.'), known == all.end() ? variable : *known);
    }
    return textOf(root.toObject());
}

QByteArray generateForDiia(const QString& text)
{
    static const QRegularExpression placeholder(uR"(\{([^{}\s]+)\})"_s);
    QJsonObject object;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const QString key = it.next().captured(1);
        object.insert(key, key);
    }
    return textOf(object);
}

} // namespace sampledata
} // namespace nc
