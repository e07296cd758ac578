#include "yaml/yamldocument.h"

#include "core/errors.h"
#include "yaml/yamlpatch.h"
#include "yaml/yamlplace.h"
#include "yaml/yamlreader.h"
#include "yaml/yamlscalar.h"
#include "yaml/yamltree.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Kind = YamlNode::Kind;
using Style = YamlNode::Style;

std::optional<std::size_t> pairOf(const YamlNode& mapping, const QString& key)
{
    for (std::size_t i = mapping.pairs(); mapping.kind == Kind::Mapping && i-- > 0;) {
        if (mapping.key(i).kind == Kind::Scalar && mapping.key(i).text == key)
            return i;
    }
    return {};
}

void collectAliases(const YamlNode& node, QSet<QString>& names)
{
    if (node.kind == Kind::Alias)
        names.insert(node.text);
    for (const YamlNode& child : node.children)
        collectAliases(child, names);
}

/// The first anchor at or below the node that is among `names`.
QString usedAnchor(const YamlNode& node, const QSet<QString>& names)
{
    if (!node.anchor.isEmpty() && names.contains(node.anchor))
        return node.anchor;
    for (const YamlNode& child : node.children) {
        const QString found = usedAnchor(child, names);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

const YamlNode* findAnchor(const YamlNode& node, const QString& name)
{
    const YamlNode* last = node.anchor == name ? &node : nullptr;
    for (const YamlNode& child : node.children) {
        if (const YamlNode* found = findAnchor(child, name))
            last = found;
    }
    return last;
}

/// Same content, wherever it stands.
bool sameMeaning(const YamlNode& a, const YamlNode& b)
{
    return a.kind == b.kind && a.style == b.style && a.text == b.text && a.tag == b.tag && a.anchor == b.anchor
        && std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), sameMeaning);
}

YamlNode scalarNode(const QString& text)
{
    YamlNode node;
    node.text = text;
    return node;
}

/// The change made to the tree itself: what the file must mean afterwards. A style that is not decided here is taken
/// from the result.
void expectSet(YamlNode& node, const QStringList& path, const YamlValue& value, const YamlNode& result)
{
    if (path.isEmpty()) {
        const QString tag = node.tag;
        const QString anchor = node.anchor;
        node = scalarNode(value.text);
        node.tag = tag;
        node.anchor = anchor;
        node.style = result.style;
        return;
    }
    if (node.kind != Kind::Mapping) {
        const QString anchor = node.anchor;
        node = YamlNode();
        node.kind = Kind::Mapping;
        node.anchor = anchor;
        node.style = result.style;
    }
    auto pair = pairOf(node, path.front());
    const auto there = pairOf(result, path.front());
    if (!pair) {
        // Behind the others, or before the last.
        pair = std::min(there.value_or(node.pairs()), node.pairs());
        YamlNode key = scalarNode(path.front());
        if (there)
            key.style = result.key(*there).style;
        const auto at = node.children.begin() + static_cast<std::ptrdiff_t>(*pair * 2);
        node.children.insert(at, {key, YamlNode()});
    }
    expectSet(node.children[*pair * 2 + 1], path.mid(1), value, there ? result.value(*there) : YamlNode());
}

void expectRemove(YamlNode& node, const QStringList& path)
{
    const auto pair = pairOf(node, path.front());
    if (!pair)
        return;
    const auto at = node.children.begin() + static_cast<std::ptrdiff_t>(*pair * 2);
    if (path.size() > 1) {
        expectRemove(*(at + 1), path.mid(1));
        return;
    }
    node.children.erase(at, at + 2);
    if (node.children.empty())
        node.style = Style::Flow;
}

