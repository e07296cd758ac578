#include "cli/values.h"

#include "core/timetext.h"
#include "failures/facts/offsetselection.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// Of any channel: what stands in a database may be older than today's channels.
bool isTemplateKey(const QString& text)
{
    const qsizetype slash = text.indexOf(u'/');
    return slash > 0 && slash + 1 < text.size();
}

using Check = QString (*)(const OptionSpec& spec, const QString& value, Language language);

template <class T>
QString sentenceOf(const Result<T>& read, Language language)
{
    return read ? QString() : describe(read.error(), language);
}

QString notBelow(const OptionSpec& spec, const QString& value, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (ok && number >= least && number <= most)
        return {};
    return most >= std::numeric_limits<qint32>::max()
        ? tr_("--%1 takes a number from %2").arg(spec.name).arg(least)
        : tr_("--%1 takes a number from %2 to %3").arg(spec.name).arg(least).arg(most);
}

struct Kind {
    QLatin1StringView valueName;
    Completion completion;
    Check check; ///< null: anything goes
};

constexpr Kind kinds[] = {
    {"FILE"_L1, Completion::Files, nullptr},
    {"DIR"_L1, Completion::Folders, nullptr},
    {"PROFILE"_L1, Completion::Profiles, nullptr},
    {"TIME"_L1, Completion::None,
        [](const OptionSpec&, const QString& value, Language language) {
            return sentenceOf(parseTime(value), language);
        }},
    {"DURATION"_L1, Completion::None,
        [](const OptionSpec&, const QString& value, Language language) {
            return sentenceOf(parseDuration(value), language);
        }},
    {"N"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) {
            return notBelow(spec, value, 1, std::numeric_limits<qint64>::max());
        }},
    {"PARTITION"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) {
            return notBelow(spec, value, 0, std::numeric_limits<qint32>::max());
        }},
    {"PARTITION|any"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) {
            const QString problem = notBelow(spec, value, 0, std::numeric_limits<qint32>::max());
            return value == u"any" || problem.isEmpty() ? QString()
                                                        : tr_("--%1 takes a number from 0, or “any”").arg(spec.name);
        }},
    {"PORT"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) { return notBelow(spec, value, 1, 65535); }},
    {"RATE"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) {
            bool ok = false;
            return value.toDouble(&ok) > 0 && ok ? QString()
                                                 : tr_("--%1 takes a number above 0, records a second").arg(spec.name);
        }},
    {"P:O[-O],…"_L1, Completion::None,
        [](const OptionSpec&, const QString& value, Language language) {
            return sentenceOf(OffsetSelection::parse(value), language);
        }},
    {"CHANNEL/NAME"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) {
            return isTemplateKey(value) ? QString() : tr_("--%1 takes CHANNEL/NAME, not “%2”").arg(spec.name, value);
        }},
    {"CHANNEL/NAME|all"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) {
            return value == u"all" || isTemplateKey(value)
                ? QString()
                : tr_("--%1 takes CHANNEL/NAME or all, not “%2”").arg(spec.name, value);
        }},
    {"N=V"_L1, Completion::None,
        [](const OptionSpec& spec, const QString& value, Language) {
            return value.indexOf(u'=') > 0 ? QString() : tr_("--%1 takes NAME=VALUE").arg(spec.name);
        }},
};

const Kind* kindOf(const OptionSpec& spec)
{
    const auto* const found =
        std::ranges::find_if(kinds, [&spec](const Kind& kind) { return spec.valueName == kind.valueName; });
    return found == std::end(kinds) ? nullptr : found;
}

} // namespace

QStringList wordsOf(const OptionSpec& spec)
{
    return spec.valueName.contains(u'|') && !kindOf(spec) ? spec.valueName.split(u'|') : QStringList();
}

Completion completionOf(const OptionSpec& spec)
{
    const Kind* kind = kindOf(spec);
    if (kind)
        return kind->completion;
    return wordsOf(spec).isEmpty() ? Completion::None : Completion::Words;
}

QString problemOf(const OptionSpec& spec, const QString& value, Language language)
{
    if (const Kind* kind = kindOf(spec))
        return kind->check ? kind->check(spec, value, language) : QString();
    const QStringList words = wordsOf(spec);
    return words.isEmpty() || words.contains(value) ? QString()
                                                    : tr_("--%1 is one of %2").arg(spec.name, words.join(u", "_s));
}

} // namespace nc::cli
