#include "widgets/editor/conflictbar.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

ConflictBar::ConflictBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_mine(new QPushButton(this))
    , m_theirs(new QPushButton(this))
    , m_merge(new QPushButton(this))
{
    setObjectName(u"conflictBar"_s);
    setAutoFillBackground(true);
    QPalette colours = palette();
    colours.setColor(QPalette::Window, colorsFor(palette()).warningSoft);
    setPalette(colours);
    m_mine->setObjectName(u"keepMineButton"_s);
    m_theirs->setObjectName(u"takeTheirsButton"_s);
    m_merge->setObjectName(u"mergeConflictButton"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::unit, metrics::half, metrics::unit, metrics::half);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    for (QPushButton* button : {m_merge, m_theirs, m_mine})
        row->addWidget(button);
    connect(m_mine, &QPushButton::clicked, this, [this] { Q_EMIT keepMine(m_file); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { Q_EMIT takeTheirs(m_file); });
    connect(m_merge, &QPushButton::clicked, this, [this] { Q_EMIT merge(m_file); });
    hide();
}

void ConflictBar::ask(const QString& file)
{
    m_file = file;
    retranslate();
    show();
}

void ConflictBar::retranslate()
{
    m_text->setText(tr("%1 was changed by somebody else while you were editing it. Nothing was written.").arg(m_file));
    m_mine->setText(tr("Keep mine"));
    m_theirs->setText(tr("Take theirs"));
    m_merge->setText(tr("Compare and merge…"));
}

} // namespace nc
