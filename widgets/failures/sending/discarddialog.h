#pragma once

#include <QDialog>

class QLineEdit;

namespace nc {

/// Asks why records are discarded; the reason stands in the ledger.
class DiscardDialog : public QDialog {
    Q_OBJECT

public:
    /// `mustType`: what must be typed first (as the gate asks in production); empty: nothing.
    DiscardDialog(const QString& topic, int count, const QString& mustType, QWidget* parent);

Q_SIGNALS:
    void confirmed(const QString& reason, const QString& typed);

private:
    QLineEdit* m_reason;
    QLineEdit* m_type;
};

} // namespace nc
