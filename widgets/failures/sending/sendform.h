#pragma once

#include "failures/sending/skipreason.h"
#include "kafka/cluster/admin.h"
#include "widgets/failures/failurescope.h"

#include <QMap>
#include <QSet>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace nc {

class TargetPicker;
struct SendOptions;

/// What is chosen before failures are sent again: which, where to, how quickly, why; and, as far as a trial has found
/// any, what is held and may go all the same.
class SendForm : public QWidget {
    Q_OBJECT

public:
    /// By reason, the places that a trial has left out.
    using Held = QMap<SkipReason, QList<quint64>>;

    SendForm(const QString& topic, bool isReplay, const FailureScope& scope, QWidget* parent = nullptr);

    void setTopics(const QList<TopicInfo>& topics);
    /// Shows the boxes for what is held; those whose reason is gone are unticked.
    void showHeld(const Held& held);
    /// While it runs only the rate may be changed; afterwards nothing.
    void setOpen(bool open, bool rateToo);

    /// The chosen ones; empty: all open ones.
    OffsetSelection offsets() const;
    /// Nothing: what stands there is no topic.
    std::optional<QString> target() const;
    /// What is held and was ticked.
    QSet<SkipReason> chosen() const;
    bool isCanary() const;
    int rate() const;
    /// Everything that is typed and ticked, without what is held.
    void fill(SendOptions& options) const;
    /// The permissions for what is held and was ticked.
    void permit(SendOptions& options) const;

Q_SIGNALS:
    /// Which records, or where to: everything is to be tried out anew.
    void scopeChanged();
    /// What is held was ticked or unticked.
    void holdsChanged();
    void rateChanged(int rate);

private:
    struct Hold {
        SkipReason reason;
        QCheckBox* box;
    };
    void fillChoices(const FailureScope& scope);
    void addRow(const QString& label, QWidget* widget);
    void addBox(QCheckBox* box, const QString& name, bool shown);
    void addHold(SkipReason reason, const QString& name);
    void connectParts();

    const bool m_isReplay;
    FailureScope m_scope;
    QFormLayout* m_form;
    QComboBox* m_what;
    TargetPicker* m_to;
    QSpinBox* m_rate;
    QLineEdit* m_reason;
    QList<Hold> m_holds;
    QCheckBox* m_narrow;
    QCheckBox* m_samePartition;
    QCheckBox* m_canary;
};

} // namespace nc
