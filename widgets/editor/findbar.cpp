#include "widgets/editor/findbar.h"

#include "widgets/common/timewords.h"
#include "widgets/editor/templateeditor.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr int hitIndicator = 17;
static constexpr qsizetype mostHits = 10000;

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_find(new QLineEdit(this))
    , m_replace(new QLineEdit(this))
    , m_case(new QToolButton(this))
    , m_regex(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_previous(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_one(new QPushButton(this))
    , m_all(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_second(new QWidget(this))
{
    setObjectName(u"findBar"_s);
    m_find->setObjectName(u"findLine"_s);
    m_replace->setObjectName(u"replaceLine"_s);
    m_count->setObjectName(u"findCount"_s);
    m_one->setObjectName(u"replaceOneButton"_s);
    m_all->setObjectName(u"replaceAllButton"_s);
    m_regex->setObjectName(u"findRegex"_s);
    m_case->setObjectName(u"findCase"_s);
    m_case->setText(u"Aa"_s);
    m_regex->setText(u".*"_s);
    for (QToolButton* button : {m_case, m_regex}) {
        button->setCheckable(true);
        button->setMinimumSize(metrics::controlHeight, metrics::controlHeight);
        connect(button, &QToolButton::toggled, this, &FindBar::search);
    }
    m_previous->setIcon(icon(Icon::ChevronUp));
    m_next->setIcon(icon(Icon::ChevronDown));
    m_close->setIcon(icon(Icon::Close));
    for (QPushButton* button : {m_previous, m_next, m_close, m_one, m_all})
        setButtonKind(button, ButtonKind::Plain);
    setTextSize(m_count, TextSize::Caption);
    auto* first = new QHBoxLayout;
    first->setSpacing(metrics::half);
    first->addWidget(m_find, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_case), static_cast<QWidget*>(m_regex), static_cast<QWidget*>(m_count),
             static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_close)})
        first->addWidget(part);
    auto* second = new QHBoxLayout(m_second);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(metrics::half);
    second->addWidget(m_replace, 1);
    second->addWidget(m_one);
    second->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::half, metrics::half, metrics::half, metrics::half);
    column->setSpacing(metrics::half);
    column->addLayout(first);
    column->addWidget(m_second);
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_previous, &QPushButton::clicked, this, [this] { findNext(true); });
    connect(m_next, &QPushButton::clicked, this, [this] { findNext(false); });
    connect(m_one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_all, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(m_close, &QPushButton::clicked, this, &FindBar::closeBar);
    m_find->installEventFilter(this);
    m_replace->installEventFilter(this);
    hide();
    retranslate();
}

void FindBar::retranslate()
{
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find"));
    m_replace->setPlaceholderText(tr("Replace by"));
    m_replace->setAccessibleName(tr("Replace by"));
    m_case->setToolTip(tr("Capital and small letters differ"));
    m_case->setAccessibleName(m_case->toolTip());
    m_regex->setToolTip(tr("Regular expression"));
    m_regex->setAccessibleName(m_regex->toolTip());
    m_previous->setToolTip(tr("Previous (Shift+Enter)"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setToolTip(tr("Next (Enter)"));
    m_next->setAccessibleName(m_next->toolTip());
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(m_close->toolTip());
    m_one->setText(tr("Replace"));
    m_all->setText(tr("Replace all"));
    showCount();
}

void FindBar::setEditor(TemplateEditor* editor)
{
    if (m_editor == editor)
        return;
    if (m_editor) {
        m_hits.clear();
        mark();
        disconnect(m_editor, nullptr, this, nullptr);
    }
    m_editor = editor;
    if (m_editor)
        connect(m_editor, &QsciScintilla::textChanged, this, [this] {
            if (isVisible())
                search();
        });
    // Nothing to search in: the pictures are in front.
    if (!m_editor)
        hide();
    else if (isVisible())
        search();
}

void FindBar::open(bool replace)
{
    if (!m_editor)
        return;
    const QString selected = m_editor->selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_find->setText(selected);
    m_second->setVisible(replace && !m_editor->isReadOnly());
    show();
    search();
    m_find->setFocus();
    m_find->selectAll();
}

QRegularExpression FindBar::expression() const
{
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!m_case->isChecked())
        options |= QRegularExpression::CaseInsensitiveOption;
    const QString pattern = m_find->text();
    return QRegularExpression(m_regex->isChecked() ? pattern : QRegularExpression::escape(pattern), options);
}

void FindBar::search()
{
    m_hits.clear();
    m_text = m_editor ? m_editor->text() : QString();
    const QRegularExpression wanted = expression();
    if (!m_find->text().isEmpty() && wanted.isValid()) {
        for (auto it = wanted.globalMatch(m_text); it.hasNext() && m_hits.size() < mostHits;) {
            const auto match = it.next();
            if (match.capturedLength() > 0)
                m_hits.append({match.capturedStart(), match.capturedEnd()});
        }
    }
    mark();
    showCount();
}

void FindBar::mark()
{
    if (!m_editor)
        return;
    m_editor->indicatorDefine(QsciScintilla::FullBoxIndicator, hitIndicator);
    m_editor->setIndicatorDrawUnder(true, hitIndicator);
    QColor soft = colorsFor(palette()).warning;
    soft.setAlpha(64);
    m_editor->setIndicatorForegroundColor(soft, hitIndicator);
    soft.setAlpha(160);
    m_editor->setIndicatorOutlineColor(soft, hitIndicator);
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(hitIndicator));
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, long(m_editor->length()));
    long bytes = 0;
    qsizetype at = 0;
    for (const Hit& hit : std::as_const(m_hits)) {
        // Counted on from the one before: the text is gone through once.
        bytes += QStringView(m_text).sliced(at, hit.begin - at).toUtf8().size();
        const qsizetype size = QStringView(m_text).sliced(hit.begin, hit.end - hit.begin).toUtf8().size();
        m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(bytes), long(size));
        bytes += size;
        at = hit.end;
    }
}

