#include "widgets/deadletters/failurespage.h"

#include "widgets/common/icons.h"
#include "widgets/deadletters/deliveriestab.h"
#include "widgets/deadletters/letterstab.h"
#include "widgets/deadletters/stucktab.h"

#include <QAction>
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

    m_replay = addPageAction(u"replayAction"_s, QT_TR_NOOP("Replay…"), icon(Icon::Replay, Tint::OnAccent),
        QKeySequence(Qt::CTRL | Qt::Key_R));
    m_discard = addPageAction(u"discardAction"_s, QT_TR_NOOP("Discard…"), icon(Icon::Trash));
    m_undo = addPageAction(u"undoDiscardAction"_s, QT_TR_NOOP("Take discard back"), icon(Icon::Undo));
    header()->setPrimaryAction(m_replay);
    header()->addAction(m_discard);
    header()->addMenuAction(m_undo);
    connect(m_replay, &QAction::triggered, m_letters, &LettersTab::replay);
    connect(m_discard, &QAction::triggered, m_letters, &LettersTab::discard);
    connect(m_undo, &QAction::triggered, m_letters, &LettersTab::undoDiscard);

    const auto update = [this] {
        const bool letters = m_tabs->currentWidget() == m_letters;
        m_replay->setVisible(letters);
        m_discard->setVisible(letters);
        m_undo->setVisible(letters);
        m_replay->setEnabled(m_letters->canReplay());
        m_discard->setEnabled(m_letters->hasSelection());
        m_undo->setEnabled(m_letters->hasSelection());
        updateStateLine();
    };
    connect(m_tabs, &QTabWidget::currentChanged, this, update);
    connect(m_letters, &LettersTab::changed, this, update);
    connect(m_deliveries, &DeliveriesTab::changed, this, update);
    connect(m_stuck, &StuckTab::changed, this, update);
    connect(m_letters, &LettersTab::written, this, [this] { this->workspace().announceChange(u"failures"_s); });
    retranslate();
    update();
}

void FailuresPage::refresh()
{
    m_deliveries->refresh();
    m_stuck->refresh();
    m_letters->refresh();
}

void FailuresPage::focusFilter()
{
    if (m_tabs->currentWidget() == m_deliveries)
        m_deliveries->focusFilter();
    else if (m_tabs->currentWidget() == m_letters)
        m_letters->focusFilter();
}

void FailuresPage::open(const QVariantMap& target)
{
    const QString tab = target.value(u"tab"_s).toString();
    const QString topic = target.value(u"topic"_s).toString();
    if (tab == u"deliveries") {
        m_tabs->setCurrentWidget(m_deliveries);
    } else if (tab == u"stuck") {
        m_tabs->setCurrentWidget(m_stuck);
    } else {
        m_tabs->setCurrentWidget(m_letters);
        m_letters->open(topic, target.value(u"filter"_s).toString());
    }
}

void FailuresPage::updateStateLine()
{
    if (m_tabs->currentWidget() == m_letters)
        header()->setStateLine(m_letters->stateLine(), m_letters->stateTone());
    else if (m_tabs->currentWidget() == m_deliveries)
        header()->setStateLine(m_deliveries->stateLine(), m_deliveries->stateTone());
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
