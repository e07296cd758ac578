#pragma once

#include "kafka/reading/readrequest.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace nc {

/// Chooses where a reading begins: newest N, beginning, an offset, a time, live; and which partition.
class RangeBox : public QWidget {
    Q_OBJECT

public:
    explicit RangeBox(QWidget* parent = nullptr);

    void setPartitions(int count);
    /// Topic, isolation and batches are the caller's. errors::badRange, errors::badTime.
    Result<ReadRequest> request() const;
    /// New records only.
    bool isLive() const;
    void choose(const ReadRequest& request);
    void retranslate();

Q_SIGNALS:
    void applied();

private:
    enum Choice { Newest, Beginning, Offset, Time, Live };
    void choiceChanged();

    QComboBox* m_choice;
    QLineEdit* m_value;
    QComboBox* m_partition;
};

} // namespace nc
