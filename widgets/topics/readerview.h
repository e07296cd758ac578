#pragma once

#include "kafka/recordsmodel.h"
#include "kafka/scanfeed.h"

#include <QWidget>

class QCheckBox;
class QLabel;

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
    std::optional<ScanOrder> order();
    void setFilter(const QString& filter);
    void choose(const ReadRequest& request);
    bool isMasked() const;

    // What the page tells
    void begin(const ScanOrder& order);
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
    void recordChosen(const nc::RecordPlace& place);

private:
    void setColumns();
    void showFigures();
    void showEmptyState();

    QString m_topic;
    RangeBox* m_range;
    FilterBar* m_filter;
    QCheckBox* m_mask;
    QLabel* m_figures;
    DataTable* m_table;
    RecordsModel m_model;
    StateView* m_state;
    RecordDetail* m_detail;
    DetailSplitter* m_splitter;
    ScanOrder m_order;
    qint64 m_matched = 0;
    qint64 m_scanned = 0;
    bool m_running = false;
    bool m_limited = false;
    bool m_stopped = false;
};

} // namespace nc
