#include "yaml/yamlpatch.h"

#include "yaml/yamlscalar.h"
#include "yaml/yamltree.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Kind = YamlNode::Kind;
using Style = YamlNode::Style;

/// The step between a block mapping and the block mapping below it, where the file has one; and which quotes it likes.
struct Habits {
    int step = 0;
    int singles = 0;
    int doubles = 0;

    void look(const YamlNode& node, int above)
    {
        singles += node.style == Style::SingleQuoted ? 1 : 0;
        doubles += node.style == Style::DoubleQuoted ? 1 : 0;
        const bool block = node.kind == Kind::Mapping && node.style == Style::Block;
        if (block && step == 0 && above > 0 && node.column > above)
            step = node.column - above;
        for (std::size_t i = 0; i < node.children.size(); ++i)
            look(node.children[i], block && i % 2 == 1 ? node.column : 0);
    }
};

} // namespace

QByteArray yamlPatched(const QByteArray& bytes, std::vector<YamlEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.pos < b.pos; });
    QByteArray out;
    qsizetype pos = 0;
    for (const YamlEdit& edit : edits) {
        if (edit.pos > pos)
            out += bytes.mid(pos, edit.pos - pos);
        out += edit.inserted;
        pos = std::max(pos, edit.pos + edit.removed);
    }
    return out + bytes.mid(pos);
}

YamlPatcher::YamlPatcher(const QByteArray& bytes, const YamlNode* root)
    : m_bytes(bytes)
{
    Habits habits;
    if (root)
        habits.look(*root, 0);
    if (habits.step > 0 && habits.step <= 16)
        m_step = habits.step;
    m_single = habits.singles > habits.doubles;
}

qsizetype YamlPatcher::lineStart(qsizetype pos) const
{
    const qsizetype start = pos > 0 ? m_bytes.lastIndexOf('\n', pos - 1) + 1 : 0;
    return start == 0 && m_bytes.startsWith("\xEF\xBB\xBF") ? 3 : start;
}

qsizetype YamlPatcher::lineEnd(qsizetype pos) const
{
    const qsizetype end = m_bytes.indexOf('\n', pos);
    if (end < 0)
        return m_bytes.size();
    return end > pos && m_bytes[end - 1] == '\r' ? end - 1 : end;
}

QByteArray YamlPatcher::lineBreakAt(qsizetype end) const
{
    if (end < m_bytes.size())
        return m_bytes[end] == '\r' ? "\r\n" : "\n";
    const qsizetype first = m_bytes.indexOf('\n');
    return first > 0 && m_bytes[first - 1] == '\r' ? "\r\n" : "\n";
}

qsizetype YamlPatcher::behindColon(const YamlNode& key) const
{
    const qsizetype colon = yamlSkipBlank(m_bytes, key.end);
    return colon < m_bytes.size() && m_bytes[colon] == ':' ? colon + 1 : -1;
}

int YamlPatcher::indentOf(const YamlNode& mapping) const
{
    for (std::size_t i = 0; i < mapping.pairs(); ++i) {
        const qsizetype begin = mapping.key(i).begin;
        const QByteArray before = m_bytes.mid(lineStart(begin), begin - lineStart(begin));
        // "- " before the first key of a list's item counts as indentation for those that follow.
        const bool dashes = i == 0 && before.endsWith("- ");
        if (std::all_of(before.cbegin(), before.cend(), [&](char c) { return c == ' ' || (dashes && c == '-'); }))
            return static_cast<int>(before.size());
    }
    return -1;
}

YamlPatcher::Quotes YamlPatcher::quotesOf(const YamlNode& mapping)
{
    // One that all of them agree on; plain where they do not.
    struct Vote {
        std::optional<Style> style;
        void add(Style other) { style = !style || *style == other ? other : Style::Plain; }
        Style result() const
        {
            const bool quotes = style == Style::SingleQuoted || style == Style::DoubleQuoted;
            return quotes ? *style : Style::Plain;
        }
    };
    Vote keys;
    Vote texts;
    for (std::size_t i = 0; i < mapping.pairs(); ++i) {
        keys.add(mapping.key(i).style);
        const YamlNode& value = mapping.value(i);
        if (value.kind == Kind::Scalar && !(value.isPlain() && yamlNeedsQuotes(value.text, false)))
            texts.add(value.style);
    }
    // What looks like JSON stays JSON, even where no text shows how texts are written.
    const bool json = mapping.style == Style::Flow && keys.result() == Style::DoubleQuoted;
    return {keys.result(), json ? Style::DoubleQuoted : texts.result()};
}

