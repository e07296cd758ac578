#include "widgets/shell/page.h"

#include "gate/errors.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr const char* objectNames[pageCount] = {
    "overviewPage", "channelsPage", "templatesPage", "topicsPage", "failuresPage", "activityPage"};

const char* Page::englishTitleOf(PageId id)
{
    static constexpr const char* titles[pageCount] = {QT_TR_NOOP("Overview"), QT_TR_NOOP("Channels"),
        QT_TR_NOOP("Templates"), QT_TR_NOOP("Topics"), QT_TR_NOOP("Failures"), QT_TR_NOOP("Activity")};
    return titles[int(id)];
}

QString Page::titleOf(PageId id)
{
    return tr(englishTitleOf(id));
}

Page::Page(PageId id, Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_id(id)
    , m_workspace(workspace)
    , m_header(new PageHeader(this))
    , m_notices(new NoticeBar(this))
    , m_body(new QVBoxLayout)
{
    setObjectName(QLatin1StringView(objectNames[int(id)]));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit + metrics::half);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    m_body->setSpacing(metrics::unit);
    column->addLayout(m_body, 1);
    m_header->setTitle(titleOf(id));
}

void Page::retranslate()
{
    m_header->setTitle(titleOf(m_id));
    for (QAction* action : std::as_const(m_actions))
        action->setText(QCoreApplication::translate(
            metaObject()->className(), action->property("english").toByteArray().constData()));
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QAction* Page::addPageAction(
    const QString& objectName, const char* english, const QIcon& icon, const QKeySequence& shortcut)
{
    auto* action = new QAction(icon, QLatin1StringView(english), this);
    action->setObjectName(objectName);
    action->setProperty("english", QByteArray(english));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions.append(action);
    return action;
}

bool Page::mayWrite()
{
    if (!m_workspace.isReadOnly())
        return true;
    m_notices->showError(Error{errors::readOnlyProfile, m_workspace.profile().name, {}, Next::Abort});
    return false;
}

void Page::confirm(Operation operation, const QString& subject, Confirmation confirmation,
    std::function<void(const AskedGate&)> passed, Asking asking)
{
    if (mayWrite())
        askGate(this, m_workspace, operation, subject, std::move(confirmation), asking, std::move(passed));
}

} // namespace nc
