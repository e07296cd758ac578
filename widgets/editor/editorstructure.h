#pragma once

#include "templates/source/templatestructure.h"

#include <QObject>
#include <QTimer>

namespace nc {

class CodeView;
struct Colors;

/// Pairs of directives, tags and rules in an editor: folds their lines, marks what belongs to the caret, knows where
/// macros are defined. Looks at the text a moment after the last key; texts over two million characters go without.
class EditorStructure : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype largestText = 2'000'000;

    EditorStructure(CodeView& editor, TemplateStructure::Markup markup);

    void applyColors(const Colors& colors);
    /// Reads the text now; what is asked for below is then up to date.
    void refresh();
    /// To the definition of the macro or function named at the caret, or of the only one with that name in the text
    /// around it; false: nothing there is defined here.
    bool goToDefinition();
    /// To the other end of what the caret is on; false: it has none.
    bool goToPartner();
    /// What the caret's place belongs to, as they are written.
    QStringList matchingTexts() const;

private:
    void fold();
    void markMatching();

    CodeView& m_editor;
    TemplateStructure::Markup m_markup;
    TemplateStructure m_structure;
    QString m_text; ///< that the structure is of
    QTimer m_timer;
};

} // namespace nc