/// The line of the first line break or byte order mark that readers of YAML 1.1 and 1.2 disagree about, or that ours
/// does not know; 0 without one. Where a line ends for one reader and not for another, nothing can be changed safely.
int doubtfulSign(const QByteArray& bytes)
{
    for (qsizetype at = bytes.indexOf('\r'); at >= 0; at = bytes.indexOf('\r', at + 1)) {
        if (at + 1 == bytes.size() || bytes[at + 1] != '\n')
            return yamlPlace(bytes, at).line;
    }
    for (const char* sign : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF"}) {
        if (const qsizetype at = bytes.indexOf(sign, 1); at >= 0)
            return yamlPlace(bytes, at).line;
    }
    return 0;
}

/// What the walk down a path has found.
struct Way {
    std::vector<const YamlNode*> mappings; ///< the root, then each mapping on the way
    std::vector<std::size_t> pairs; ///< the pair taken in each; one less than mappings when the last key is missing
    qsizetype missing = -1; ///< index of the first key that is not there; -1: all are
    bool flow = false; ///< the last mapping is a flow mapping or lies in one
    const YamlNode* empty = nullptr; ///< a null or `{}` where a mapping must be made
};

class Walker {
public:
    Walker(const QString& name, const YamlNode& root)
        : m_name(name)
        , m_root(root)
    {
        collectAliases(root, m_aliases);
    }

    Result<Way> walk(const QStringList& path, bool forRemoval) const
    {
        Way way;
        const YamlNode* node = &m_root;
        for (qsizetype i = 0; i < path.size(); ++i) {
            const QString where = i == 0 ? u"/"_s : path.mid(0, i).join(u'.');
            if (node->kind == Kind::Alias)
                return refuse(errors::yamlAlias, *node, where);
            const bool vacant = node->isNull() || (node->kind == Kind::Mapping && node->children.empty());
            if (node->kind != Kind::Mapping && !vacant)
                return refuse(errors::yamlNotMapping, *node, where);
            if (!node->anchor.isEmpty() && m_aliases.contains(node->anchor))
                return refuse(errors::yamlAnchorInUse, *node, node->anchor);
            if (vacant) {
                way.empty = node;
                way.missing = i;
                return way;
            }
            way.flow = way.flow || node->style == Style::Flow;
            way.mappings.push_back(node);
            if (node->count(path[i]) > 1)
                return refuse(errors::yamlDuplicateKey, node->key(*pairOf(*node, path[i])), path[i]);
            const auto pair = pairOf(*node, path[i]);
            if (!pair) {
                // What a merge brings in would be hidden by a mapping of the same name, and cannot be taken out here.
                if ((forRemoval || i + 1 < path.size()) && merges(*node, path[i], 0))
                    return refuse(errors::yamlMergeKey, *node, where);
                way.missing = i;
                return way;
            }
            way.pairs.push_back(*pair);
            node = &node->value(*pair);
        }
        return way;
    }

    std::unexpected<Error> refuse(ErrorCode code, const YamlNode& at, const QString& detail) const
    {
        return fail(code, u"%1:%2"_s.arg(m_name).arg(at.line), detail);
    }
    const QSet<QString>& aliases() const { return m_aliases; }

private:
    bool merges(const YamlNode& mapping, const QString& key, int depth) const
    {
        if (depth > 16)
            return true;
        const YamlNode* merged = mapping.find(u"<<"_s);
        if (!merged)
            return false;
        const auto from = [&](const YamlNode& source) {
            const YamlNode* target = source.kind == Kind::Alias ? findAnchor(m_root, source.text) : &source;
            return target && (pairOf(*target, key) || merges(*target, key, depth + 1));
        };
        if (merged->kind == Kind::Sequence)
            return std::any_of(merged->children.begin(), merged->children.end(), from);
        return from(*merged);
    }

    QString m_name;
    const YamlNode& m_root;
    QSet<QString> m_aliases;
};

} // namespace

Result<YamlDocument> YamlDocument::parse(const QByteArray& bytes, const QString& name)
{
    auto file = readYaml(bytes);
    if (!file)
        return fail(file.error().toError(name));
    YamlDocument document;
    document.m_name = name;
    document.m_bytes = bytes;
    document.m_root = std::move(file->root);
    document.m_nextDocument = file->nextDocument;
    return document;
}

