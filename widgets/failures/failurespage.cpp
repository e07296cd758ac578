#include "widgets/failures/failurespage.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "widgets/failures/deliveriestab.h"
#include "widgets/failures/ledgertab.h"
#include "widgets/failures/letterstab.h"
#include "widgets/failures/stucktab.h"
#include "widgets/failures/trace/tracetab.h"
#include "widgets/style/icons.h"

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
    , m_trace(new TraceTab(workspace, notices(), this))
    , m_ledger(new LedgerTab(workspace, notices(), this))
{
    m_tabs->setObjectName(u"failuresTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_deliveries, {});
    m_tabs->addTab(m_stuck, {});
    m_tabs->addTab(m_letters, {});
    m_tabs->addTab(m_trace, {});
    m_tabs->addTab(m_ledger, {});
    body()->addWidget(m_tabs, 1);
    buildActions();
    connectTab(m_deliveries);
    connectTab(m_letters);
    connect(m_tabs, &QTabWidget::currentChanged, this, &FailuresPage::update);
    connect(m_stuck, &StuckTab::changed, this, &FailuresPage::update);
    connect(m_trace, &TraceTab::changed, this, &FailuresPage::update);
    connect(m_ledger, &LedgerTab::changed, this, &FailuresPage::update);
    connect(m_ledger, &LedgerTab::written, this, [this] {
        m_deliveries->refresh();
        m_letters->refresh();
        announceWritten();
    });
    connect(m_trace, &TraceTab::navigate, this, &FailuresPage::navigate);
    connect(m_trace, &TraceTab::written, this, [this] {
        m_deliveries->refresh();
        m_letters->refresh();
        announceWritten();
    });
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
    connect(m_send, &QAction::triggered, this, [this] {
        if (isTrace())
            m_trace->send();
        else if (FailuresTab* tab = currentFailures())
            tab->send();
    });
    connect(m_copy, &QAction::triggered, this, [this] {
        if (isTrace())
            m_trace->copyTimeline();
        else if (isLedger())
            m_ledger->copySelection();
        else if (FailuresTab* tab = currentFailures())
            tab->copySelection();
    });
    onCurrent(m_discard, &FailuresTab::discard);
    connect(m_undo, &QAction::triggered, this, [this] {
        if (isLedger())
            m_ledger->undo();
        else if (FailuresTab* tab = currentFailures())
            tab->undoDiscard();
    });
    onCurrent(m_keep, &FailuresTab::keep);
    for (FailuresTab* tab : std::initializer_list<FailuresTab*>{m_deliveries, m_letters})
        tab->setMenuActions({m_send, m_discard, m_keep, m_undo});
    connect(m_mask, &QAction::toggled, this, [this](bool on) {
        m_deliveries->setMasked(on);
        m_letters->setMasked(on);
        m_trace->setMasked(on);
    });
    m_mask->setChecked(workspace().settings().get(settings::maskPersonalData));
}

void FailuresPage::connectTab(FailuresTab* tab)
{
    connect(tab, &FailuresTab::changed, this, &FailuresPage::update);
    connect(tab, &FailuresTab::navigate, this, &FailuresPage::navigate);
    connect(tab, &FailuresTab::written, this, &FailuresPage::announceWritten);
    connect(tab, &FailuresTab::trace, this, [this](const QString& by, const QString& text) {
        m_tabs->setCurrentWidget(m_trace);
        m_trace->search(by, text);
    });
}

void FailuresPage::announceWritten()
{
    m_ledger->refresh();
    const QScopedValueRollback writing(m_writing, true);
    workspace().announceChange(u"failures"_s);
}

bool FailuresPage::isTrace() const
{
    return m_tabs->currentWidget() == m_trace;
}

bool FailuresPage::isLedger() const
{
    return m_tabs->currentWidget() == m_ledger;
}

FailuresTab* FailuresPage::currentFailures() const
{
    return qobject_cast<FailuresTab*>(m_tabs->currentWidget());
}

void FailuresPage::update()
{
    const FailuresTab* tab = currentFailures();
    const char* english = tab == m_letters ? QT_TR_NOOP("Replay…") : QT_TR_NOOP("Send again…");
    m_send->setProperty("english", QByteArray(english));
    m_send->setText(tr(english));
    for (QAction* action : {m_discard, m_keep})
        action->setVisible(tab != nullptr);
    m_undo->setVisible(tab || isLedger());
    m_send->setVisible(tab || isTrace());
    m_copy->setVisible(tab || isTrace() || isLedger());
    m_send->setEnabled(isTrace() ? m_trace->canSend() : tab && tab->canSend());
    m_discard->setEnabled(tab && tab->canMark());
    m_undo->setEnabled(isLedger() ? m_ledger->canUndo() : m_discard->isEnabled());
    m_keep->setEnabled(tab && tab->hasRows());
    m_copy->setEnabled(isTrace() ? m_trace->hasResult()
            : isLedger()         ? m_ledger->hasSelection()
                                 : tab && tab->hasSelection());
    updateStateLine();
}

void FailuresPage::refresh()
{
    m_deliveries->refresh();
    m_stuck->refresh();
    m_letters->refresh();
    m_trace->refresh();
    m_ledger->refresh();
}

void FailuresPage::focusFilter()
{
    if (isTrace())
        m_trace->focusFilter();
    else if (isLedger())
        m_ledger->focusFilter();
    else if (FailuresTab* tab = currentFailures())
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
    } else if (tab == u"ledger") {
        m_tabs->setCurrentWidget(m_ledger);
    } else if (tab == u"trace") {
        m_tabs->setCurrentWidget(m_trace);
        m_trace->search(target.value(u"by"_s).toString(), target.value(u"text"_s).toString());
    } else {
        m_tabs->setCurrentWidget(m_letters);
        m_letters->open(topic, filter);
    }
}

void FailuresPage::updateStateLine()
{
    // Nothing to say has no tone either.
    const auto show = [this](const QString& line, Tone tone) {
        header()->setStateLine(line, line.isEmpty() ? Tone::Neutral : tone);
    };
    if (const FailuresTab* tab = currentFailures())
        show(tab->stateLine(), tab->stateTone());
    else if (isTrace())
        show(m_trace->stateLine(), m_trace->stateTone());
    else if (isLedger())
        header()->setStateLine(m_ledger->stateLine());
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
    m_tabs->setTabText(3, tr("One person's messages"));
    m_tabs->setTabText(4, tr("Ledger"));
    m_tabs->setAccessibleName(tr("Kinds of failures"));
    m_stuck->retranslate();
    m_deliveries->retranslate();
    m_letters->retranslate();
    m_trace->retranslate();
    m_ledger->retranslate();
    updateStateLine();
}

} // namespace nc
