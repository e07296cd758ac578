#pragma once

#include <QList>
#include <QString>

namespace nc {

/// A bracket of a template, wide sense: a directive, a tag, a comment, a rule of a style sheet. Positions in UTF-16
/// units, `end` behind the last.
struct StructurePart {
    enum class Kind { Directive, Macro, Tag, Rule, Comment };
    enum class Role {
        Open,
        Close,
        Middle, ///< [#else], [#case …]: belongs to the pair around it
        Single, ///< no partner is looked for
    };
    Kind kind = Kind::Directive;
    Role role = Role::Single;
    QString name; ///< `if`, `list`, `layout.button`, `table` (lower case); empty for a comment
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype partner = -1; ///< Open and Close: index of the other; Middle: of the opening one; -1: none was found
};

/// What opens and closes what in a template's text. Directives and tags are paired apart from each other: a letter may
/// open a tag in one branch and close it in the next. Tolerates everything; linear in the text. A plain value.
class TemplateStructure {
public:
    enum class Markup { Html, Plain, Sheet };

    TemplateStructure(const QString& text, Markup markup);

    const QList<StructurePart>& parts() const { return m_parts; }

    /// The part at a position (its ends included) and those that belong to it: partner, branches. Empty: none.
    QList<StructurePart> matching(qsizetype position) const;

    /// Where a [#macro] or [#function] of that name begins (the last one counts); -1: not here.
    qsizetype definitionOf(QStringView name) const;
    /// Names of all of them, in order.
    QStringList definitions() const;

private:
    void readCode(const QString& text);
    void readTags(const QString& text);
    void readSheet(const QString& text, qsizetype begin, qsizetype end);
    void pair();

    struct Definition {
        QString name;
        qsizetype begin;
    };
    QList<StructurePart> m_parts;
    QList<Definition> m_definitions;
};

/// The name of a tag or directive in `text` from `begin` on: letters, digits, `.`, `-`, `_`, `:`.
QStringView nameAt(QStringView text, qsizetype begin);

} // namespace nc
