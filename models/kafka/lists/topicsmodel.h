#pragma once

#include "kafka/cluster/topicinfo.h"
#include "kafka/records/topiccatalogue.h"

#include <QAbstractTableModel>

namespace nc {

/// Topics with their figures. Raw values only; how they look is the table's affair. GUI thread.
class TopicsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    // What matters most comes first: a narrow window cuts the rest off.
    enum Column { Name, Purpose, Records, LastHour, DeadLetters, Groups, Lag, Retention, Partitions, ColumnCount };

    explicit TopicsModel(QObject* parent = nullptr);

    /// The order stays as given.
    void setTopics(const QList<TopicInfo>& topics, Language language);
    void setLanguage(Language language);
    const TopicInfo& topicAt(int row) const { return m_rows[row].info; }
    int rowOf(const QString& topic) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        TopicInfo info;
        std::optional<CatalogueTopic> known;
        std::optional<qint64> deadLetters; ///< records in its dead-letter topic; nothing when it has none
        bool isDeadLetter = false;
    };
    QVariant display(const Row& row, int column) const;

    QList<Row> m_rows;
    Language m_language = Language::English;
};

} // namespace nc
