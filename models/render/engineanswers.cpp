#include "render/engineanswers.h"

#include "render/errors.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace nc::engineanswers {
namespace {

struct CodeName {
    QLatin1StringView name;
    ErrorCode code;
};

constexpr std::array codeNames{
    CodeName{"syntax"_L1, errors::templateSyntax},
    CodeName{"missing-variable"_L1, errors::missingVariable},
    CodeName{"forbidden"_L1, errors::forbiddenConstruct},
    CodeName{"stopped"_L1, errors::templateStopped},
    CodeName{"render"_L1, errors::renderFailed},
    CodeName{"include"_L1, errors::renderFailed},
    CodeName{"bad-data"_L1, errors::badData},
    CodeName{"time-limit"_L1, errors::timeLimit},
    CodeName{"output-limit"_L1, errors::outputLimit},
    CodeName{"memory-limit"_L1, errors::memoryLimit},
    CodeName{"recursion"_L1, errors::endlessRecursion},
};

QList<TemplatePlace> places(const QJsonArray& array)
{
    QList<TemplatePlace> list;
    list.reserve(array.size());
    for (const QJsonValue& value : array)
        list.append({value["line"_L1].toInt(), value["column"_L1].toInt(), value["text"_L1].toString()});
    return list;
}

TemplateVariable variable(const QJsonObject& json)
{
    TemplateVariable result;
    result.name = json.value("name"_L1).toString();
    const QString kind = json.value("kind"_L1).toString();
    if (kind == "list"_L1)
        result.kind = TemplateVariable::Kind::List;
    else if (kind == "object"_L1)
        result.kind = TemplateVariable::Kind::Object;
    result.optional = json.value("optional"_L1).toBool();
    result.whole = json.value("whole"_L1).toBool();
    const QJsonArray list = json.value("places"_L1).toArray();
    for (const QJsonValue& place : list) {
        result.places.append({place[0].toInt(), place[1].toInt(), {}});
        if (result.lines.isEmpty() || result.lines.last() != result.places.last().line)
            result.lines.append(result.places.last().line);
    }
    return result;
}

} // namespace

Prepared prepared(const QJsonObject& json)
{
    Prepared result;
    result.complete = json.value("complete"_L1).toBool();
    result.content = json.value("content"_L1).toString();
    const QJsonArray files = json.value("files"_L1).toArray();
    for (const QJsonValue& file : files)
        result.inputs.append({file["path"_L1].toString(), file["sha256"_L1].toString().toLatin1(),
            file["size"_L1].toInteger(), file["kind"_L1].toString() == "image"_L1, file["jpeg"_L1].toBool()});
    const QJsonArray problems = json.value("problems"_L1).toArray();
    for (const QJsonValue& problem : problems)
        result.problems.append({problem["code"_L1].toString(), problem["element"_L1].toString(),
            problem["reference"_L1].toString(), problem["detail"_L1].toString()});
    return result;
}

Inspection inspection(const QJsonObject& json)
{
    Inspection result;
    if (json.contains("error"_L1)) {
        result.syntaxError = fault(json.value("error"_L1).toObject());
        return result;
    }
    const QJsonArray variables = json.value("variables"_L1).toArray();
    for (const QJsonValue& value : variables)
        result.variables.append(variable(value.toObject()));
    result.forbidden = places(json.value("forbidden"_L1).toArray());
    result.unescaped = places(json.value("unescaped"_L1).toArray());
    return result;
}

TemplateFault fault(const QJsonObject& error)
{
    const QString name = error.value("code"_L1).toString();
    TemplateFault result;
    result.error.code = errors::engineAnswer;
    for (const CodeName& known : codeNames) {
        if (name == known.name)
            result.error.code = known.code;
    }
    result.error.subject = error.value("subject"_L1).toString();
    // A missing variable is said in full by its name.
    if (result.error.code != errors::missingVariable || result.error.subject.isEmpty())
        // FreeMarker goes on with all that there is: the manual's address, every built-in by name.
        result.error.detail = error.value("message"_L1).toString().section(" Help (latest version)"_L1, 0, 0);
    result.line = error.value("line"_L1).toInt();
    result.column = error.value("column"_L1).toInt();
    return result;
}

} // namespace nc::engineanswers
