#include "widgets/deadletters/failurespage.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "widgets/common/icons.h"
#include "widgets/deadletters/deliveriestab.h"
#include "widgets/deadletters/letterstab.h"
#include "widgets/deadletters/stucktab.h"

#include <QAction>
#include <QScopedValueRollback>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace nc {

FailuresPage::FailuresPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Failures, workspace, parent)
    , m_tabs(new QTabWidget(this))
    , m_deliveries(new DeliveriesTab(workspace, notices(), this))
    , m_stuck(new StuckTab(workspace, notices(), this))
    , m_letters(new LettersTab(workspace, notices(), this))
{
    m_tabs->setObjectName(u"failuresTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_deliveries, {});
    m_tabs->addTab(m_stuck, {});
    m_tabs->addTab(m_letters, {});
    body()->addWidget(m_tabs, 1);
    buildActions();
    connectTab(m_deliveries);
    connectTab(m_letters);
    connect(m_tabs, &QTabWidget::currentChanged, this, &FailuresPage::update);
    connect(m_stuck, &StuckTab::changed, this, &FailuresPage::update);
    connect(&workspace, &Workspace::changed, this, [this](const QString& area) {
        // Out of sight everything is loaded anew with the next look at the page.
        if (!isVisible() || m_writing || (area != u"templates" && area != u"channels"))
            return;
        m_deliveries->verdictsAreStale();
        m_letters->verdictsAreStale();
    });
    retranslate();
    update();
}

void FailuresPage::buildActions()
{
    m_send = addPageAction(u"replayAction"_s, QT_TR_NOOP("Replay…"), icon(Icon::Replay, Tint::OnAccent),
        QKeySequence(Qt::CTRL | Qt::Key_R));
    m_discard = addPageAction(
        u"discardAction"_s, QT_TR_NOOP("Discard…"), icon(Icon::Trash), QKeySequence(Qt::CTRL | Qt::Key_D));
    m_keep = addPageAction(
        u"keepAction"_s, QT_TR_NOOP("Keep in a file…"), icon(Icon::Download), QKeySequence(Qt::CTRL | Qt::Key_S));
    m_undo = addPageAction(u"undoDiscardAction"_s, QT_TR_NOOP("Take discard back"), icon(Icon::Undo));
    m_copy = addPageAction(u"copyFailuresAction"_s, QT_TR_NOOP("Copy selected rows"), icon(Icon::Copy));
    m_mask = addPageAction(u"maskFailuresAction"_s, QT_TR_NOOP("Hide personal data"), icon(Icon::Eye));
    m_mask->setCheckable(true);
    header()->setPrimaryAction(m_send);
    header()->addAction(m_discard);
    for (QAction* action : {m_keep, m_undo, m_copy, m_mask})
        header()->addMenuAction(action);
    const auto onCurrent = [this](QAction* action, void (FailuresTab::*method)()) {
        connect(action, &QAction::triggered, this, [this, method] {
            if (FailuresTab* tab = currentFailures())
                (tab->*method)();
        });
    };
    onCurrent(m_send, &FailuresTab::send);
    onCurrent(m_discard, &FailuresTab::discard);
    onCurrent(m_undo, &FailuresTab::undoDiscard);
    onCurrent(m_keep, &FailuresTab::keep);
    onCurrent(m_copy, &FailuresTab::copySelection);
    connect(m_mask, &QAction::toggled, this, [this](bool on) {
        m_deliveries->setMasked(on);
        m_letters->setMasked(on);
    });
    m_mask->setChecked(workspace().settings().get(settings::maskPersonalData));
}

void FailuresPage::connectTab(FailuresTab* tab)
{
    connect(tab, &FailuresTab::changed, this, &FailuresPage::update);
    connect(tab, &FailuresTab::navigate, this, &FailuresPage::navigate);
    connect(tab, &FailuresTab::written, this, [this] {
        const QScopedValueRollback writing(m_writing, true);
        workspace().announceChange(u"failures"_s);
    });
}

FailuresTab* FailuresPage::currentFailures() const
{
    return qobject_cast<FailuresTab*>(m_tabs->currentWidget());
}

void FailuresPage::update()
{
    const FailuresTab* tab = currentFailures();
    m_send->setProperty("english", QByteArray(tab == m_deliveries ? QT_TR_NOOP("Send again…") : QT_TR_NOOP("Replay…")));
    m_send->setText(tr(m_send->property("english").toByteArray().constData()));
    for (QAction* action : {m_send, m_discard, m_undo, m_keep, m_copy})
        action->setVisible(tab != nullptr);
    m_send->setEnabled(tab && tab->canSend());
    m_discard->setEnabled(tab && tab->hasSelection() && !workspace().isReadOnly());
    m_undo->setEnabled(m_discard->isEnabled());
    m_keep->setEnabled(tab && tab->hasRows());
    m_copy->setEnabled(tab && tab->hasSelection());
    updateStateLine();
}

void FailuresPage::refresh()
{
    m_deliveries->refresh();
    m_stuck->refresh();
    m_letters->refresh();
}

void FailuresPage::focusFilter()
{
    if (FailuresTab* tab = currentFailures())
        tab->focusFilter();
}

void FailuresPage::open(const QVariantMap& target)
{
    const QString tab = target.value(u"tab"_s).toString();
    const QString topic = target.value(u"topic"_s).toString();
    const QString filter = target.value(u"filter"_s).toString();
    if (tab == u"deliveries") {
        m_tabs->setCurrentWidget(m_deliveries);
        if (!filter.isEmpty())
            m_deliveries->open(filter);
    } else if (tab == u"stuck") {
        m_tabs->setCurrentWidget(m_stuck);
    } else {
        m_tabs->setCurrentWidget(m_letters);
        m_letters->open(topic, filter);
    }
}

void FailuresPage::updateStateLine()
{
    if (const FailuresTab* tab = currentFailures())
        header()->setStateLine(tab->stateLine(), tab->stateTone());
    else if (m_stuck->count() > 0)
        header()->setStateLine(tr("%n consumer(s) stand still", nullptr, m_stuck->count()), Tone::Error);
    else
        header()->setStateLine({});
}

void FailuresPage::retranslate()
{
    Page::retranslate();
    m_tabs->setTabText(0, tr("Failed deliveries"));
    m_tabs->setTabText(1, tr("Stuck"));
    m_tabs->setTabText(2, tr("Dead letters"));
    m_tabs->setAccessibleName(tr("Kinds of failures"));
    m_stuck->retranslate();
    m_deliveries->retranslate();
    m_letters->retranslate();
    updateStateLine();
}

} // namespace nc
