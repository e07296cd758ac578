#pragma once

#include "widgets/shell/page.h"

class QTabWidget;

namespace nc {

class DeliveriesTab;
class FailuresTab;
class LedgerTab;
class LettersTab;
class StuckTab;
class TraceTab;

/// Failures: what failed for good without a dead letter, consumers that stand still, and dead letters with their
/// replay; and what happened to one person's messages. open(): {"tab": "letters" | "deliveries" | "stuck", "topic": …,
/// "filter": …}, {"tab": "ledger"} or {"tab": "trace", "by": "recipient" | "email" | "process" | "trace-id" | "key",
/// "text": …}.
class FailuresPage : public Page {
    Q_OBJECT

public:
    explicit FailuresPage(Workspace& workspace, QWidget* parent = nullptr);

    void refresh() override;
    void focusFilter() override;
    void open(const QVariantMap& target) override;

protected:
    void retranslate() override;

private:
    void buildActions();
    void connectTab(FailuresTab* tab);
    void announceWritten();
    FailuresTab* currentFailures() const;
    bool isTrace() const;
    bool isLedger() const;
    void update();
    void updateStateLine();

    QTabWidget* m_tabs;
    DeliveriesTab* m_deliveries;
    StuckTab* m_stuck;
    LettersTab* m_letters;
    TraceTab* m_trace;
    LedgerTab* m_ledger;
    QAction* m_send;
    QAction* m_discard;
    QAction* m_undo;
    QAction* m_keep;
    QAction* m_copy;
    QAction* m_mask;
    bool m_writing = false; ///< a change that this page announces itself
};

} // namespace nc
