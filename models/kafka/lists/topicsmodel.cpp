#include "kafka/lists/topicsmodel.h"

#include "core/itemroles.h"

#include <QHash>

namespace nc {

TopicsModel::TopicsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void TopicsModel::setTopics(const QList<TopicInfo>& topics, const DeadLetterNaming& naming, Language language)
{
    QHash<QString, qint64> records;
    for (const TopicInfo& topic : topics)
        records.insert(topic.topic, topic.records());
    const QStringList names = records.keys();
    beginResetModel();
    m_language = language;
    m_rows.clear();
    for (const TopicInfo& topic : topics) {
        Row row{topic, TopicCatalogue::builtIn().find(topic.topic, naming), std::nullopt, false};
        for (const QString& dead : naming.among(topic.topic, names))
            row.deadLetters = row.deadLetters.value_or(0) + records.value(dead);
        row.isDeadLetter = naming.isDeadLetters(topic.topic);
        m_rows.append(row);
    }
    endResetModel();
}

void TopicsModel::setLanguage(Language language)
{
    m_language = language;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Purpose), index(static_cast<int>(m_rows.size()) - 1, Purpose));
}

int TopicsModel::rowOf(const QString& topic) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].info.topic == topic)
            return static_cast<int>(i);
    }
    return -1;
}

int TopicsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TopicsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TopicsModel::display(const Row& row, int column) const
{
    switch (column) {
    case Name:
        return row.info.topic;
    case Purpose:
        return row.known ? row.known->purpose(m_language) : QString();
    case Partitions:
        return row.info.partitions.size();
    case Records:
        return row.info.records();
    case Groups: {
        QStringList names;
        for (const GroupLag& group : row.info.groups)
            names.append(group.group);
        return names.join(QLatin1StringView(", "));
    }
    case Lag: {
        if (row.info.groups.isEmpty())
            return {};
        qint64 lag = 0;
        for (const GroupLag& group : row.info.groups)
            lag += group.lag;
        return lag;
    }
    case LastHour:
        return row.info.lastHour >= 0 ? QVariant(row.info.lastHour) : QVariant();
    case Retention:
        return row.info.retentionMs ? QVariant(*row.info.retentionMs) : QVariant();
    case DeadLetters:
        return row.deadLetters ? QVariant(*row.deadLetters) : QVariant();
    default:
        return {};
    }
}

QVariant TopicsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case roles::Identity:
        return row.info.topic;
    case roles::Tone:
        if (index.column() == DeadLetters && row.deadLetters.value_or(0) > 0)
            return static_cast<int>(Tone::Warning);
        if (index.column() == Records && row.isDeadLetter && row.info.records() > 0)
            return static_cast<int>(Tone::Warning);
        return {};
    default:
        return {};
    }
}

} // namespace nc
