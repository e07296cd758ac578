#pragma once

#include "core/result.h"
#include "yaml/yamlnode.h"
#include "yaml/yamlvalue.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace nc {

/// A YAML file that belongs to people: a change touches the bytes it must and no other. Comments, order, quoting,
/// indentation, anchors, CRLF, a missing final line end and unusual scalars stay as they are.
///
/// A change that cannot be made so is refused with the line and the reason (errors::yamlDuplicateKey, yamlNotMapping,
/// yamlAlias, yamlMergeKey, yamlAnchorInUse, yamlSeveralDocuments, yamlUnsafeEdit); the document is then as before.
/// Every change is parsed again and compared in meaning with "the old one and the change" before it is taken; if
/// anything else differs it is refused too. The subject of an error is `<name>:<line>[:<column>]`.
/// A plain value; may be copied between threads.
class YamlDocument {
public:
    /// `name` stands for the file in errors. errors::yamlBroken, yamlNotUtf8, yamlTab, yamlControlCharacter,
    /// yamlTooDeep, yamlTooLarge.
    static Result<YamlDocument> parse(const QByteArray& bytes, const QString& name);

    const QByteArray& bytes() const { return m_bytes; }
    /// Nothing when the file is empty or holds only comments.
    const std::optional<YamlNode>& root() const { return m_root; }
    /// The node at a path of keys, or null. Aliases are not followed; of a repeated key the last counts.
    const YamlNode* find(const QStringList& path) const;
    /// Like find(), aliases and merge keys followed; for reading.
    const YamlNode* resolve(const QStringList& path) const;

    /// Writes a scalar at the path; parents that are missing are made, in the style of what surrounds them. What stands
    /// there already keeps its quotes. Setting what is there changes nothing. A mapping or list is never replaced.
    Result<void> set(const QStringList& path, const YamlValue& value);

    /// Takes the key and what is below it out; nothing happens when it is not there. A mapping that loses its last key
    /// becomes `{}`. Comments above stay; one on the removed lines goes with them.
    Result<void> remove(const QStringList& path);

private:
    Result<void> mayChange() const;
    Result<void> applySet(const QByteArray& bytes, const QStringList& path, const YamlValue& value, int line);
    Result<void> apply(const QByteArray& bytes, const YamlNode* expected, int line);
    const YamlNode* anchored(const QString& anchor) const;
    const YamlNode* step(const YamlNode* node, const QString& key, int depth) const;

    QString m_name;
    QByteArray m_bytes;
    std::optional<YamlNode> m_root;
    int m_nextDocument = 0; ///< the line of a second document; 0 without one
};

} // namespace nc
