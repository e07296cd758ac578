#pragma once

#include "yaml/yamlnode.h"
#include "yaml/yamlvalue.h"

#include <QByteArray>
#include <QStringList>

#include <expected>
#include <vector>

namespace nc {

/// Bytes [pos, pos + removed) become `inserted`. Positions are those of the unchanged file.
struct YamlEdit {
    qsizetype pos = 0;
    qsizetype removed = 0;
    QByteArray inserted;
};
/// Edits that do not overlap, or why there are none (untranslated, for errors::yamlUnsafeEdit).
using YamlPatch = std::expected<std::vector<YamlEdit>, QString>;

QByteArray yamlPatched(const QByteArray& bytes, std::vector<YamlEdit> edits);

/// The hand that writes into a file: knows its line ends, indentation step and quotes. Internal to core; the walk that
/// decides what is to be done is YamlDocument's.
class YamlPatcher {
public:
    YamlPatcher(const QByteArray& bytes, const YamlNode* root);

    /// Another scalar in place of the one that stands there (or of an empty value).
    YamlPatch replaceScalar(const YamlNode& key, const YamlNode& value, const YamlValue& to, bool flow) const;
    /// A new pair `keys[0]: {keys[1]: … value}` at the end of a mapping that has pairs.
    YamlPatch appendPair(const YamlNode& mapping, const QStringList& keys, const YamlValue& to) const;
    /// The same before the last pair of a block mapping, where nothing may be written behind it: a block scalar that
    /// ends with the file, without a line end, would get one.
    YamlPatch insertPair(const YamlNode& mapping, const QStringList& keys, const YamlValue& to) const;
    /// The pair below a key whose value is null or an empty mapping; `flow`: the key stands in a flow mapping.
    YamlPatch fillEmpty(const YamlNode& parent, const YamlNode& key, const YamlNode& value, const QStringList& keys,
        const YamlValue& to, bool flow) const;
    /// The pair in a file whose root is `{}` or a null that is written.
    YamlPatch fillRoot(const YamlNode& root, const QStringList& keys, const YamlValue& to) const;
    /// The pair in a file without a root.
    YamlPatch appendRoot(const QStringList& keys, const YamlValue& to) const;
    /// Takes pair `index` out of the mapping. `holder` is the key that the mapping belongs to, null for the root.
    YamlPatch removePair(const YamlNode& mapping, std::size_t index, const YamlNode* holder) const;

private:
    /// How what is new in a mapping is written: as its neighbours are.
    struct Quotes {
        YamlNode::Style key = YamlNode::Style::Plain;
        YamlNode::Style text = YamlNode::Style::Plain;
    };
    static Quotes quotesOf(const YamlNode& mapping);
    QByteArray keyText(const QString& key, bool flow, const Quotes& quotes) const;
    QByteArray valueText(const YamlValue& to, bool flow, const Quotes& quotes) const;

    qsizetype lineStart(qsizetype pos) const;
    /// Before the line end (or at the end of the file).
    qsizetype lineEnd(qsizetype pos) const;
    QByteArray lineBreakAt(qsizetype lineEnd) const;
    /// Where text may be added behind a key's colon; -1 without one.
    qsizetype behindColon(const YamlNode& key) const;
    /// How far the keys of a block mapping are indented; -1 when that cannot be told.
    int indentOf(const YamlNode& mapping) const;
    QByteArray blockLines(const QStringList& keys, const YamlValue& to, int indent, const QByteArray& lineBreak,
        const Quotes& quotes) const;
    QByteArray flowText(const QStringList& keys, const YamlValue& to, const Quotes& quotes) const;
    bool onlyBlanksOrComment(qsizetype from, qsizetype to) const;
    YamlPatch fillBraces(const YamlNode& braces, const QByteArray& text) const;
    YamlPatch appendFlowPair(const YamlNode& mapping, const QStringList& keys, const YamlValue& to) const;
    YamlPatch removeFlowPair(const YamlNode& mapping, std::size_t index) const;

    const QByteArray& m_bytes;
    int m_step = 2;
    bool m_single = false;
};

} // namespace nc
