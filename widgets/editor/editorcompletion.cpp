#include "widgets/editor/editorcompletion.h"

#include "widgets/editor/editorstructure.h"
#include "widgets/style/language.h"
#include "widgets/text/codeview.h"

#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr int listId = 1;
static constexpr qsizetype mostOffered = 200;
static constexpr char separator = '\n';

EditorCompletion::EditorCompletion(CodeView& editor, Channel channel)
    : QObject(&editor)
    , m_editor(editor)
    , m_channel(channel)
{
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>(separator));
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETORDER, QsciScintilla::SC_ORDER_CUSTOM);
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETIGNORECASE, 1UL);
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETMAXHEIGHT, 12UL);
    editor.SendScintilla(QsciScintilla::SCI_AUTOCSETMAXWIDTH, 90UL);
    connect(&editor, &QsciScintillaBase::SCN_CHARADDED, this, &EditorCompletion::typed);
    connect(&editor, &QsciScintilla::userListActivated, this, [this](int id, const QString& line) {
        if (id == listId)
            take(line);
    });
}

/// QScintilla asks the screen below the caret for its size, and there is none where a window hangs over the edge.
bool EditorCompletion::isOnScreen() const
{
    const auto caret = static_cast<unsigned long>(m_editor.SendScintilla(QsciScintilla::SCI_GETCURRENTPOS));
    const QPoint at(int(m_editor.SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, long(caret))),
        int(m_editor.SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, long(caret))));
    const int line = int(m_editor.SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL));
    const QPoint global = m_editor.viewport()->mapToGlobal(at);
    return QGuiApplication::screenAt(global) && QGuiApplication::screenAt(global + QPoint(0, 2 * line));
}

bool EditorCompletion::offer()
{
    return show(true);
}

QStringList EditorCompletion::offered() const
{
    QStringList words;
    if (m_editor.SendScintilla(QsciScintilla::SCI_AUTOCACTIVE) == 0)
        return words;
    for (const Completion& one : m_list)
        words += one.text;
    return words;
}

void EditorCompletion::typed(int character)
{
    const bool active = m_editor.SendScintilla(QsciScintilla::SCI_AUTOCACTIVE) != 0;
    const QChar c = character < 0x10000 ? QChar(char16_t(character)) : QChar();
    const bool begins = u"#@{?./"_s.contains(c);
    if (!begins && !(active && (c.isLetterOrNumber() || c == u'_')) && !c.isLetter()) {
        if (active)
            m_editor.SendScintilla(QsciScintilla::SCI_AUTOCCANCEL);
        return;
    }
    show(false);
}

bool EditorCompletion::show(bool asked)
{
    const QString text = m_editor.text();
    if (text.size() > EditorStructure::largestText)
        return false;
    const CompletionContext context = completionContext(text, m_editor.caret(), m_channel);
    m_list = completionsAt(text, context, m_channel, m_names, currentLanguage());
    // What is typed in full already is no help.
    if (!asked && m_list.size() == 1 && m_list.first().text == context.prefix)
        m_list.clear();
    if (m_list.isEmpty() || !isOnScreen()) {
        m_list.clear();
        m_editor.SendScintilla(QsciScintilla::SCI_AUTOCCANCEL);
        return false;
    }
    m_list = m_list.mid(0, mostOffered);
    qsizetype widest = 0;
    for (const Completion& one : std::as_const(m_list))
        widest = std::max(widest, one.text.size());
    QByteArrayList lines;
    for (const Completion& one : std::as_const(m_list)) {
        const QString line = one.help.isEmpty() ? one.text : QString(one.text.leftJustified(widest + 2) + one.help);
        lines += line.toUtf8();
    }
    m_editor.SendScintilla(
        QsciScintilla::SCI_USERLISTSHOW, static_cast<unsigned long>(listId), lines.join(separator).constData());
    return true;
}

void EditorCompletion::take(const QString& line)
{
    const QString word = line.section(u"  "_s, 0, 0).trimmed();
    const auto found = std::ranges::find(m_list, word, &Completion::text);
    if (found == m_list.end())
        return;
    QString insert = found->insert.isEmpty() ? found->text : found->insert;
    const qsizetype mark = insert.indexOf(u'|');
    insert.remove(u'|');
    const CompletionContext context = completionContext(m_editor.text(), m_editor.caret(), m_channel);
    m_editor.replaceRange(context.from, context.prefix.size(), insert);
    m_editor.setCaret(context.from + (mark < 0 ? insert.size() : mark));
}

} // namespace nc