void FindBar::showCount()
{
    const QRegularExpression wanted = expression();
    const Colors& c = colorsFor(palette());
    QPalette colours = palette();
    const bool bad = !wanted.isValid() || (m_hits.isEmpty() && !m_find->text().isEmpty());
    colours.setColor(QPalette::WindowText, bad ? c.error : c.muted);
    m_count->setPalette(colours);
    m_count->setToolTip(wanted.isValid() ? QString() : wanted.errorString());
    if (!wanted.isValid()) {
        m_count->setText(tr("Wrong expression"));
    } else if (m_find->text().isEmpty()) {
        m_count->clear();
    } else if (m_hits.isEmpty()) {
        m_count->setText(tr("Not found"));
    } else {
        const qsizetype caret = m_editor ? m_editor->caret() : 0;
        const auto current = std::ranges::find(m_hits, caret, &Hit::end);
        const QString all = groupedNumber(m_hits.size());
        m_count->setText(current == m_hits.end()
                ? tr("Found: %1").arg(all)
                : tr("%1 of %2").arg(groupedNumber(current - m_hits.begin() + 1), all));
    }
    for (QPushButton* button : {m_previous, m_next, m_one, m_all})
        button->setEnabled(!m_hits.isEmpty());
}

void FindBar::findNext(bool backward)
{
    if (!m_editor || m_hits.isEmpty())
        return;
    const qsizetype caret = m_editor->caret();
    qsizetype index = 0;
    if (backward) {
        // The one before that whose end the caret is at; round to the last.
        index = m_hits.size() - 1;
        for (qsizetype i = 0; i < m_hits.size() && m_hits[i].end < caret; ++i)
            index = i;
    } else {
        const auto next = std::ranges::find_if(m_hits, [&](const Hit& hit) { return hit.begin >= caret; });
        index = next == m_hits.end() ? 0 : next - m_hits.begin();
    }
    m_editor->select(m_hits[index].begin, m_hits[index].end);
    showCount();
}

QString FindBar::replacement(const QRegularExpressionMatch& match) const
{
    const QString by = m_replace->text();
    if (!m_regex->isChecked())
        return by;
    QString text;
    for (qsizetype i = 0; i < by.size(); ++i) {
        const QChar next = i + 1 < by.size() ? by[i + 1] : QChar();
        if (by[i] == u'$' && next.isDigit()) {
            text += match.captured(next.digitValue());
            ++i;
        } else if (by[i] == u'\\' && (next == u'n' || next == u't')) {
            text += next == u'n' ? u'\n' : u'\t';
            ++i;
        } else if (by[i] == u'\\' && (next == u'\\' || next == u'$')) {
            text += next;
            ++i;
        } else {
            text += by[i];
        }
    }
    return text;
}

void FindBar::replaceOne()
{
    if (!m_editor || m_editor->isReadOnly())
        return;
    const qsizetype caret = m_editor->caret();
    const auto current = std::ranges::find(m_hits, caret, &Hit::end);
    if (current != m_hits.end() && m_editor->hasSelectedText()) {
        const Hit hit = *current;
        const auto match = expression().match(m_text, hit.begin);
        const QString by = replacement(match);
        m_editor->apply({{hit.begin, hit.end - hit.begin, by}});
        m_editor->setCaret(hit.begin + by.size());
        search();
    }
    findNext(false);
}

void FindBar::replaceAll()
{
    if (!m_editor || m_editor->isReadOnly())
        return;
    QList<TextEdit> edits;
    const QRegularExpression wanted = expression();
    for (auto it = wanted.globalMatch(m_text); it.hasNext();) {
        const auto match = it.next();
        if (match.capturedLength() > 0)
            edits.append({match.capturedStart(), match.capturedLength(), replacement(match)});
    }
    if (edits.isEmpty())
        return;
    m_editor->apply(edits);
    search();
    m_count->setText(tr("Replaced: %1").arg(groupedNumber(edits.size())));
}

void FindBar::closeBar()
{
    m_hits.clear();
    mark();
    hide();
    if (m_editor)
        m_editor->setFocus();
}

void FindBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_editor) {
        showCount();
        if (isVisible())
            mark();
    }
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            closeBar();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (watched == m_replace)
                replaceOne();
            else
                findNext(key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace nc
