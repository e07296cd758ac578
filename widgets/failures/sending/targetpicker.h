#pragma once

#include "kafka/cluster/topicinfo.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace nc {

/// Where records go: each where it came from, or one of the topics that exist, found by any part of its name. Says how
/// many partitions that topic has and which type its reader expects; a topic that does not exist is no choice.
class TargetPicker : public QWidget {
    Q_OBJECT

public:
    /// `deadLetters`: the topic that the records lie in; no choice either.
    explicit TargetPicker(QString deadLetters, QWidget* parent = nullptr);
    ~TargetPicker() override;

    /// What exists. Until it is told every name is taken for good: nothing goes to a topic that does not exist anyway.
    void setTopics(const QList<TopicInfo>& topics);
    /// Empty: where each came from. Nothing: what stands there is no topic.
    std::optional<QString> target() const;

Q_SIGNALS:
    /// target() is another one.
    void changed();

private:
    void look();
    void tell(const QString& words, bool isProblem);

    QString m_deadLetters;
    QComboBox* m_box;
    QLabel* m_hint;
    QHash<QString, qsizetype> m_partitions; ///< of the topics that may be chosen
    bool m_known = false;
    std::optional<QString> m_last = QString();
};

} // namespace nc
