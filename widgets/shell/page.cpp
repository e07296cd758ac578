#include "widgets/shell/page.h"

#include "connections/errors.h"
#include "widgets/common/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr const char* objectNames[pageCount] = {
    "overviewPage", "channelsPage", "templatesPage", "topicsPage", "failuresPage", "activityPage"};

QString Page::titleOf(PageId id)
{
    switch (id) {
    case PageId::Overview:
        return tr("Overview");
    case PageId::Channels:
        return tr("Channels");
    case PageId::Templates:
        return tr("Templates");
    case PageId::Topics:
        return tr("Topics");
    case PageId::Failures:
        return tr("Failures");
    case PageId::Activity:
        return tr("Activity");
    }
    return {};
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
    action->setProperty("english", QLatin1StringView(english));
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

void Page::confirm(Confirmation confirmation, std::function<void()> confirmed)
{
    if (!mayWrite())
        return;
    if (m_workspace.isProduction())
        confirmation.mustType = m_workspace.profile().name;
    ConfirmDialog::ask(this, confirmation, std::move(confirmed));
}

} // namespace nc
