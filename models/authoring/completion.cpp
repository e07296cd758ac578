#include "authoring/completion.h"

#include "authoring/languagewords.h"
#include "templates/source/templatestructure.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Kind = CompletionContext::Kind;

constexpr int deepest = 8;
constexpr int mostItems = 20; ///< of a list that are looked at

void addObject(const QJsonObject& object, const QString& prefix, int depth, KnownNames& names);

void addValue(const QJsonValue& value, const QString& name, int depth, KnownNames& names)
{
    names.add(name);
    if (depth >= deepest)
        return;
    if (value.isObject()) {
        addObject(value.toObject(), name + u'.', depth + 1, names);
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (int i = 0; i < std::min<int>(mostItems, int(items.size())); ++i) {
            if (items[i].isObject())
                addObject(items[i].toObject(), name + u"[]."_s, depth + 1, names);
        }
    }
}

void addObject(const QJsonObject& object, const QString& prefix, int depth, KnownNames& names)
{
    for (auto field = object.begin(); field != object.end(); ++field)
        addValue(field.value(), prefix + field.key(), depth, names);
}

/// Names that loops around the place give to items, outermost first: `item` → `items[]`.
QList<std::pair<QString, QString>> loopVariables(const QString& text, const TemplateStructure& structure, qsizetype at)
{
    static const QRegularExpression loop(uR"(\A\[#(?:list|items|foreach)\s+(?:(.*?)\s+)?as\s+(\w+)(?:\s*,\s*(\w+))?)"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression listed(
        uR"(\A\[#list\s+(.*?)\s*\]\z)"_s, QRegularExpression::DotMatchesEverythingOption);
    QList<std::pair<QString, QString>> variables;
    QString outer; // of [#list xs], for the [#items as x] inside
    for (const StructurePart& part : structure.parts()) {
        if (part.end > at)
            break; // also the directive that is being typed
        const bool around = part.kind == StructurePart::Kind::Directive && part.role == StructurePart::Role::Open
            && (part.partner < 0 || structure.parts()[part.partner].begin >= at);
        if (!around || (part.name != u"list" && part.name != u"items" && part.name != u"foreach"))
            continue;
        const QString code = text.mid(part.begin, part.end - part.begin);
        const auto match = loop.match(code);
        if (match.hasMatch())
            variables.append({match.captured(2), (match.captured(1).isEmpty() ? outer : match.captured(1)) + u"[]"_s});
        else
            outer = listed.match(code).captured(1);
    }
    return variables;
}

/// A path of the author's in terms of the data: `item.address` inside [#list items as item] is `items[].address`.
QString resolved(QString path, const QList<std::pair<QString, QString>>& loops)
{
    static const QRegularExpression index(uR"(\[[^\]]*\])"_s);
    path.replace(index, u"[]"_s);
    for (auto loop = loops.crbegin(); loop != loops.crend(); ++loop) {
        const QString head = path.section(u'.', 0, 0);
        if (head == loop->first)
            path = loop->second + path.mid(head.size());
        else if (head == loop->first + u"[]"_s)
            path = loop->second + u"[]"_s + path.mid(head.size());
    }
    return path;
}

void rank(QList<Completion>& list, const QString& prefix)
{
    list.removeIf([&](const Completion& one) { return !one.text.startsWith(prefix, Qt::CaseInsensitive); });
}

/// Names of what is open at the place, the innermost first.
QStringList openParts(const TemplateStructure& structure, StructurePart::Kind kind, qsizetype at)
{
    QStringList names;
    for (const StructurePart& part : structure.parts()) {
        if (part.begin >= at)
            break;
        const bool open = part.kind == kind && part.role == StructurePart::Role::Open && part.name != u"sep"
            && (part.partner < 0 || structure.parts()[part.partner].begin >= at);
        if (open)
            names.prepend(part.name);
    }
    return names;
}

QList<Completion> words(LanguageWord::Kind kind, const QString& closing, Language language)
{
    QList<Completion> list;
    for (const LanguageWord& word : languageWords()) {
        if (word.kind != kind)
            continue;
        QString insert = word.insert;
        // The bracket that was typed already stays.
        if (kind == LanguageWord::Kind::Directive)
            insert.remove(0, 2);
        if (!closing.isEmpty() && insert.endsWith(closing))
            insert.chop(closing.size());
        list.append({word.name, insert, word.helpIn(language)});
    }
    return list;
}

QList<Completion> ends(const QStringList& names, const QString& closing)
{
    QList<Completion> list;
    QSet<QString> seen;
    for (const QString& name : names) {
        if (!seen.contains(name))
            list.append({name, name + closing, {}});
        seen.insert(name);
    }
    return list;
}

QList<Completion> variables(
    const QString& text, const TemplateStructure& structure, const CompletionContext& context, const KnownNames& names)
{
    QList<Completion> list;
    const auto loops = loopVariables(text, structure, context.from);
    QSet<QString> seen;
    const auto offer = [&](const QString& name) {
        if (!name.isEmpty() && !seen.contains(name))
            list.append({name, {}, {}});
        seen.insert(name);
    };
    const QString path = context.path.isEmpty() ? QString() : resolved(context.path, loops) + u'.';
    if (path.isEmpty()) {
        for (auto loop = loops.crbegin(); loop != loops.crend(); ++loop)
            offer(loop->first);
    }
    for (const QString& name : names.names) {
        if (!name.startsWith(path))
            continue;
        const QString rest = name.mid(path.size());
        offer(rest.section(u'.', 0, 0).remove(u"[]"_s));
    }
    return list;
}

} // namespace

