#include "templates/lint/tagcrossings.h"

#include <vector>

namespace nc {
namespace {

using Kind = StructurePart::Kind;
using Role = StructurePart::Role;

/// Which blocks of code enclose each part: a tree of blocks, from the innermost outwards.
class Blocks {
public:
    explicit Blocks(const QList<StructurePart>& parts)
        : m_innermost(static_cast<std::size_t>(parts.size()), none)
        , m_parent(static_cast<std::size_t>(parts.size()), none)
        , m_depth(static_cast<std::size_t>(parts.size()), 0)
    {
        qsizetype current = none;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const StructurePart& part = parts[i];
            const bool block = (part.kind == Kind::Directive || part.kind == Kind::Macro) && part.partner >= 0;
            if (block && part.role == Role::Close && part.partner == current)
                current = m_parent[std::size_t(current)];
            m_innermost[std::size_t(i)] = current;
            if (block && part.role == Role::Open) {
                m_parent[std::size_t(i)] = current;
                m_depth[std::size_t(i)] = current == none ? 1 : m_depth[std::size_t(current)] + 1;
                current = i;
            }
        }
    }

    qsizetype around(qsizetype part) const { return m_innermost[std::size_t(part)]; }

    /// The outermost block around `block` (itself included) that does not enclose `other`; none where they lie too
    /// deep for anybody to make something of it.
    qsizetype outermostWithout(qsizetype block, qsizetype other) const
    {
        constexpr int deepest = 1000;
        if (depth(block) > deepest || depth(other) > deepest)
            return none;
        qsizetype outermost = none;
        while (block != other) {
            if (depth(block) >= depth(other)) {
                outermost = block;
                block = m_parent[std::size_t(block)];
            } else {
                other = m_parent[std::size_t(other)];
            }
        }
        return outermost;
    }

    static constexpr qsizetype none = -1;

private:
    int depth(qsizetype block) const { return block == none ? 0 : m_depth[std::size_t(block)]; }

    std::vector<qsizetype> m_innermost;
    std::vector<qsizetype> m_parent;
    std::vector<int> m_depth;
};

} // namespace

QList<TagCrossing> tagCrossings(const TemplateStructure& structure)
{
    const QList<StructurePart>& parts = structure.parts();
    const Blocks blocks(parts);
    QList<TagCrossing> list;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i].kind != Kind::Tag || parts[i].role != Role::Open)
            continue;
        const qsizetype begin = blocks.around(i);
        const qsizetype end = parts[i].partner < 0 ? Blocks::none : blocks.around(parts[i].partner);
        if (begin == end)
            continue;
        if (const qsizetype inside = blocks.outermostWithout(begin, end); inside != Blocks::none)
            list.append({parts[inside].begin, parts[i].name, true});
        else if (const qsizetype behind = blocks.outermostWithout(end, begin); behind != Blocks::none)
            list.append({parts[behind].begin, parts[i].name, false});
    }
    return list;
}

} // namespace nc
