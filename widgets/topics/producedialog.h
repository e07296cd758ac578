#pragma once

#include "kafka/records/record.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace nc {

/// Asks for a record to write: key, headers one a line, partition, value. Writes nothing itself; deletes itself when
/// closed.
class ProduceDialog : public QDialog {
    Q_OBJECT

public:
    ProduceDialog(const QString& topic, int partitions, QWidget* parent);

    /// Starts from a record that is there (its partition is not taken over).
    void setRecord(const Record& record);

Q_SIGNALS:
    void produceRequested(const nc::Record& record);

private:
    bool take(Record& record);
    void submit();

    QString m_topic;
    QLineEdit* m_key;
    QPlainTextEdit* m_headers;
    QComboBox* m_partition;
    QPlainTextEdit* m_value;
    QLabel* m_problem;
    QPushButton* m_send;
    Headers m_binaryHeaders; ///< taken over from a record: bytes that no line of text can hold
};

} // namespace nc
