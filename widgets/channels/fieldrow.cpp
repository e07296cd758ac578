#include "widgets/channels/fieldrow.h"

#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace nc {

FieldRow::FieldRow(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_below(new QWidget(this))
    , m_icon(new QLabel(m_below))
    , m_words(new QLabel(m_below))
{
    setObjectName(name + u"Row"_s);
    m_edit->setObjectName(name);
    m_edit->setMinimumHeight(metrics::controlHeight);
    m_label->setBuddy(m_edit);
    m_words->setObjectName(name + u"Problem"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    setTextSize(m_words, TextSize::Caption);
    auto* below = new QHBoxLayout(m_below);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(metrics::half);
    below->addWidget(m_icon, 0, Qt::AlignTop);
    below->addWidget(m_words, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_label);
    layout->addWidget(m_edit);
    layout->addWidget(m_below);
    m_below->hide();
    connect(m_edit, &QLineEdit::textEdited, this, &FieldRow::edited);
}

void FieldRow::setLabel(const QString& label)
{
    m_label->setText(label);
    m_edit->setAccessibleName(QString(label).remove(u'&'));
}

void FieldRow::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

QString FieldRow::text() const
{
    return m_edit->echoMode() == QLineEdit::Password ? m_edit->text() : m_edit->text().trimmed();
}

void FieldRow::setSecret()
{
    m_edit->setEchoMode(QLineEdit::Password);
}

void FieldRow::setText(const QString& text)
{
    // Blanks at the end are being typed; they are not part of the value, and the caret must stay.
    if (this->text() != text)
        m_edit->setText(text);
}

void FieldRow::setProblem(Tone tone, const QString& text)
{
    m_tone = tone;
    m_problem = text;
    m_edit->setAccessibleDescription(text);
    paintWords();
}

void FieldRow::setHint(const QString& text)
{
    m_hint = text;
    paintWords();
}

void FieldRow::paintWords()
{
    const bool wrong = !m_problem.isEmpty();
    m_below->setVisible(wrong || !m_hint.isEmpty());
    m_icon->setVisible(wrong);
    m_words->setText(wrong ? m_problem : m_hint);
    const Colors& colors = colorsFor(palette());
    QPalette painted = m_words->palette();
    painted.setColor(QPalette::WindowText, wrong ? colors.tone(m_tone) : colors.muted);
    m_words->setPalette(painted);
    if (wrong)
        m_icon->setPixmap(icon(toneIcon(m_tone), toneTint(m_tone)).pixmap(metrics::icon, metrics::icon));
}

void FieldRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintWords();
}

} // namespace nc
