#pragma once

#include "core/itemroles.h"
#include "widgets/text/scintilla.h"

#include <QList>

#include <utility>

namespace nc {

struct Colors;

/// What stands in the margin of a line.
struct CodeProblem {
    int line = 0; ///< from 1
    int column = 0; ///< from 1; 0: the whole line
    int length = 0; ///< 0: to the end of the word
    Tone tone = Tone::Error;
    QString text;
};

/// QScintilla in our colours and face: line numbers, a margin for problems, the current line. Follows light and dark.
/// Positions are UTF-16 units of text(), as everywhere in the models; places count from 1.
/// A derived class sets a lexer and colours its styles in styleLexer().
class CodeView : public QsciScintilla {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    void setProblems(const QList<CodeProblem>& problems);
    const QList<CodeProblem>& problems() const { return m_problems; }
    /// Puts the caret there and the line in sight; from 1.
    void goTo(int line, int column = 1);
    /// Replaces the text; keeps caret and scroll, and can be undone.
    void replaceText(const QString& text);
    void replaceRange(qsizetype begin, qsizetype length, const QString& by);

    qsizetype caret() const;
    void setCaret(qsizetype position);
    void select(qsizetype begin, qsizetype end);
    /// Scintilla's byte positions of a piece of `text`, which is what the editor holds.
    std::pair<long, long> byteRange(const QString& text, qsizetype begin, qsizetype end) const;

protected:
    /// After the defaults; call setColor/setPaper on the lexer here.
    virtual void styleLexer(const Colors& colors) { Q_UNUSED(colors) }
    void applyTheme();
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void markProblems();
    QString problemTextAt(int line) const;

    QList<CodeProblem> m_problems;
};

} // namespace nc
