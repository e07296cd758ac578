#include "widgets/shell/taskitem.h"

#include "widgets/common/timewords.h"
#include "widgets/shell/taskwords.h"
#include "widgets/style/buttons.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

TaskItem::TaskItem(TaskInfo task, QWidget* parent)
    : QWidget(parent)
    , m_task(std::move(task))
    , m_words(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(u"taskItem"_s);
    m_words->setObjectName(u"taskWords"_s);
    m_words->setMaximumWidth(480);
    m_bar->setFixedWidth(120);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_cancel->setObjectName(u"taskCancelButton"_s);
    m_cancel->setIcon(icon(Icon::Close, Tint::Muted));
    m_cancel->setFixedSize(24, 24);
    setButtonKind(m_cancel, ButtonKind::Plain);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancelling = true;
        m_cancel->setEnabled(false);
        fill();
        Q_EMIT cancelled();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_words);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    fill();
}

void TaskItem::setProgress(const Progress& progress)
{
    m_progress = progress;
    fill();
}

void TaskItem::fill()
{
    QString words = taskWords(m_task);
    if (m_cancelling)
        words += u" — "_s + tr("cancelling");
    else if (m_progress.total > 0)
        words += u" — "_s + tr("%1 of %2").arg(groupedNumber(m_progress.done), groupedNumber(m_progress.total));
    else if (m_progress.done > 0)
        words += u" — "_s + groupedNumber(m_progress.done);
    if (!m_progress.stage.isEmpty() && !m_cancelling)
        words += u", "_s + stageWords(m_progress.stage);
    m_words->setFullText(words);
    m_bar->setAccessibleName(taskWords(m_task));
    if (m_progress.total > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(int(1000.0 * double(m_progress.done) / double(m_progress.total)));
    } else {
        m_bar->setRange(0, 0);
    }
    const QString cancel = tr("Cancel: %1").arg(taskWords(m_task));
    m_cancel->setAccessibleName(cancel);
    m_cancel->setToolTip(cancel);
}

void TaskItem::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace nc
