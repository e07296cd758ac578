#include "templates/source/jacksonyaml.h"

#include "core/errors.h"

#include <QSet>

namespace nc {
namespace {

constexpr qsizetype mostAliases = 200; // each costs a parse; nobody writes so many

/// Offset of a place as YamlProblem counts it: from 1, columns in code points, without a byte order mark.
qsizetype offsetOf(const QByteArray& bytes, int line, int column)
{
    qsizetype at = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    for (int i = 1; i < line; ++i) {
        const qsizetype next = bytes.indexOf('\n', at);
        if (next < 0)
            return bytes.size();
        at = next + 1;
    }
    for (int i = 1; i < column && at < bytes.size(); ++i) {
        ++at;
        while (at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U)
            ++at;
    }
    return at;
}

/// Where a stand-in was put the alias comes back, or false where what stands there is no alias's name.
bool restore(YamlNode& node, const QSet<qsizetype>& standIns)
{
    if (node.isPlain() && standIns.contains(node.begin)) {
        node.kind = YamlNode::Kind::Alias;
        node.text.remove(0, 1);
        if (node.text.isEmpty() || node.text.contains(u' ') || node.text.contains(u'\n'))
            return false;
    }
    return std::ranges::all_of(node.children, [&](YamlNode& child) { return restore(child, standIns); });
}

/// Line ends as snakeyaml has them: a carriage return alone is one. No offset changes.
QByteArray withLineFeeds(QByteArray bytes)
{
    for (qsizetype at = bytes.indexOf('\r'); at >= 0; at = bytes.indexOf('\r', at + 1)) {
        if (at + 1 == bytes.size() || bytes[at + 1] != '\n')
            bytes[at] = '\n';
    }
    return bytes;
}

/// A text without quotes that holds one of Unicode's line ends: they end a line for snakeyaml, so that what follows is
/// read as a key of its own (seen with texts that were pasted from a word processor).
const YamlNode* brokenByLineEnd(const YamlNode& node)
{
    constexpr QLatin1StringView nextLine("\x85");
    if (node.isPlain()
        && (node.text.contains(nextLine) || node.text.contains(QChar(0x2028)) || node.text.contains(QChar(0x2029))))
        return &node;
    for (const YamlNode& child : node.children) {
        if (const YamlNode* found = brokenByLineEnd(child))
            return found;
    }
    return nullptr;
}

std::expected<YamlFile, YamlProblem> readLines(const QByteArray& bytes)
{
    auto file = readYaml(bytes);
    if (file && file->root) {
        if (const YamlNode* broken = brokenByLineEnd(*file->root))
            return std::unexpected(YamlProblem{errors::yamlControlCharacter, {}, broken->line, broken->column});
    }
    return file;
}

} // namespace

std::expected<YamlFile, YamlProblem> readYamlLikeJackson(const QByteArray& input)
{
    const QByteArray bytes = withLineFeeds(input);
    auto file = readLines(bytes);
    if (file)
        return file;
    const YamlProblem first = file.error();
    QByteArray changed = bytes;
    QSet<qsizetype> standIns;
    while (!file && file.error().code == errors::yamlBroken && standIns.size() < mostAliases) {
        const qsizetype at = offsetOf(changed, file.error().line, file.error().column);
        if (at >= changed.size() || changed[at] != '*' || !file.error().detail.contains(QLatin1StringView("anchor")))
            break;
        // A plain scalar of the same length in its place; the parser refuses what has no anchor, and nothing else.
        changed[at] = 'A';
        standIns.insert(at);
        file = readLines(changed);
    }
    if (standIns.isEmpty() || !file)
        return file;
    if (file->root && !restore(*file->root, standIns))
        return std::unexpected(first);
    return file;
}

} // namespace nc
