#pragma once

#include "connections/workspace.h"
#include "core/itemroles.h"
#include "failures/lists/failuremodels.h"
#include "failures/verdicts/judging.h"
#include "widgets/failures/background.h"
#include "widgets/failures/failurescope.h"
#include "widgets/shell/page.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QSplitter;

namespace nc {

class DataTable;
class DetailSplitter;
class SendJob;
class FailureDetail;
class FilterBar;
class StateView;

/// What Dead letters and Failed deliveries have in common: a filter row (expression, state, verdict), groups by cause
/// with their course and verdicts, the records of the chosen groups, one of them in detail. Verdicts are found in the
/// background and are dropped when something was published meanwhile.
class FailuresTab : public QWidget {
    Q_OBJECT

public:
    struct Names {
        QString filter, groups, table, splitter, detail;
    };
    FailuresTab(const Names& names, Workspace& workspace, NoticeBar* notices, QWidget* parent);
    ~FailuresTab() override;

    /// Everything anew.
    virtual void refresh() = 0;
    virtual void retranslate();
    virtual QString stateLine() const = 0;
    Tone stateTone() const;
    void focusFilter();
    void setMasked(bool masked);
    bool canSend() const;
    bool hasSelection() const;
    /// Rows are selected, or at least groups.
    bool canMark() const;
    bool hasRows() const { return !m_all.isEmpty(); }
    /// Templates, channels or limits are different now.
    void verdictsAreStale();
    /// Stand in the menus of both tables.
    void setMenuActions(const QList<QAction*>& actions);

public Q_SLOTS:
    /// Send what is selected, else the chosen groups, else all open ones: opens the dialog.
    virtual void send() = 0;
    /// What is selected, else the chosen groups.
    void discard();
    void undoDiscard();
    /// Writes what is selected, else what is shown, to a file, losing nothing.
    void keep();
    void copySelection();

Q_SIGNALS:
    void changed();
    /// The ledger was written.
    void written();
    void navigate(nc::PageId page, const QVariantMap& target);
    void trace(const QString& kind, const QString& text);

protected:
    Workspace& workspace() const { return m_workspace; }
    NoticeBar* notices() const { return m_notices; }
    StateView* state() const { return m_state; }
    FilterBar* filter() const { return m_filter; }
    FailureDetail* detail() const { return m_detail; }
    DataTable* table() const { return m_table; }
    DataTable* groupTable() const { return m_groupTable; }
    FailureModel* rows() const { return m_rows; }
    QHBoxLayout* filterRow() const { return m_filterRow; }
    const QList<FailureRow>& all() const { return m_all; }

    /// Filter of the line; nothing and a problem under the line where it is wrong.
    std::optional<RecordFilter> parsedFilter(const QStringList& fields);
    bool isFiltered() const;
    /// States may lack what colleagues did; says so where it is so.
    void tellUnseenLedger(const std::optional<Error>& why);
    /// Takes a new list; keeps what was chosen where it is still there. Judging starts.
    void setFailures(QList<FailureRow> rows);
    /// A reading goes on in this task: progress and cancel in place of content, when there is none yet.
    void loading(quint64 task, const QString& what);
    void failed(const Error& error);
    FailureScope scope() const;
    /// `count`: of the rows in it.
    OffsetSelection selection(qint64* count = nullptr) const;
    /// Selected rows, else those of the chosen groups; of them those that `takes` lets through.
    OffsetSelection marked(bool (*takes)(const FailureRow&), int* count = nullptr) const;
    std::optional<FailureRow> currentRow() const;
    const Verdict* verdictOf(const FailureRow& row) const;
    qint64 openCount() const;
    std::function<Result<JudgeAccess>(const TaskContext&)> opener() const { return accessOf(m_workspace); }
    const Verdicts& verdicts() const { return m_verdicts; }
    void openSendDialog(std::shared_ptr<const SendJob> job);

    virtual QString topic() const = 0;
    /// How this kind of failure is called once it was sent again: "replayed", "resent".
    virtual QString sentState() const = 0;
    /// For columns that are the first to go.
    bool hasRoom() const { return m_hasRoom; }
    /// Titles and widths of the records' table; `expires`: the topic gives up records after some time.
    virtual void setTableColumns(bool expires) = 0;
    /// What is said when there is nothing at all.
    virtual void showNothing() = 0;
    /// The work that judges all open ones; runs off this thread.
    using Judging = std::function<Result<qint64>(const JudgeAccess&, VerdictFeed&, const TaskContext&)>;
    virtual Judging judging() = 0;
    /// Fill the detail for the current row.
    virtual void loadDetail(const FailureRow& row) = 0;

    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build(const Names& names);
    void setGroupColumns();
    void connectParts();
    void fillChoices();
    void regroup();
    void showGroups();
    void showDetail();
    void startJudging();
    void stopJudging();
    void takeVerdicts();
    void countVerdicts();
    /// What became of judging a row: what stands in the filter and in the counts.
    enum class Judged : quint8 { NotYet, WouldSucceed, TooLate, WouldFail, Unknown };
    static Judged judgedAs(const Verdict& verdict, bool tooLate);
    /// What state and verdict let through; read once for all rows.
    struct Wanted {
        QString state;
        std::optional<Judged> verdict;
    };
    Wanted wanted() const;
    bool passes(qsizetype row, const Wanted& wanted) const;
    void mark(const OffsetSelection& chosen, bool undo, const QString& reason);
    void warnOfExpiry();
    void learnRetention();
    void askWhereToKeep(const OffsetSelection& chosen);
    void keepIn(const QString& path, const OffsetSelection& chosen);

    Workspace& m_workspace;
    NoticeBar* m_notices;
    FailureGroupModel* m_groups;
    FailureModel* m_rows;
    FilterBar* m_filter;
    QComboBox* m_stateBox;
    QComboBox* m_verdictBox;
    DataTable* m_groupTable;
    DataTable* m_table;
    FailureDetail* m_detail;
    QSplitter* m_halves;
    DetailSplitter* m_splitter;
    StateView* m_state;
    QHBoxLayout* m_filterRow;
    QList<FailureRow> m_all;
    QHash<quint64, qsizetype> m_index; ///< into m_all, by place
    QList<Judged> m_judged; ///< of each row of m_all
    Verdicts m_verdicts;
    std::shared_ptr<VerdictFeed> m_feed;
    quint64 m_judgeTask = 0;
    quint64 m_loadTask = 0;
    EpochMs m_loadedAt = 0;
    qint64 m_retention = 0;
    QString m_retentionOf;
    bool m_foundMore = false; ///< causes, since the groups were made
    bool m_filling = false;
    bool m_hasRoom = true;
    bool m_isNarrow = false;
};

} // namespace nc
