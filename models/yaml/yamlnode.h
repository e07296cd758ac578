#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace nc {

/// One node of a YAML file as it is written: nothing is converted, resolved or merged. A plain value.
/// Positions: `line` and `column` count from 1, the column in code points; `begin` and `end` are byte offsets into the
/// bytes that were read and enclose the node without its tag and anchor, without white space and comments around it.
/// A value that is not written at all (`key:`) has begin == end and an empty text.
struct YamlNode {
    enum class Kind : std::uint8_t { Scalar, Alias, Sequence, Mapping };
    enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

    Kind kind = Kind::Scalar;
    Style style = Style::Plain;
    /// Scalar: the text after unquoting, unescaping and folding; a plain one is the text as written (`~`, `0x1F`,
    /// `yes`). Alias: the name after the `*` (which is what Jackson takes for its text).
    QString text;
    /// Empty when none is written; `!!str` is "tag:yaml.org,2002:str"; a lone `!` is "!".
    QString tag;
    QString anchor;
    int line = 0;
    int column = 0;
    qsizetype begin = 0;
    qsizetype end = 0;
    /// Sequence: its items. Mapping: key, value, key, value … as written, repeated keys included.
    std::vector<YamlNode> children;

    bool isPlain() const { return kind == Kind::Scalar && style == Style::Plain; }
    /// Plain and empty, `~`, `null`, `Null` or `NULL`, without a tag.
    bool isNull() const;
    std::size_t pairs() const { return children.size() / 2; }
    const YamlNode& key(std::size_t pair) const { return children[pair * 2]; }
    const YamlNode& value(std::size_t pair) const { return children[pair * 2 + 1]; }
    /// The value of the last pair whose key is that scalar (Jackson keeps the last); null when there is none.
    const YamlNode* find(const QString& name) const;
    /// How many pairs have that scalar as key.
    int count(const QString& name) const;
};

/// Where and why a file is not YAML that we read. Its sentence: `sentenceFor(Error{code, <path>, detail})`.
struct YamlProblem {
    ErrorCode code;
    QString detail; ///< the parser's reason in its own words; may be empty
    int line = 0; ///< from 1; 0 when it concerns the whole file
    int column = 0;

    /// Its subject is `path:line:column`.
    Error toError(const QString& path) const;
};

} // namespace nc
