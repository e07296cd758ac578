#pragma once

#include <QDialog>

class QLineEdit;

namespace nc {

/// Asks why records are discarded; the reason stands in the ledger.
class DiscardDialog : public QDialog {
    Q_OBJECT

public:
    DiscardDialog(const QString& topic, int count, QWidget* parent);

Q_SIGNALS:
    void confirmed(const QString& reason);

private:
    QLineEdit* m_reason;
};

} // namespace nc
