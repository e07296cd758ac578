#include "yaml/yamlreader.h"

#include "core/errors.h"
#include "yaml/yamlplace.h"
#include "yaml/yamltree.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype largest = 8LL * 1024 * 1024;

YamlProblem problemAt(const QByteArray& bytes, ErrorCode code, qsizetype pos)
{
    const YamlPlace place = yamlPlace(bytes, pos);
    return {code, {}, place.line, place.column};
}

/// Length of the well-formed UTF-8 sequence at `pos`, 0 when it is none.
int sequenceLength(const QByteArray& bytes, qsizetype pos, char32_t* character)
{
    const auto byte = [&](qsizetype i) -> unsigned {
        return pos + i < bytes.size() ? static_cast<unsigned char>(bytes[pos + i]) : 0U;
    };
    const unsigned first = byte(0);
    const int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0)
        return 0;
    char32_t value = length == 1 ? first : first & (0x7FU >> length);
    for (int i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *character = value;
    return length;
}

/// The characters that YAML 1.1 calls printable, as snakeyaml has them.
bool isPrintable(char32_t c)
{
    return (c >= 0x20 && c <= 0x7E) || c == 0x9 || c == 0xA || c == 0xD || c == 0x85 || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

std::optional<YamlProblem> checkCharacters(const QByteArray& bytes)
{
    for (qsizetype pos = 0; pos < bytes.size();) {
        char32_t c = 0;
        const int length = sequenceLength(bytes, pos, &c);
        if (length == 0)
            return problemAt(bytes, errors::yamlNotUtf8, pos);
        if (!isPrintable(c))
            return problemAt(bytes, errors::yamlControlCharacter, pos);
        pos += length;
    }
    return {};
}

/// Between tokens only spaces may stand; snakeyaml also lets a tab follow a plain scalar and stand in a comment, where
/// yaml-cpp takes it anywhere.
std::optional<YamlProblem> checkTabs(const QByteArray& bytes, const std::vector<YamlRange>& ranges)
{
    if (!bytes.contains('\t'))
        return {};
    std::size_t next = 0;
    bool afterPlain = false;
    for (qsizetype pos = 0; pos < bytes.size();) {
        if (next < ranges.size() && pos >= ranges[next].begin) {
            afterPlain = ranges[next].plain;
            pos = std::max(pos, ranges[next].end);
            ++next;
            continue;
        }
        const char c = bytes[pos];
        if (c == '#') {
            const qsizetype end = bytes.indexOf('\n', pos);
            pos = end < 0 ? bytes.size() : end;
            afterPlain = false;
            continue;
        }
        if (c == '\t' && !afterPlain)
            return problemAt(bytes, errors::yamlTab, pos);
        if (c != '\t' && c != ' ')
            afterPlain = false;
        ++pos;
        if (next == ranges.size() && c == '\n' && bytes.sliced(pos).startsWith("---"))
            return {}; // the next document is not read
    }
    return {};
}

/// yaml-cpp takes the end of the text for the end of a quoted scalar.
std::optional<YamlProblem> checkQuotes(const QByteArray& bytes, const std::vector<YamlRange>& ranges)
{
    for (const YamlRange& range : ranges) {
        const char quote = range.begin < bytes.size() ? bytes[range.begin] : ' ';
        if (range.plain || (quote != '"' && quote != '\''))
            continue;
        const bool single = quote == '\'';
        qsizetype at = range.begin + 1;
        while (at < bytes.size()) {
            const bool pair = single && bytes[at] == quote && at + 1 < bytes.size() && bytes[at + 1] == quote;
            if (bytes[at] == quote && !pair)
                break;
            at += pair || (!single && bytes[at] == '\\') ? 2 : 1;
        }
        if (at >= bytes.size()) {
            YamlProblem problem = problemAt(bytes, errors::yamlBroken, range.begin);
            problem.detail = u"a quoted text has no end"_s;
            return problem;
        }
    }
    return {};
}

/// The parser's reason is seldom helpful where the cause is a tab in the indentation.
YamlProblem tabInstead(const QByteArray& bytes, YamlProblem problem)
{
    if (problem.code != errors::yamlBroken || !bytes.contains('\t'))
        return problem;
    qsizetype start = 0;
    for (int line = 1; line < problem.line; ++line)
        start = bytes.indexOf('\n', start) + 1;
    // Where a line holds nothing but the tab, the parser trips over the next one.
    if (start > 1) {
        const qsizetype previous = bytes.lastIndexOf('\n', start - 2) + 1;
        const QByteArray text = bytes.mid(previous, start - previous);
        if (text.trimmed().isEmpty() && text.contains('\t'))
            start = previous;
    }
    while (start < bytes.size() && bytes[start] == ' ')
        ++start;
    return start < bytes.size() && bytes[start] == '\t' ? problemAt(bytes, errors::yamlTab, start) : problem;
}

} // namespace

std::expected<YamlFile, YamlProblem> readYaml(const QByteArray& input)
{
    if (input.size() > largest)
        return std::unexpected(YamlProblem{errors::yamlTooLarge, {}, 0, 0});
    YamlFile file;
    QByteArray bytes = input;
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        // The parser gets the text without it; the offsets are moved back afterwards.
        file.hasBom = true;
        bytes.remove(0, 3);
    }
    // A second one would be skipped by yaml-cpp itself, and every position would be off.
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return std::unexpected(YamlProblem{errors::yamlControlCharacter, {}, 1, 1});
    if (const auto problem = checkCharacters(bytes))
        return std::unexpected(*problem);
    const auto events = yamlEvents(bytes);
    if (!events)
        return std::unexpected(tabInstead(bytes, events.error()));
    file.moreDocuments = events->moreDocuments;
    file.nextDocument = events->nextDocument;
    YamlTree tree;
    if (!events->events.empty())
        tree = yamlTree(bytes, events->events);
    if (const auto problem = checkQuotes(bytes, tree.scalars))
        return std::unexpected(*problem);
    if (const auto problem = checkTabs(bytes, tree.scalars))
        return std::unexpected(*problem);
    if (events->events.empty())
        return file;
    if (file.hasBom) {
        const auto move = [](auto& self, YamlNode& node) -> void {
            node.begin += 3;
            node.end += 3;
            for (YamlNode& child : node.children)
                self(self, child);
        };
        move(move, tree.root);
    }
    file.root = std::move(tree.root);
    return file;
}

} // namespace nc
