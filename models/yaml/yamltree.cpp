#include "yaml/yamltree.h"

#include "yaml/yamlplace.h"

#include <algorithm>

namespace nc {
namespace {

using Kind = YamlNode::Kind;
using Style = YamlNode::Style;
using Type = YamlEvent::Type;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Turns line and column questions, which come in the order of the file, into one pass over it.
class Places {
public:
    explicit Places(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }
    YamlPlace at(qsizetype pos)
    {
        if (pos < m_pos)
            return yamlPlace(m_bytes, pos);
        for (; m_pos < pos && m_pos < m_bytes.size(); ++m_pos) {
            const auto c = static_cast<unsigned char>(m_bytes[m_pos]);
            if (c == '\n') {
                ++m_place.line;
                m_place.column = 1;
            } else if ((c & 0xC0U) != 0x80U) {
                ++m_place.column;
            }
        }
        return m_place;
    }

private:
    const QByteArray& m_bytes;
    qsizetype m_pos = 0;
    YamlPlace m_place;
};

class Builder {
public:
    Builder(const QByteArray& bytes, const std::vector<YamlEvent>& events)
        : m_bytes(bytes)
        , m_events(events)
        , m_places(bytes)
    {
    }

    YamlTree build()
    {
        m_tree.root = node();
        return std::move(m_tree);
    }

private:
    char at(qsizetype pos) const { return pos < m_bytes.size() ? m_bytes[pos] : '\0'; }

    /// Where the next event that starts a node has its mark.
    qsizetype nextMark() const
    {
        for (std::size_t i = m_next; i < m_events.size(); ++i) {
            if (m_events[i].type != Type::MapEnd && m_events[i].type != Type::SequenceEnd)
                return m_events[i].pos;
        }
        return -1;
    }

    /// Takes the tag and the anchor off the front of a node; gives where its content starts.
    qsizetype takeProperties(qsizetype pos, const YamlEvent& event, YamlNode& node)
    {
        const bool tagged = event.tag != "?" && !event.tag.isEmpty();
        for (int i = 0; i < 2 && (at(pos) == '&' || (at(pos) == '!' && tagged)); ++i) {
            qsizetype end = pos + 1;
            if (at(pos) == '!' && at(end) == '<')
                end = std::max(m_bytes.indexOf('>', end), end) + 1;
            while (end < m_bytes.size() && !isBlank(at(end)) && !(event.flow ? false : isFlowEnd(at(end))))
                ++end;
            if (at(pos) == '&')
                node.anchor = QString::fromUtf8(m_bytes.mid(pos + 1, end - pos - 1));
            else
                node.tag = event.tag == "!" ? QStringLiteral("!") : QString::fromUtf8(event.tag);
            m_tree.scalars.push_back({pos, end, false});
            m_cursor = end;
            pos = yamlSkipBlank(m_bytes, end);
        }
        return pos;
    }
    static bool isFlowEnd(char c) { return c == ',' || c == ']' || c == '}' || c == '[' || c == '{'; }

    void place(YamlNode& node, qsizetype begin, qsizetype end)
    {
        node.begin = begin;
        node.end = std::max(begin, end);
        const YamlPlace where = m_places.at(begin);
        node.line = where.line;
        node.column = where.column;
        m_cursor = std::max(m_cursor, node.end);
    }

    YamlNode node()
    {
        const YamlEvent& event = m_events[m_next++];
        YamlNode result;
        const qsizetype start = takeProperties(event.pos, event, result);
        switch (event.type) {
        case Type::SequenceStart:
        case Type::MapStart:
            collection(event, start, result);
            break;
        case Type::Alias: {
            qsizetype end = start + 1;
            while (end < m_bytes.size() && !isBlank(at(end)) && !isFlowEnd(at(end)))
                ++end;
            result.kind = Kind::Alias;
            result.text = QString::fromUtf8(m_bytes.mid(start + 1, end - start - 1));
            place(result, start, end);
            m_tree.scalars.push_back({start, end, false});
            break;
        }
        default:
            scalar(event, start, result);
        }
        return result;
    }

    void collection(const YamlEvent& event, qsizetype start, YamlNode& result)
    {
        const bool map = event.type == Type::MapStart;
        const Type last = map ? Type::MapEnd : Type::SequenceEnd;
        const char open = map ? '{' : '[';
        const char close = map ? '}' : ']';
        const bool bracketed = event.flow && at(start) == open;
        result.kind = map ? Kind::Mapping : Kind::Sequence;
        result.style = event.flow ? Style::Flow : Style::Block;
        place(result, start, bracketed ? start + 1 : start);
        while (m_next < m_events.size() && m_events[m_next].type != last)
            result.children.push_back(node());
        ++m_next;
        qsizetype end = result.children.empty() ? result.end : std::max(m_cursor, result.end);
        if (bracketed) {
            end = yamlSkipBlank(m_bytes, end);
            while (at(end) == ',' || at(end) == ':' || at(end) == '?')
                end = yamlSkipBlank(m_bytes, end + 1);
            if (at(end) == close)
                ++end;
        } else if (!result.children.empty() && !map && result.children.back().begin == result.children.back().end) {
            // A last item that is not written: its dash still belongs to the list.
            const qsizetype dash = yamlSkipBlank(m_bytes, end);
            end = at(dash) == '-' ? dash + 1 : end;
        }
        result.end = end;
        m_cursor = std::max(m_cursor, end);
    }

