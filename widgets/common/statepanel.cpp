#include "widgets/common/statepanel.h"

#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/iconlabel.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

/// A layout asks a wrapped label for its hint, not for its height at this width; so it is told.
static void setWrapped(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    label->setFixedHeight(qMax(0, label->heightForWidth(label->width())));
}

static QLabel* centred(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFixedWidth(440);
    return label;
}

StatePanel::StatePanel(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(Icon::Info, Tint::Muted, metrics::iconState, this))
    , m_heading(centred(this, u"stateHeading"_s))
    , m_text(centred(this, u"stateText"_s))
    , m_detail(centred(this, u"stateDetail"_s))
    , m_progress(new QProgressBar(this))
    , m_progressText(centred(this, u"stateProgressText"_s))
    , m_button(new QPushButton(this))
    , m_other(new QPushButton(this))
{
    setTextSize(m_heading, TextSize::Heading);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setFont(fixedFont(TextSize::Caption));
    m_progress->setFixedWidth(240);
    m_progress->setTextVisible(false);
    m_progressText->setForegroundRole(QPalette::PlaceholderText);
    setTextSize(m_progressText, TextSize::Caption);
    m_button->setObjectName(u"stateActionButton"_s);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run();
    });

    m_other->setObjectName(u"stateOtherButton"_s);
    setButtonKind(m_other, ButtonKind::Link);
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (m_runOther)
            m_runOther();
    });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::wide, metrics::wide, metrics::wide, metrics::wide);
    column->setSpacing(metrics::unit);
    column->addStretch(2);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_icon, m_heading, m_text, m_detail, m_progress, m_progressText})
        column->addWidget(part, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::unit);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addWidget(m_other, 0, Qt::AlignHCenter);
    column->addStretch(3);
    hideProgress();
    m_detail->hide();
    m_button->hide();
    m_other->hide();
}

void StatePanel::set(Icon drawing, Tint tint, const QString& heading, const QString& text)
{
    m_icon->set(drawing, tint);
    setWrapped(m_heading, heading);
    setWrapped(m_text, text);
    m_detail->hide();
}

void StatePanel::setDetail(const QString& detail)
{
    setWrapped(m_detail, detail);
}

void StatePanel::setProgress(int done, int total, const QString& text)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->show();
    setWrapped(m_progressText, text);
}

void StatePanel::hideProgress()
{
    m_progress->hide();
    m_progressText->hide();
}

void StatePanel::setAction(const QString& text, std::function<void()> run, bool primary)
{
    m_run = std::move(run);
    m_button->setText(text);
    m_button->setVisible(m_run != nullptr && !text.isEmpty());
    setButtonKind(m_button, primary ? ButtonKind::Primary : ButtonKind::Normal);
}

void StatePanel::setOtherAction(const QString& text, std::function<void()> run)
{
    m_runOther = std::move(run);
    m_other->setText(text);
    m_other->setVisible(m_runOther != nullptr && !text.isEmpty());
}

} // namespace nc
