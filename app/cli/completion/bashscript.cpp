#include "cli/completion/bashscript.h"

#include "cli/help.h"
#include "cli/registry.h"
#include "cli/values.h"

#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// How bash finds the values of an option: `compgen` arguments, empty for a switch.
QString valuesOf(const OptionSpec& spec)
{
    if (spec.valueName.isEmpty())
        return {};
    switch (completionOf(spec)) {
    case Completion::Profiles:
        return u"profiles"_s;
    case Completion::Words:
        return u"words "_s + wordsOf(spec).join(u' ');
    case Completion::Folders:
        return u"folders"_s;
    case Completion::Files:
        return u"files"_s;
    case Completion::None:
        break;
    }
    return u"nothing"_s;
}

QStringList optionNames(const QList<OptionSpec>& specs)
{
    QStringList names;
    for (const OptionSpec& spec : specs)
        names += u"--"_s + spec.name;
    return names;
}

/// `case` branches; alternatives with the same body are one branch.
QString branches(const QMap<QString, QStringList>& patternsByBody)
{
    QString text;
    for (auto it = patternsByBody.begin(); it != patternsByBody.end(); ++it)
        text += u"        "_s + it.value().join(u" | "_s) + u") "_s + it.key() + u" ;;\n"_s;
    return text;
}

constexpr auto frame = R"bash(# Completion of notifyctl for bash; made by "notifyctl completion bash".
_notifyctl_value() {
    case "$1" in
@VALUES@    esac
}

_notifyctl() {
    local current=${COMP_WORDS[COMP_CWORD]} previous= words= i kind word next
    COMPREPLY=()
    [ "$COMP_CWORD" -gt 0 ] && previous=${COMP_WORDS[COMP_CWORD - 1]}
    kind=$(_notifyctl_value "$previous")
    case "$kind" in
        nothing) return ;;
        files) COMPREPLY=($(compgen -f -- "$current")); return ;;
        folders) COMPREPLY=($(compgen -d -- "$current")); return ;;
        profiles) COMPREPLY=($(compgen -W "$(notifyctl profiles list 2>/dev/null | cut -c3- | cut -d' ' -f1)" -- "$current")); return ;;
        words*) COMPREPLY=($(compgen -W "${kind#words }" -- "$current")); return ;;
    esac
    # The command's words so far, without options and their values.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case "$word" in
            -*) [ -n "$(_notifyctl_value "$word")" ] && i=$((i + 1)); continue ;;
        esac
        next="${words:+$words }$word"
        case "$next" in
@KNOWN@            *) break ;;
        esac
    done
    case "$current" in
        -*)
            case "$words" in
@OPTIONS@                *) COMPREPLY=($(compgen -W "@GLOBALS@" -- "$current")) ;;
            esac
            return ;;
    esac
    case "$words" in
@WORDS@        *) COMPREPLY=($(compgen -f -- "$current")) ;;
    esac
}
complete -o filenames -F _notifyctl notifyctl
)bash";

} // namespace

QString bashCompletion(const Registry& registry)
{
    QMap<QString, QStringList> values;
    QMap<QString, QStringList> nextWords; // by the words so far
    QStringList known;
    QString options;
    QSet<QString> seen;
    const QStringList globals = optionNames(globalOptions()) + QStringList{u"--help"_s};
    const auto addValues = [&](const QList<OptionSpec>& specs) {
        for (const OptionSpec& spec : specs) {
            const QString body = valuesOf(spec);
            if (body.isEmpty() || seen.contains(spec.name))
                continue;
            seen.insert(spec.name);
            QStringList& patterns = values[u"echo \"%1\""_s.arg(body)];
            patterns += u"--"_s + spec.name;
            if (!spec.shortName.isEmpty())
                patterns += u'-' + spec.shortName;
        }
    };
    addValues(globalOptions());
    for (const auto& command : registry.commands()) {
        const QStringList words = command->words();
        for (qsizetype i = 0; i < words.size(); ++i) {
            QStringList& next = nextWords[words.first(i).join(u' ')];
            if (!next.contains(words[i]))
                next += words[i];
            const QString path = u'"' + words.first(i + 1).join(u' ') + u'"';
            if (!known.contains(path))
                known += path;
        }
        addValues(command->options());
        options += u"                \"%1\") COMPREPLY=($(compgen -W \"%2\" -- \"$current\")) ;;\n"_s.arg(
            words.join(u' '), (optionNames(command->options()) + globals).join(u' '));
    }
    QString words;
    for (auto it = nextWords.begin(); it != nextWords.end(); ++it)
        words += u"        \"%1\") COMPREPLY=($(compgen -W \"%2\" -- \"$current\")) ;;\n"_s.arg(
            it.key(), it.value().join(u' '));
    QString script = QString::fromLatin1(frame);
    script.replace(u"@VALUES@"_s, branches(values));
    script.replace(u"@KNOWN@"_s, u"            "_s + known.join(u" | "_s) + u") words=$next ;;\n"_s);
    script.replace(u"@OPTIONS@"_s, options);
    script.replace(u"@GLOBALS@"_s, (globals + QStringList{u"--version"_s}).join(u' '));
    script.replace(u"@WORDS@"_s, words);
    return script;
}

} // namespace nc::cli
