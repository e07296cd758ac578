#include "widgets/text/jsonpretty.h"

namespace nc {

static bool isBlank(char ch)
{
    return ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r';
}

bool looksLikeJson(const QByteArray& bytes)
{
    for (const char ch : bytes) {
        if (!isBlank(ch))
            return ch == '{' || ch == '[';
    }
    return false;
}

static void newLine(QByteArray& out, int level)
{
    out.append('\n');
    out.append(2 * qMin(level, 40), ' ');
}

/// Index behind the string that starts at `from`.
static qsizetype endOfString(const QByteArray& json, qsizetype from)
{
    qsizetype i = from + 1;
    while (i < json.size() && json[i] != '"')
        i += json[i] == '\\' ? 2 : 1;
    return qMin(i + 1, json.size());
}

static qsizetype skipBlanks(const QByteArray& json, qsizetype i)
{
    while (i < json.size() && isBlank(json[i]))
        ++i;
    return i;
}

QByteArray prettyJson(const QByteArray& json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 2);
    int level = 0;
    qsizetype i = skipBlanks(json, 0);
    while (i < json.size()) {
        const char ch = json[i];
        if (ch == '"') {
            const qsizetype end = endOfString(json, i);
            out.append(json.constData() + i, end - i);
            i = end;
            continue;
        }
        ++i;
        if (isBlank(ch))
            continue;
        if (ch == '{' || ch == '[') {
            const qsizetype next = skipBlanks(json, i);
            out.append(ch);
            if (next < json.size() && json[next] == (ch == '{' ? '}' : ']')) {
                out.append(json[next]);
                i = next + 1;
            } else {
                newLine(out, ++level);
            }
        } else if (ch == '}' || ch == ']') {
            level = qMax(0, level - 1);
            newLine(out, level);
            out.append(ch);
        } else if (ch == ',') {
            out.append(ch);
            newLine(out, level);
        } else if (ch == ':') {
            out.append(": ");
        } else {
            out.append(ch);
        }
    }
    return out;
}

} // namespace nc