QByteArray YamlPatcher::keyText(const QString& key, bool flow, const Quotes& quotes) const
{
    return yamlScalarText(YamlValue::string(key), quotes.key, flow, m_single);
}

QByteArray YamlPatcher::valueText(const YamlValue& to, bool flow, const Quotes& quotes) const
{
    return yamlScalarText(to, to.type == YamlValue::Type::String ? quotes.text : Style::Plain, flow, m_single);
}

QByteArray YamlPatcher::blockLines(
    const QStringList& keys, const YamlValue& to, int indent, const QByteArray& lineBreak, const Quotes& quotes) const
{
    QByteArray out;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        out += QByteArray(indent + static_cast<int>(i) * m_step, ' ') + keyText(keys[i], false, quotes) + ':';
        out += i + 1 < keys.size() ? lineBreak : ' ' + valueText(to, false, quotes);
    }
    return out;
}

QByteArray YamlPatcher::flowText(const QStringList& keys, const YamlValue& to, const Quotes& quotes) const
{
    QByteArray out = valueText(to, true, quotes);
    for (qsizetype i = keys.size(); i-- > 0;) {
        out.prepend(keyText(keys[i], true, quotes) + ": ");
        if (i > 0)
            out = '{' + out + '}';
    }
    return out;
}

bool YamlPatcher::onlyBlanksOrComment(qsizetype from, qsizetype to) const
{
    return yamlSkipBlank(m_bytes, from) >= to;
}

YamlPatch YamlPatcher::replaceScalar(const YamlNode& key, const YamlNode& value, const YamlValue& to, bool flow) const
{
    const Style like = value.kind == Kind::Scalar ? value.style : Style::Plain;
    // A colon inside {} that was read without quotes will be read so again.
    const bool plain = value.isPlain() && value.text.contains(u':')
        && std::none_of(to.text.cbegin(), to.text.cend(), [](QChar c) { return u",[]{}"_s.contains(c); });
    const QByteArray text = yamlScalarText(to, like, flow && !plain, m_single);
    if (value.begin < value.end)
        return std::vector<YamlEdit>{{value.begin, value.end - value.begin, text}};
    const qsizetype colon = behindColon(key);
    if (colon < 0)
        return std::unexpected(u"the key has no colon"_s);
    return std::vector<YamlEdit>{{std::max(colon, value.begin), 0, ' ' + text}};
}

YamlPatch YamlPatcher::appendPair(const YamlNode& mapping, const QStringList& keys, const YamlValue& to) const
{
    if (mapping.style == Style::Flow)
        return appendFlowPair(mapping, keys, to);
    const int indent = indentOf(mapping);
    if (indent < 0)
        return std::unexpected(u"the indentation of its keys cannot be told"_s);
    const qsizetype colon = behindColon(mapping.key(mapping.pairs() - 1));
    const qsizetype end = lineEnd(std::max(mapping.end, colon));
    const QByteArray lineBreak = lineBreakAt(end);
    return std::vector<YamlEdit>{{end, 0, lineBreak + blockLines(keys, to, indent, lineBreak, quotesOf(mapping))}};
}

YamlPatch YamlPatcher::insertPair(const YamlNode& mapping, const QStringList& keys, const YamlValue& to) const
{
    const int indent = indentOf(mapping);
    const qsizetype begin = mapping.key(mapping.pairs() - 1).begin;
    const qsizetype start = lineStart(begin);
    if (mapping.style == Style::Flow || indent < 0 || m_bytes.mid(start, begin - start).trimmed().size() > 0)
        return std::unexpected(u"something else stands before the last key"_s);
    const QByteArray lineBreak = lineBreakAt(lineEnd(start));
    return std::vector<YamlEdit>{{start, 0, blockLines(keys, to, indent, lineBreak, quotesOf(mapping)) + lineBreak}};
}