const YamlNode* YamlDocument::find(const QStringList& path) const
{
    const YamlNode* node = m_root ? &*m_root : nullptr;
    for (const QString& key : path) {
        if (!node)
            return nullptr;
        node = node->find(key);
    }
    return node;
}

const YamlNode* YamlDocument::anchored(const QString& anchor) const
{
    return m_root ? findAnchor(*m_root, anchor) : nullptr;
}

const YamlNode* YamlDocument::step(const YamlNode* node, const QString& key, int depth) const
{
    while (node && node->kind == Kind::Alias && depth++ < 16)
        node = anchored(node->text);
    if (!node || node->kind != Kind::Mapping || depth > 16)
        return nullptr;
    if (const YamlNode* found = node->find(key))
        return found;
    const YamlNode* merged = node->find(u"<<"_s);
    if (!merged)
        return nullptr;
    if (merged->kind != Kind::Sequence)
        return step(merged, key, depth + 1);
    for (const YamlNode& source : merged->children) {
        if (const YamlNode* found = step(&source, key, depth + 1))
            return found;
    }
    return nullptr;
}

const YamlNode* YamlDocument::resolve(const QStringList& path) const
{
    const YamlNode* node = m_root ? &*m_root : nullptr;
    for (const QString& key : path)
        node = step(node, key, 0);
    for (int depth = 0; node && node->kind == Kind::Alias && depth < 16; ++depth)
        node = anchored(node->text);
    return node && node->kind != Kind::Alias ? node : nullptr;
}

Result<void> YamlDocument::apply(const QByteArray& bytes, const YamlNode* expected, int line)
{
    const auto parsed = readYaml(bytes);
    const QString where = line > 0 ? u"%1:%2"_s.arg(m_name).arg(line) : m_name;
    if (!parsed)
        return fail(errors::yamlUnsafeEdit, where,
            parsed.error().detail.isEmpty() ? u"it would not be YAML any more"_s : parsed.error().detail);
    if (!parsed->root || !expected || !sameMeaning(*parsed->root, *expected) || parsed->moreDocuments)
        return fail(errors::yamlUnsafeEdit, where, u"something else would change its meaning"_s);
    m_bytes = bytes;
    m_root = parsed->root;
    return {};
}

Result<void> YamlDocument::mayChange() const
{
    if (m_nextDocument > 0)
        return fail(errors::yamlSeveralDocuments, u"%1:%2"_s.arg(m_name).arg(m_nextDocument));
    if (const int line = doubtfulSign(m_bytes); line > 0)
        return fail(errors::yamlUnsafeEdit, u"%1:%2"_s.arg(m_name).arg(line),
            u"an invisible sign stands there that some readers take for a line break and others do not"_s);
    return {};
}

