#include "widgets/editor/editorstructure.h"

#include "templates/source/textplaces.h"
#include "widgets/style/colors.h"
#include "widgets/text/codeview.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace nc {

// Above those of CodeView.
static constexpr int matchIndicator = 18;
static constexpr int foldMargin = 2;

EditorStructure::EditorStructure(CodeView& editor, TemplateStructure::Markup markup)
    : QObject(&editor)
    , m_editor(editor)
    , m_markup(markup)
    , m_structure(QString(), markup)
{
    editor.setFolding(QsciScintilla::BoxedTreeFoldStyle, foldMargin);
    editor.indicatorDefine(QsciScintilla::FullBoxIndicator, matchIndicator);
    editor.setIndicatorDrawUnder(true, matchIndicator);
    m_timer.setSingleShot(true);
    m_timer.setInterval(80);
    connect(&m_timer, &QTimer::timeout, this, &EditorStructure::refresh);
    connect(&editor, &QsciScintilla::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(&editor, &QsciScintilla::cursorPositionChanged, this, [this] {
        // While a change waits the places are stale.
        if (!m_timer.isActive())
            markMatching();
    });
}

void EditorStructure::applyColors(const Colors& c)
{
    m_editor.setFoldMarginColors(c.base, c.base);
    for (int marker = int(QsciScintilla::SC_MARKNUM_FOLDEREND); marker <= int(QsciScintilla::SC_MARKNUM_FOLDEROPEN);
         ++marker) {
        // Not by setMarker…Color(), which leaves those of folds alone.
        const auto number = static_cast<unsigned long>(marker);
        m_editor.SendScintilla(QsciScintilla::SCI_MARKERSETFORE, number, c.base);
        m_editor.SendScintilla(QsciScintilla::SCI_MARKERSETBACK, number, c.neutral);
    }
    QColor soft = c.accent;
    soft.setAlpha(48);
    m_editor.setIndicatorForegroundColor(soft, matchIndicator);
    soft.setAlpha(128);
    m_editor.setIndicatorOutlineColor(soft, matchIndicator);
}

void EditorStructure::refresh()
{
    m_timer.stop();
    m_text = m_editor.length() > largestText ? QString() : m_editor.text();
    m_structure = TemplateStructure(m_text, m_markup);
    fold();
    markMatching();
}

void EditorStructure::fold()
{
    const TextPlaces places(m_text);
    // How many blocks more are open behind a line than before it.
    std::vector<int> change(std::size_t(m_editor.lines()) + 1, 0);
    for (const StructurePart& part : m_structure.parts()) {
        qsizetype end = -1;
        if (part.role == StructurePart::Role::Open && part.partner >= 0)
            end = m_structure.parts()[part.partner].begin;
        else if (part.kind == StructurePart::Kind::Comment)
            end = part.end;
        if (end < 0)
            continue;
        const auto first = std::size_t(places.placeOf(part.begin).line);
        const auto last = std::size_t(places.placeOf(end).line);
        if (first < last && last <= change.size() - 1) {
            // The header's own line stays outside; the line of the end belongs to the fold.
            ++change[first - 1];
            --change[last - 1];
        }
    }
    int level = 0;
    for (int line = 0; line < m_editor.lines(); ++line) {
        const int delta = change[std::size_t(line)];
        const int own = QsciScintilla::SC_FOLDLEVELBASE + level;
        const int flags = delta > 0 ? QsciScintilla::SC_FOLDLEVELHEADERFLAG : 0;
        const auto number = static_cast<unsigned long>(line);
        if (m_editor.SendScintilla(QsciScintilla::SCI_GETFOLDLEVEL, number) != (own | flags))
            m_editor.SendScintilla(QsciScintilla::SCI_SETFOLDLEVEL, number, long(own | flags));
        level = std::max(0, level + delta);
    }
}

void EditorStructure::markMatching()
{
    m_editor.SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(matchIndicator));
    m_editor.SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, long(m_editor.length()));
    const QList<StructurePart> parts = m_structure.matching(m_editor.caret());
    if (parts.size() < 2)
        return;
    for (const StructurePart& part : parts) {
        const auto [from, to] = m_editor.byteRange(m_text, part.begin, part.end);
        m_editor.SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from), to - from);
    }
}

QStringList EditorStructure::matchingTexts() const
{
    QStringList texts;
    for (const StructurePart& part : m_structure.matching(m_editor.caret()))
        texts += m_text.mid(part.begin, part.end - part.begin);
    return texts;
}

bool EditorStructure::goToDefinition()
{
    refresh();
    const qsizetype caret = m_editor.caret();
    qsizetype from = caret;
    const auto isName = [](QChar c) { return c.isLetterOrNumber() || c == u'_'; };
    while (from > 0 && isName(m_text[from - 1]))
        --from;
    QString name = nameAt(m_text, from).toString();
    // On [@ itself, or somewhere inside of its arguments.
    if (m_structure.definitionOf(name) < 0) {
        for (const StructurePart& part : m_structure.parts()) {
            if (part.kind == StructurePart::Kind::Macro && part.begin <= caret && caret <= part.end)
                name = part.name;
        }
    }
    const qsizetype at = m_structure.definitionOf(name);
    if (at < 0)
        return false;
    const auto place = TextPlaces(m_text).placeOf(at);
    m_editor.goTo(place.line, place.column);
    return true;
}

bool EditorStructure::goToPartner()
{
    refresh();
    const QList<StructurePart> parts = m_structure.matching(m_editor.caret());
    if (parts.size() < 2)
        return false;
    const qsizetype caret = m_editor.caret();
    const bool onLast = caret >= parts.last().begin && caret <= parts.last().end;
    const auto place = TextPlaces(m_text).placeOf(onLast ? parts.first().begin : parts.last().begin);
    m_editor.goTo(place.line, place.column);
    return true;
}

} // namespace nc