YamlPatch YamlPatcher::appendFlowPair(const YamlNode& mapping, const QStringList& keys, const YamlValue& to) const
{
    if (mapping.begin >= m_bytes.size() || m_bytes[mapping.begin] != '{')
        return std::unexpected(u"a pair without braces cannot take another key"_s);
    const YamlNode& lastKey = mapping.key(mapping.pairs() - 1);
    const YamlNode& lastValue = mapping.value(mapping.pairs() - 1);
    qsizetype end = std::max(lastKey.end, lastValue.end);
    if (lastValue.begin == lastValue.end)
        end = std::max(end, behindColon(lastKey));
    const qsizetype start = lineStart(lastKey.begin);
    const QByteArray before = m_bytes.mid(start, lastKey.begin - start);
    const qsizetype after = yamlSkipBlank(m_bytes, end);
    const bool comma = after < m_bytes.size() && m_bytes[after] == ',';
    const bool ownLine = !before.isEmpty() && before.count(' ') == before.size();
    const qsizetype eol = lineEnd(comma ? after + 1 : end);
    const QByteArray text = flowText(keys, to, quotesOf(mapping));
    if (!ownLine || !onlyBlanksOrComment(comma ? after + 1 : end, eol))
        return std::vector<YamlEdit>{{end, 0, ", " + text}};
    // One pair a line: so is the new one. A comment stays behind the pair it follows.
    std::vector<YamlEdit> edits;
    if (!comma)
        edits.push_back({end, 0, ","});
    edits.push_back({eol, 0, lineBreakAt(eol) + before + text + (comma ? "," : "")});
    return edits;
}

YamlPatch YamlPatcher::fillBraces(const YamlNode& braces, const QByteArray& text) const
{
    // They may hold blanks.
    if (m_bytes.mid(braces.begin, braces.end - braces.begin).contains('#'))
        return std::unexpected(u"a comment stands between the braces"_s);
    return std::vector<YamlEdit>{{braces.begin, braces.end - braces.begin, text}};
}

YamlPatch YamlPatcher::fillRoot(const YamlNode& root, const QStringList& keys, const YamlValue& to) const
{
    return fillBraces(root, '{' + flowText(keys, to, {}) + '}');
}

YamlPatch YamlPatcher::fillEmpty(const YamlNode& parent, const YamlNode& key, const YamlNode& value,
    const QStringList& keys, const YamlValue& to, bool flow) const
{
    const Quotes quotes = quotesOf(parent);
    if (value.kind == Kind::Mapping)
        return fillBraces(value, '{' + flowText(keys, to, quotes) + '}');
    const qsizetype colon = behindColon(key);
    if (colon < 0)
        return std::unexpected(u"the key has no colon"_s);
    const bool written = value.begin < value.end;
    if (flow) {
        const QByteArray text = '{' + flowText(keys, to, quotes) + '}';
        if (written)
            return std::vector<YamlEdit>{{value.begin, value.end - value.begin, text}};
        return std::vector<YamlEdit>{{std::max(colon, value.begin), 0, ' ' + text}};
    }
    const int indent = indentOf(parent);
    if (indent < 0)
        return std::unexpected(u"the indentation of its keys cannot be told"_s);
    std::vector<YamlEdit> edits;
    qsizetype from = std::max(colon, value.begin);
    if (written) {
        if (lineStart(value.begin) != lineStart(colon))
            return std::unexpected(u"its null stands on a line of its own"_s);
        qsizetype begin = value.begin;
        while (begin > colon && m_bytes[begin - 1] == ' ')
            --begin;
        edits.push_back({begin, value.end - begin, {}});
        from = value.end;
    }
    const qsizetype end = lineEnd(from);
    const QByteArray lineBreak = lineBreakAt(end);
    edits.push_back({end, 0, lineBreak + blockLines(keys, to, indent + m_step, lineBreak, quotes)});
    return edits;
}

YamlPatch YamlPatcher::appendRoot(const QStringList& keys, const YamlValue& to) const
{
    const QByteArray lineBreak = lineBreakAt(m_bytes.size());
    const bool open = !m_bytes.isEmpty() && !m_bytes.endsWith('\n') && m_bytes != "\xEF\xBB\xBF";
    const QByteArray text = blockLines(keys, to, 0, lineBreak, {});
    return std::vector<YamlEdit>{{m_bytes.size(), 0, open ? lineBreak + text : text + lineBreak}};
}

