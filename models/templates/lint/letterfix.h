#pragma once

#include "templates/source/templatestructure.h"
#include "templates/source/textedit.h"

namespace nc {

/// Corrections of a content's text at a position. Each gives no edits where it does not fit.
class LetterFix {
public:
    explicit LetterFix(const QString& text);

    /// `[=x]` becomes `${x}`.
    QList<TextEdit> interpolate(qsizetype position) const;
    /// `${x}` becomes `${x?html}`; parentheses where the expression asks for them.
    QList<TextEdit> escape(qsizetype position) const;
    /// [#outputformat "HTML"] around what stands in <body>, or around all.
    QList<TextEdit> wrapInOutputFormat() const;
    /// `${x?api.y}` becomes `[#--${x?api.y}--]`; not for what opens or closes a block.
    QList<TextEdit> comment(qsizetype position) const;
    /// `<link>` to css/`name` as the last thing of the head.
    QList<TextEdit> linkSheet(const QString& name) const;
    /// `<img>` of the file as the last thing of the body.
    QList<TextEdit> insertPicture(const QString& name) const;
    /// Double quotes of the code there become single ones.
    QList<TextEdit> singleQuotes(qsizetype position) const;
    /// `<p [#if a]class="b"[/#if]>` becomes `<p class="[#if a]b[/#if]">`.
    QList<TextEdit> moveIntoValue(qsizetype position, QString* attribute) const;
    /// <tag> before the block that begins there, </tag> behind its end.
    QList<TextEdit> wrapBlock(qsizetype position, const QString& tag) const;
    QList<TextEdit> replaceInTag(qsizetype position, const QString& what, const QString& by) const;
    /// [#ftl …], which no letter may have; where it asked for HTML escaping that is asked for in the allowed way.
    QList<TextEdit> removeHeader() const;

private:
    const StructurePart* tagAround(qsizetype position) const;
    qsizetype endOf(const QString& element) const;

    const QString& m_text;
    TemplateStructure m_structure;
};

} // namespace nc
