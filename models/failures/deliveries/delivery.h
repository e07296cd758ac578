#pragma once

#include "core/task.h"
#include "failures/deliveries/auditrecord.h"
#include "failures/facts/verdictresult.h"
#include "failures/ledger/ledgermark.h"

#include <QHash>
#include <QMetaType>

#include <functional>

namespace nc {

class LedgerIndex;

enum class DeliveryState { None, Open, Resent, Discarded };

/// `open`, `resent`, `discarded`; empty for None.
QString deliveryStateName(DeliveryState state);

/// What became of one recipient on one channel: the repeated audits of one failure are one of these.
struct Delivery {
    AuditDelivery audit; ///< the first one
    QList<RecordPlace> places; ///< of all of them
    qint64 last = -1; ///< epoch milliseconds
    DeliveryState state = DeliveryState::None; ///< of silent failures
    std::optional<LedgerMark> mark;
    Error cause; ///< in the console's own words (errors::cause…); only of failures

    int attempts() const { return static_cast<int>(places.size()); }
    /// Failed for good with nothing else to tell: what is listed and counted as a failed delivery.
    bool isFailure() const { return audit.kind == DeliveryKind::SilentFailure; }
};

/// A row of this audit alone.
Delivery deliveryOf(const AuditDelivery& audit);

/// What the service's words mean (errors::cause…); only of failures.
Error causeOfAudit(const AuditDelivery& audit);

/// Why a delivery failed, as far as that can be known by now: where the service says no more than that the template
/// failed, the console has filled it in itself and knows what was wrong.
struct DeliveryCause {
    Error reason; ///< errors::cause…, or errors::verdictTemplate with `trouble`
    std::optional<TemplateTrouble> trouble;

    Sentence sentence(Language language) const;
    QString summary(Language language) const { return sentence(language).what; }

    friend bool operator==(const DeliveryCause&, const DeliveryCause&) = default;
};
/// Asked about failures in the audit.
using CauseOf = std::function<DeliveryCause(const AuditDelivery&, const TaskContext&)>;
/// `verdict`: of this delivery. Without the published templates the service's words are all there is.
DeliveryCause causeOf(const Delivery& delivery, const Verdict& verdict);

/// Folds audits in the order of their topic. Attempts on what becomes a dead letter are folded too, but are no failures
/// of their own.
class DeliveryFolder {
public:
    void add(const AuditDelivery& audit);
    /// With states by the ledger of `audit-events`.
    QList<Delivery> take(const LedgerIndex& ledger);

private:
    QList<Delivery> m_rows;
    QHash<QByteArray, qsizetype> m_byKey;
};

struct DeliveryGroup {
    QString reason; ///< the service's words
    QString channel;
    QString templateName;
    Error cause;
    DeliveryCause found; ///< what was really wrong: one group each
    qint64 count = 0;
    qint64 first = -1;
    qint64 last = -1;
    qint64 open = 0;
    qint64 wouldSucceed = 0;
};

/// Failures only, the largest group first; with `judge` by what was really wrong, and with how many would succeed.
QList<DeliveryGroup> groupDeliveries(
    const QList<Delivery>& deliveries, const std::function<Verdict(const Delivery&)>& judge = {});

} // namespace nc

Q_DECLARE_METATYPE(nc::Delivery)