YamlPatch YamlPatcher::removePair(const YamlNode& mapping, std::size_t index, const YamlNode* holder) const
{
    if (mapping.style == Style::Flow)
        return removeFlowPair(mapping, index);
    const YamlNode& key = mapping.key(index);
    const YamlNode& value = mapping.value(index);
    const qsizetype colon = behindColon(key);
    const qsizetype start = lineStart(key.begin);
    const qsizetype last = std::max({value.end, colon, key.end});
    const qsizetype end = lineEnd(last);
    const QByteArray before = m_bytes.mid(start, key.begin - start);
    if (colon < 0 || before.count(' ') != before.size())
        return std::unexpected(u"something else stands on its line"_s);
    if (!onlyBlanksOrComment(last, end))
        return std::unexpected(u"something else stands behind it"_s);
    std::vector<YamlEdit> edits;
    qsizetype to = end;
    if (to < m_bytes.size())
        to += m_bytes[to] == '\r' ? 2 : 1;
    const bool wholeFile = mapping.pairs() == 1 && !holder;
    if (end == m_bytes.size() && start > 0 && m_bytes[start - 1] == '\n' && !wholeFile) {
        // The last line without a line end: the one before becomes it.
        const qsizetype from = start - (start > 1 && m_bytes[start - 2] == '\r' ? 2 : 1);
        edits.push_back({from, to - from, {}});
    } else {
        edits.push_back({start, to - start, {}});
    }
    if (mapping.pairs() > 1)
        return edits;
    // An empty mapping must be written as one, or it would turn into null.
    if (!holder) {
        edits.back().inserted = "{}" + m_bytes.mid(end, to - end);
        return edits;
    }
    const qsizetype behind = behindColon(*holder);
    if (behind < 0 || behind > start)
        return std::unexpected(u"the key above has no colon of its own"_s);
    // An anchor or a tag of the mapping stays before the braces.
    qsizetype at = behind;
    const qsizetype holderEnd = lineEnd(behind);
    while (at < holderEnd) {
        const qsizetype next = yamlSkipBlank(m_bytes, at);
        if (next >= holderEnd || (m_bytes[next] != '&' && m_bytes[next] != '!'))
            break;
        at = next;
        while (at < holderEnd && m_bytes[at] != ' ')
            ++at;
    }
    edits.push_back({at, 0, " {}"});
    return edits;
}

YamlPatch YamlPatcher::removeFlowPair(const YamlNode& mapping, std::size_t index) const
{
    if (mapping.begin >= m_bytes.size() || m_bytes[mapping.begin] != '{')
        return std::unexpected(u"a pair without braces cannot lose its key"_s);
    const auto endOf = [&](std::size_t i) {
        const YamlNode& value = mapping.value(i);
        const qsizetype end = std::max(mapping.key(i).end, value.end);
        return value.begin == value.end ? std::max(end, behindColon(mapping.key(i))) : end;
    };
    if (index + 1 < mapping.pairs()) {
        const qsizetype begin = mapping.key(index).begin;
        const qsizetype next = mapping.key(index + 1).begin;
        if (m_bytes.mid(begin, next - begin).contains('#'))
            return std::unexpected(u"a comment stands behind it"_s);
        return std::vector<YamlEdit>{{begin, next - begin, {}}};
    }
    const qsizetype begin = index > 0 ? endOf(index - 1) : mapping.key(index).begin;
    const qsizetype end = endOf(index);
    if (m_bytes.mid(begin, end - begin).contains('#'))
        return std::unexpected(u"a comment stands before it"_s);
    if (index > 0)
        return std::vector<YamlEdit>{{begin, end - begin, {}}};
    const qsizetype comma = yamlSkipBlank(m_bytes, end);
    const bool trailing = comma < m_bytes.size() && m_bytes[comma] == ',';
    return std::vector<YamlEdit>{{begin, (trailing ? comma + 1 : end) - begin, {}}};
}

} // namespace nc