    void scalar(const YamlEvent& event, qsizetype start, YamlNode& result)
    {
        const char first = at(start);
        const bool quotedTag = event.tag != "?";
        const bool written = start >= m_cursor && start < m_bytes.size() && nextMark() != start;
        qsizetype end = start;
        if (event.type == Type::Null) {
            for (const char* word : {"~", "null", "Null", "NULL"}) {
                if (written && QByteArrayView(m_bytes).sliced(start).startsWith(word))
                    end = start + static_cast<qsizetype>(qstrlen(word));
            }
            result.text = QString::fromUtf8(m_bytes.mid(start, end - start));
        } else if (quotedTag && written && first == '"') {
            result.style = Style::DoubleQuoted;
            end = start + 1;
            while (end < m_bytes.size() && at(end) != '"')
                end += at(end) == '\\' ? 2 : 1;
            ++end;
        } else if (quotedTag && written && first == '\'') {
            result.style = Style::SingleQuoted;
            end = start + 1;
            while (end < m_bytes.size() && (at(end) != '\'' || at(end + 1) == '\''))
                end += at(end) == '\'' ? 2 : 1;
            ++end;
        } else if (quotedTag && written && (first == '|' || first == '>')) {
            result.style = first == '|' ? Style::Literal : Style::Folded;
            end = blockEnd(start, event.value);
        } else if (written) {
            end = plainEnd(start, event.value);
        }
        end = std::min(end, m_bytes.size());
        if (event.type != Type::Null)
            result.text = QString::fromUtf8(event.value);
        const bool empty = end == start;
        if (empty)
            start = end = std::min(m_cursor, m_bytes.size());
        place(result, start, end);
        if (!empty)
            m_tree.scalars.push_back({start, end, result.style == Style::Plain});
    }

    /// A plain scalar has no escapes and no comments inside: its characters stand in the file in their order.
    qsizetype plainEnd(qsizetype start, const QByteArray& value) const
    {
        qsizetype pos = start;
        qsizetype end = start;
        for (const char c : value) {
            if (isBlank(c))
                continue;
            while (pos < m_bytes.size() && isBlank(m_bytes[pos]))
                ++pos;
            if (at(pos) != c)
                return end;
            end = ++pos;
        }
        return end;
    }

    /// A block scalar ends where the next token starts, without the comments that stand less indented before it.
    /// `value` tells whether it has lines at all.
    qsizetype blockEnd(qsizetype start, const QByteArray& value) const
    {
        const qsizetype header = m_bytes.indexOf('\n', start);
        if (header < 0)
            return m_bytes.size();
        qsizetype pos = header + 1;
        qsizetype end = header;
        int indent = -1;
        const bool keep = at(start + 1) == '+' || at(start + 2) == '+';
        const int extra = spacesBeforeText(value);
        while (pos < m_bytes.size()) {
            qsizetype lineEnd = m_bytes.indexOf('\n', pos);
            lineEnd = lineEnd < 0 ? m_bytes.size() : lineEnd;
            int spaces = 0;
            while (pos + spaces < lineEnd && m_bytes[pos + spaces] == ' ')
                ++spaces;
            const char c = at(pos + spaces);
            const bool blank = pos + spaces >= lineEnd || c == '\r';
            if (!blank && indent < 0)
                indent = extra < 0 ? spaces + 1 : spaces - extra;
            if (!blank && spaces < indent)
                break;
            // Blank lines at its end are text only with "+"; else they part it from what follows.
            if (!blank || keep)
                end = lineEnd;
            pos = lineEnd + 1;
        }
        return std::max(end, start + 1);
    }

    /// Spaces before the first line of the value that has more than spaces: they are text, so by so many is the line in
    /// the file indented more than the scalar (whose header names its indentation then). -1 without such a line.
    static int spacesBeforeText(const QByteArray& value)
    {
        int spaces = 0;
        for (const char c : value) {
            if (c != ' ' && c != '\n')
                return spaces;
            spaces = c == ' ' ? spaces + 1 : 0;
        }
        return -1;
    }

    const QByteArray& m_bytes;
    const std::vector<YamlEvent>& m_events;
    Places m_places;
    std::size_t m_next = 0;
    qsizetype m_cursor = 0;
    YamlTree m_tree;
};

} // namespace

YamlTree yamlTree(const QByteArray& bytes, const std::vector<YamlEvent>& events)
{
    return Builder(bytes, events).build();
}

qsizetype yamlSkipBlank(const QByteArray& bytes, qsizetype pos)
{
    while (pos < bytes.size()) {
        const char c = bytes[pos];
        if (c == '#' && (pos == 0 || isBlank(bytes[pos - 1]) || bytes[pos - 1] == ',')) {
            const qsizetype end = bytes.indexOf('\n', pos);
            pos = end < 0 ? bytes.size() : end;
        } else if (isBlank(c)) {
            ++pos;
        } else {
            break;
        }
    }
    return pos;
}

} // namespace nc
