#include "widgets/preview/letterdress.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

const QRegularExpression& darkQuery()
{
    static const QRegularExpression query(
        uR"(\(\s*prefers-color-scheme\s*:\s*dark\s*\))"_s, QRegularExpression::CaseInsensitiveOption);
    return query;
}

const QRegularExpression& lightQuery()
{
    static const QRegularExpression query(
        uR"(\(\s*prefers-color-scheme\s*:\s*light\s*\))"_s, QRegularExpression::CaseInsensitiveOption);
    return query;
}

const auto always = u"(min-width:0px)"_s;
const auto never = u"(max-width:0px)"_s;

// A frame with a stroke through it; the alternative text stays with its element.
constexpr QLatin1StringView refusedPicture =
    "img:not([src^=\"data:\" i]){content:url(\"data:image/svg+xml,"
    "%3Csvg xmlns='http://www.w3.org/2000/svg' width='96' height='64'%3E"
    "%3Crect x='1' y='1' width='94' height='62' fill='%23fff4e5' stroke='%23b54708' stroke-dasharray='4 3'/%3E"
    "%3Cpath d='M30 20l36 24M66 20L30 44' stroke='%23b54708' stroke-width='2'/%3E%3C/svg%3E\")}"_L1;

// No weight of their own: every rule of the letter wins.
constexpr QLatin1StringView darkPaper = ":root{color-scheme:dark}:where(html){background:#121212;color:#e8e8e8}"_L1;
constexpr QLatin1StringView turnedRound =
    "html{background:#121212}:where(body){background:#fff}"
    "body{filter:invert(.93) hue-rotate(180deg);min-height:100vh;margin:0;padding:8px;box-sizing:border-box}"
    "body img,body svg,body video{filter:invert(1) hue-rotate(180deg)}"_L1;
constexpr QLatin1StringView lightPaper = ":root{color-scheme:light}:where(html){background:#fff;color:#000}"_L1;

} // namespace

bool hasDarkRules(const QString& html)
{
    static const QRegularExpression scheme(
        uR"(color-scheme["']?\s*(content\s*=\s*["']|:)[^"';}]*\bdark\b)"_s, QRegularExpression::CaseInsensitiveOption);
    return html.contains(darkQuery()) || html.contains(scheme);
}

QString dressed(const QString& html, LetterLight light)
{
    if (html.isEmpty())
        return {};
    const bool dark = light == LetterLight::Dark;
    QString result = html;
    result.replace(darkQuery(), dark ? always : never);
    result.replace(lightQuery(), dark ? never : always);
    result += "<style>"_L1 + refusedPicture;
    if (!dark)
        result += lightPaper;
    else
        result += hasDarkRules(html) ? darkPaper : turnedRound;
    result += "</style>"_L1;
    return result;
}

} // namespace nc
