#pragma once

#include "kafka/lists/recordsmodel.h"
#include "kafka/lists/scanfeed.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSlider;

namespace nc {

class DataTable;
class DetailSplitter;
class FilterBar;
class RangeBox;
class RecordDetail;
class StateView;

/// Reads one topic: range, filter, table, detail. Starts nothing itself: the page runs what it asks for.
class ReaderView : public QWidget {
    Q_OBJECT

public:
    explicit ReaderView(QWidget* parent = nullptr);

    void setTopic(const QString& topic, int partitions, const DeadLetterNaming& naming);
    const QString& topic() const { return m_topic; }
    /// What range and filter say; shows what is wrong with them and gives nothing then.
    /// Where the reader stands in the middle of a topic, it begins there.
    std::optional<ScanOrder> order();
    enum class Side { Older, Newer };
    /// What comes before or after the records that are shown; nothing when there is no more, or something is being
    /// read.
    std::optional<ScanOrder> more(Side side) const;
    /// Rows that one reading brings; scrolling on brings more, either way. For topics of any length: of the rows that
    /// are far away as many are dropped as come, and come back when one scrolls back.
    void setRowsAtOnce(qint64 rows) { m_rowsAtOnce = rows; }
    void setRowsKept(int rows) { m_model.setCapacity(rows); }
    void setFilter(const QString& filter);
    void choose(const ReadRequest& request);
    bool isMasked() const;

    // What the page tells
    /// With a side: the rows that are there stay (see more()).
    void begin(const ScanOrder& order, std::optional<Side> side = {});
    void addRows(const QList<RecordRow>& rows);
    void setProgress(qint64 matched, qint64 scanned);
    void end(const Result<ScanOutcome>& outcome);

    FilterBar* filterBar() const { return m_filter; }
    RecordDetail* detail() const { return m_detail; }
    DataTable* table() const { return m_table; }
    void focusFilter();
    void retranslate();

Q_SIGNALS:
    /// Range or filter were applied.
    void readRequested();
    void stopRequested();
    /// An end of what is shown was reached, and there is more.
    void moreRequested(nc::ReaderView::Side side);
    void recordChosen(const nc::RecordPlace& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Of one partition: what the broker keeps begins at `low`; [first, next) was looked at and is shown as far as it
    /// matches; the range that was asked for ends at `end`.
    struct Span {
        qint64 low = 0;
        qint64 first = 0;
        qint64 next = 0;
        qint64 end = 0;
    };

    void connectScrolling();
    void ask(Side side, bool onPurpose);
    void shiftWindow(const QList<RecordRow>& rows, Side side);
    void dropped(int firstRow, int lastRow);
    void keepChosen(const QList<RecordRow>& rows);
    void setColumns();
    void showFigures();
    void showEmptyState();
    void showPosition();
    void noteProgress(const ScanOutcome& outcome);
    qint64 recordsBefore() const; ///< the first that is shown
    QString positionText() const;
    void forgetPosition();
    bool isNewest() const { return m_order.backwards; }
    /// The newest stands first.
    bool isDescending() const { return isNewest() || m_order.request.follow; }

    QString m_topic;
    DeadLetterNaming m_naming;
    RangeBox* m_range;
    FilterBar* m_filter;
    QCheckBox* m_mask;
    QLabel* m_figures;
    QSlider* m_position;
    DataTable* m_table;
    RecordsModel m_model;
    StateView* m_state;
    RecordDetail* m_detail;
    DetailSplitter* m_splitter;
    ScanOrder m_order; ///< that the rows began with
    std::optional<Side> m_side; ///< where the reading under way goes on
    QMap<qint32, Span> m_window;
    QMap<qint32, PartitionProgress> m_whole; ///< of all readings since the range was chosen
    std::optional<RecordPlace> m_chosen; ///< whose detail is shown, its row may be gone for a while
    bool m_shifting = false; ///< rows come or go at an end: what the table says of its current row is no choice
    bool m_goesBack = false; ///< further than the range that was chosen
    qint64 m_newestLeft = 0; ///< of "newest N", not looked at yet
    std::optional<double> m_part; ///< of the topic, at which reading begins
    qint64 m_rowsAtOnce = 20'000;
    qint64 m_matchedBefore = 0; ///< by readings whose rows are still there
    qint64 m_scannedBefore = 0;
    qint64 m_matched = 0;
    qint64 m_scanned = 0;
    bool m_running = false;
    bool m_long = false; ///< not everything came at once
    bool m_stopped = false;
};

} // namespace nc
