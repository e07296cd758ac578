#pragma once

#include "kafka/recordsmodel.h"
#include "kafka/scanfeed.h"

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

    void setTopic(const QString& topic, int partitions);
    const QString& topic() const { return m_topic; }
    /// What range and filter say; shows what is wrong with them and gives nothing then.
    /// Where the reader stands in the middle of a topic, it begins there.
    std::optional<ScanOrder> order();
    /// What goes on below the rows that are shown; nothing when there is no more, or it is being read.
    std::optional<ScanOrder> more() const;
    /// Rows that one reading brings; scrolling on brings more. For topics of any length.
    void setRowsAtOnce(qint64 rows) { m_rowsAtOnce = rows; }
    void setFilter(const QString& filter);
    void choose(const ReadRequest& request);
    bool isMasked() const;

    // What the page tells
    /// `below`: the rows that are there stay (see more()).
    void begin(const ScanOrder& order, bool below = false);
    void addRows(const QList<RecordRow>& rows);
    void setProgress(qint64 matched, qint64 scanned);
    void end(const Result<ScanOutcome>& outcome);

    RecordDetail* detail() const { return m_detail; }
    DataTable* table() const { return m_table; }
    void focusFilter();
    void retranslate();

Q_SIGNALS:
    /// Range or filter were applied.
    void readRequested();
    void stopRequested();
    /// The end of what is shown was reached, and there is more.
    void moreRequested();
    void recordChosen(const nc::RecordPlace& place);

private:
    void setColumns();
    void showFigures();
    void showEmptyState();
    void showPosition();
    QString positionText() const;
    void forgetPosition();
    bool isNewest() const;

    QString m_topic;
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
    ScanOrder m_order;
    QList<PartitionProgress> m_partitions; ///< of the last reading
    QMap<qint32, PartitionProgress> m_whole; ///< of all of them since the range was chosen
    std::optional<double> m_part; ///< of the topic, at which reading begins
    qint64 m_rowsAtOnce = 20'000;
    qint64 m_matchedBefore = 0; ///< by readings whose rows are still there
    qint64 m_scannedBefore = 0;
    qint64 m_matched = 0;
    qint64 m_scanned = 0;
    bool m_running = false;
    bool m_limited = false;
    bool m_stopped = false;
};

} // namespace nc
