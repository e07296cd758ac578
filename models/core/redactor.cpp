#include "core/redactor.h"

#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Rule {
    QRegularExpression pattern;
    QString replacement;
};

QRegularExpression pattern(const QString& text)
{
    QRegularExpression expression(
        text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

const QList<Rule>& rules()
{
    // Words that name a secret, also inside longer names: ssl.key.password, client_secret, X-Vault-Token. Anchored at
    // the name's start, so that a long run of letters is walked once.
    static const QString names =
        uR"((?<![\w.\-])(?:[\w.\-]*(?:passw(?:or)?d|passphrase|pwd|secret(?!s\b|ary)|token|api[_\-]?key|credential)[\w.\-]*|пароль))"_s;
    // A value in quotes (with \" or '' inside), or up to what ends it in a URL, a header or a list.
    static const QString value =
        uR"((?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.|'')*'?|\\"(?:(?!\\").)*(?:\\")?|[^\s"'&;,)}\]][^\s&;,)}\]]*))"_s;
    static const QList<Rule> list{
        {pattern(uR"((?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z))"_s),
            u"*** (private key)"_s},
        {pattern(uR"(\b((?:proxy-)?authorization|(?:set-)?cookie)(\\?["']?\s*[:=]\s*)[^\r\n]+)"_s), u"\\1\\2***"_s},
        {pattern(uR"(\b(bearer|basic)(\s+)[A-Za-z0-9+/_.~\-]{8,}=*)"_s), u"\\1\\2***"_s},
        {pattern(uR"(\beyJ[A-Za-z0-9_\-]{5,}\.[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9_\-]*)?)"_s), u"***"_s},
        // Greedy up to the last @ before the path: a password may hold one itself.
        {pattern(uR"(([a-z][a-z0-9+.\-]*://[^\s/:@"'<>]*):[^\s/"'<>]*@)"_s), u"\\1:***@"_s},
        {pattern(uR"(([a-z][a-z0-9+.\-]*://)[^\s/:@"'<>]+@)"_s), u"\\1***@"_s},
        {pattern(u"("_s + names + uR"(\\?["']?\s*(?:=>|[=:])\s*))"_s + value), u"\\1***"_s},
        {pattern(u"((?<!\\S)--"_s + QString(names).remove(u"(?<![\\w.\\-])"_s) + uR"(\s+))"_s + value), u"\\1***"_s},
    };
    return list;
}

} // namespace

QString redacted(const QString& text)
{
    QString clean = text;
    for (const Rule& rule : rules())
        clean.replace(rule.pattern, rule.replacement);
    return clean;
}

} // namespace nc