Result<void> YamlDocument::set(const QStringList& path, const YamlValue& value)
{
    if (const auto may = mayChange(); !may)
        return may;
    const YamlPatcher patcher(m_bytes, m_root ? &*m_root : nullptr);
    YamlPatch patch;
    const YamlNode* grown = nullptr; // the mapping that gets another key
    int line = 0;
    if (!m_root || (m_root->isNull() && m_root->begin == m_root->end && m_root->anchor.isEmpty())) {
        patch = patcher.appendRoot(path, value);
    } else {
        const Walker walker(m_name, *m_root);
        const auto way = walker.walk(path, false);
        if (!way)
            return fail(way.error());
        const YamlNode* parent = way->mappings.empty() ? nullptr : way->mappings.back();
        line = parent ? parent->line : m_root->line;
        if (!way->pairs.empty())
            line = way->mappings[way->pairs.size() - 1]->key(way->pairs.back()).line;
        if (way->missing < 0) {
            const YamlNode& key = parent->key(way->pairs.back());
            const YamlNode& old = parent->value(way->pairs.back());
            const YamlNode* meant = old.kind == Kind::Alias ? anchored(old.text) : &old;
            if (meant && yamlMeans(*meant, value))
                return {};
            if (old.kind == Kind::Mapping || old.kind == Kind::Sequence)
                return walker.refuse(errors::yamlUnsafeEdit, old, u"a list or mapping stands there"_s);
            if (!old.anchor.isEmpty() && walker.aliases().contains(old.anchor))
                return walker.refuse(errors::yamlAnchorInUse, old, old.anchor);
            const bool text = value.type == YamlValue::Type::String;
            if (!old.tag.isEmpty() && old.tag != u"!" && (old.tag == u"tag:yaml.org,2002:str") != text)
                return walker.refuse(errors::yamlUnsafeEdit, old, u"its tag says another type"_s);
            patch = patcher.replaceScalar(key, old, value, way->flow);
        } else if (way->empty && !way->empty->tag.isEmpty()) {
            return walker.refuse(errors::yamlUnsafeEdit, *way->empty, u"its tag says another type"_s);
        } else if (way->empty && !parent) {
            patch = patcher.fillRoot(*m_root, path, value);
        } else if (way->empty) {
            patch = patcher.fillEmpty(
                *parent, parent->key(way->pairs.back()), *way->empty, path.mid(way->missing), value, way->flow);
        } else {
            grown = parent;
            patch = patcher.appendPair(*parent, path.mid(way->missing), value);
        }
        if (grown) {
            const YamlPatch before = patcher.insertPair(*grown, path.mid(way->missing), value);
            const auto done = patch ? applySet(yamlPatched(m_bytes, *patch), path, value, line) : Result<void>();
            if (patch && !done && before && applySet(yamlPatched(m_bytes, *before), path, value, line))
                return {};
            if (patch)
                return done;
        }
    }
    if (!patch)
        return fail(errors::yamlUnsafeEdit, line > 0 ? u"%1:%2"_s.arg(m_name).arg(line) : m_name, patch.error());
    return applySet(yamlPatched(m_bytes, *patch), path, value, line);
}

Result<void> YamlDocument::applySet(const QByteArray& bytes, const QStringList& path, const YamlValue& value, int line)
{
    const auto parsed = readYaml(bytes);
    YamlNode expected = m_root ? *m_root : YamlNode();
    if (parsed && parsed->root)
        expectSet(expected, path, value, *parsed->root);
    return apply(bytes, &expected, line);
}

Result<void> YamlDocument::remove(const QStringList& path)
{
    if (path.isEmpty() || !m_root)
        return {};
    if (const auto may = mayChange(); !may)
        return may;
    const Walker walker(m_name, *m_root);
    const auto way = walker.walk(path, true);
    if (!way)
        return fail(way.error());
    if (way->missing >= 0)
        return {};
    const YamlNode& mapping = *way->mappings.back();
    const YamlNode& key = mapping.key(way->pairs.back());
    for (const YamlNode* node : {&key, &mapping.value(way->pairs.back())}) {
        const QString anchor = usedAnchor(*node, walker.aliases());
        if (!anchor.isEmpty())
            return walker.refuse(errors::yamlAnchorInUse, *node, anchor);
    }
    const std::size_t above = way->mappings.size() - 1;
    const YamlNode* holder = above > 0 ? &way->mappings[above - 1]->key(way->pairs[above - 1]) : nullptr;
    const YamlPatch patch = YamlPatcher(m_bytes, &*m_root).removePair(mapping, way->pairs.back(), holder);
    if (!patch)
        return walker.refuse(errors::yamlUnsafeEdit, key, patch.error());
    YamlNode expected = *m_root;
    expectRemove(expected, path);
    return apply(yamlPatched(m_bytes, *patch), &expected, key.line);
}

} // namespace nc
