#pragma once

#include "connections/workspace.h"
#include "core/itemroles.h"
#include "core/seen.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;

namespace nc {

class DataTable;
class FilterBar;
class LedgerLineModel;
class NoticeBar;
class StateView;

/// Who sent, discarded or opened again which failures, when and why: the ledger that all consoles of the team share.
class LedgerTab : public QWidget {
    Q_OBJECT

public:
    LedgerTab(Workspace& workspace, NoticeBar* notices, QWidget* parent);
    ~LedgerTab() override;

    void refresh();
    void focusFilter();
    void retranslate();
    QString stateLine() const;
    /// The chosen line is a discard.
    bool canUndo() const;
    bool hasSelection() const;

public Q_SLOTS:
    /// Takes the chosen discard back.
    void undo();
    void copySelection();

Q_SIGNALS:
    void changed();
    void written();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setColumns();
    void showCurrent();
    void showState();
    int currentRow() const;

    Workspace& m_workspace;
    NoticeBar* m_notices;
    LedgerLineModel* m_model;
    QSortFilterProxyModel* m_found;
    FilterBar* m_filter;
    DataTable* m_table;
    QLabel* m_words;
    StateView* m_state;
    bool m_hasRoom = true; ///< for columns that are the first to go
    quint64 m_generation = 0;
    Unseen m_unseen;
    bool m_loaded = false;
};

} // namespace nc
