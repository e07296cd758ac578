#pragma once

#include "core/seen.h"
#include "core/task.h"
#include "failures/facts/offsetselection.h"
#include "failures/facts/rowsmodel.h"
#include "failures/ledger/ledgerentry.h"
#include "kafka/client/kafkaaccess.h"

namespace nc {

/// What one run of somebody did with failures of one topic: the ledger's entries of that run as one.
struct LedgerLine {
    EpochMs at = -1; ///< of its last batch
    QString by;
    LedgerAction action = LedgerAction::Replayed;
    QString topic;
    QStringList targets;
    qint64 count = 0;
    QString reason;
    QString mode;
    QString changes;
    QString run;
    OffsetSelection places;
};

/// `replay`, `resend`, `discard`, `undo-discard`: as activities are called.
QString activityName(LedgerAction action);

/// Everything that the ledger says about the cluster's failures, the newest first. Blocks. Errors of LedgerStore; what
/// of the ledger cannot be read is unseen.
Result<Seen<QList<LedgerLine>>> ledgerLines(
    const KafkaAccess& access, const QString& localLedger, const TaskContext& task);

/// Columns: when, what, how many, topic, target, by, reason, mode.
class LedgerLineModel : public RowsModel<LedgerLine> {
    Q_OBJECT

public:
    enum Column { At, Action, Count, Topic, Target, By, Reason, Mode, ColumnCount };
    explicit LedgerLineModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const LedgerLine& row, int column, int role) const override;
};

} // namespace nc
