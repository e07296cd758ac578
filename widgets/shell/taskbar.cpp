#include "widgets/shell/taskbar.h"

#include "widgets/shell/taskitem.h"
#include "widgets/shell/taskwords.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace nc {

TaskBar::TaskBar(TaskRunner& tasks, QWidget* parent)
    : QWidget(parent)
    , m_tasks(tasks)
    , m_idle(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"taskBar"_s);
    setFixedHeight(metrics::controlHeight);
    m_idle->setObjectName(u"taskIdle"_s);
    m_idle->setTextFormat(Qt::PlainText);
    m_idle->setForegroundRole(QPalette::PlaceholderText);
    setTextSize(m_idle, TextSize::Caption);
    m_row->setContentsMargins(metrics::gap, 0, metrics::gap, 0);
    m_row->setSpacing(metrics::wide);
    m_row->addWidget(m_idle);
    m_row->addStretch(1);
    connect(&tasks, &TaskRunner::started, this, &TaskBar::begin);
    connect(&tasks, &TaskRunner::finished, this, &TaskBar::end);
    connect(&tasks, &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (TaskItem* item = m_items.value(id))
            item->setProgress(progress);
    });
    fillIdle();
}

void TaskBar::begin(const TaskInfo& task)
{
    if (!task.visible)
        return;
    auto* item = new TaskItem(task, this);
    connect(item, &TaskItem::cancelled, this, [this, id = task.id] { m_tasks.cancel(id); });
    m_items.insert(task.id, item);
    m_row->insertWidget(m_row->count() - 1, item);
    m_idle->hide();
}

void TaskBar::end(quint64 id, bool ok, const Error& error)
{
    TaskItem* item = m_items.take(id);
    if (!item)
        return;
    m_last = item->task();
    m_lastOk = ok;
    m_lastCancelled = error.is(errors::cancelled);
    item->hide();
    item->deleteLater();
    m_idle->setVisible(m_items.isEmpty());
    fillIdle();
}

void TaskBar::fillIdle()
{
    if (m_last.id == 0)
        m_idle->setText(tr("No tasks running"));
    else
        m_idle->setText((m_lastOk ? tr("%1: done")
                : m_lastCancelled ? tr("%1: cancelled")
                                  : tr("%1: failed"))
                            .arg(taskWords(m_last)));
}

void TaskBar::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.rail);
    painter.fillRect(QRect(0, 0, width(), 1), c.border);
}

void TaskBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fillIdle();
}

} // namespace nc