void KnownNames::add(const QString& name)
{
    if (!names.contains(name))
        names += name;
}

void KnownNames::addJson(const QByteArray& json)
{
    addObject(QJsonDocument::fromJson(json).object(), {}, 0, *this);
}

QList<Completion> completionsAt(
    const QString& text, const CompletionContext& context, Channel channel, const KnownNames& names, Language language)
{
    if (context.kind == Kind::None)
        return {};
    const TemplateStructure structure(
        text, channel == Channel::Email ? TemplateStructure::Markup::Html : TemplateStructure::Markup::Plain);
    const QStringView after = QStringView(text).sliced(context.from + context.prefix.size());
    const QString closing = after.startsWith(u']') ? u"]"_s : QString();
    QList<Completion> list;
    switch (context.kind) {
    case Kind::None:
        break;
    case Kind::Directive:
        list = words(LanguageWord::Kind::Directive, closing, language);
        break;
    case Kind::BuiltIn:
        list = words(LanguageWord::Kind::BuiltIn, {}, language);
        break;
    case Kind::DirectiveEnd:
        list = ends(openParts(structure, StructurePart::Kind::Directive, context.from - 3),
            closing.isEmpty() ? u"]"_s : QString());
        break;
    case Kind::MacroEnd:
        list = ends(
            openParts(structure, StructurePart::Kind::Macro, context.from - 3), closing.isEmpty() ? u"]"_s : QString());
        break;
    case Kind::Tag:
        list = ends(openParts(structure, StructurePart::Kind::Tag, context.from - 2),
            after.startsWith(u'>') ? QString() : u">"_s);
        break;
    case Kind::MacroCall:
        for (const QString& name : structure.definitions())
            list.append({name, closing.isEmpty() ? name + u"|/]"_s : QString(), {}});
        break;
    case Kind::Variable:
        list = variables(text, structure, context, names);
        break;
    case Kind::Placeholder:
        for (const QString& name : names.names) {
            if (!name.contains(u'.') && !name.contains(u'['))
                list.append({name, after.startsWith(u'}') ? QString() : name + u'}', {}});
        }
        break;
    }
    rank(list, context.prefix);
    return list;
}

} // namespace nc
