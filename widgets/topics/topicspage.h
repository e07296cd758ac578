#pragma once

#include "core/cancel.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/lists/topicsmodel.h"
#include "widgets/shell/page.h"
#include "widgets/topics/readerview.h"

class QStackedWidget;

namespace nc {

class DataTable;
class FilterBar;
class ScanFeed;
class StateView;

/// Topics: the list, and a reader for the one that was opened.
/// open() takes {"topic"}, and optionally "filter", "from" (as --from has it), "partition".
class TopicsPage : public Page {
    Q_OBJECT

public:
    explicit TopicsPage(Workspace& workspace, QWidget* parent = nullptr);
    ~TopicsPage() override;

    void refresh() override;
    void focusFilter() override;
    void open(const QVariantMap& target) override;
    void deactivated() override;

protected:
    void retranslate() override;

private:
    void buildActions();
    void loadTopics();
    void showTopics(const Result<QList<TopicInfo>>& topics);
    void applyListFilter(const QString& text);
    void showList();
    void showListState();
    void openTopic(const QString& topic);
    void updateActions();
    void updateStateLine();

    void startReading();
    void readMore(ReaderView::Side side);
    void read(const ScanOrder& order);
    void stopReading();
    void fetchRecord(const RecordPlace& place);
    void exportMatches();
    void runExport(const QString& path);
    void openProduceDialog(bool fromRecord);
    void produce(const Record& record, const AskedGate& gate);

    QString m_configFolder;
    QStackedWidget* m_stack;
    FilterBar* m_listFilter;
    DataTable* m_list;
    StateView* m_listState;
    TopicsModel m_topics;
    QList<TopicInfo> m_all;
    ReaderView* m_reader;
    std::unique_ptr<ScanFeed> m_feed;
    quint64 m_scanTask = 0;
    quint64 m_scanSerial = 0; ///< results of an older reading are dropped
    quint64 m_fetchTask = 0;
    quint64 m_fetchGeneration = 0;
    quint64 m_scanGeneration = 0;
    QAction* m_back;
    QAction* m_read;
    QAction* m_stop;
    QAction* m_export;
    QAction* m_produce;
    QAction* m_copyToNew;
    QAction* m_savedFilters;
    QAction* m_refresh;
};

} // namespace nc
