#pragma once

#include "core/epochms.h"
#include "core/task.h"
#include "failures/deliveries/delivery.h"
#include "failures/facts/verdictresult.h"
#include "failures/ledger/ledgerstore.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/filter/recordfilter.h"

#include <functional>
#include <memory>

namespace nc {

struct DeliveryQuery {
    bool failedOnly = false;
    std::optional<EpochMs> since;
    RecordFilter filter;

    friend bool operator==(const DeliveryQuery&, const DeliveryQuery&) = default;
};

/// Names that a filter may use for deliveries: `recipient`, `channel`, `template`, `process`, `status`, `reason`,
/// `state`, `kind`, `address`, `at`, `attempts`, `traceId`, `summary`, `cause.…`, `verdict.outcome`, `verdict.reasons`.
QStringList deliveryFields();
/// Judges a delivery; asked only where a filter names a verdict or a cause.
using DeliveryVerdictOf = std::function<Verdict(const Delivery&)>;
QStringList deliveryField(const Delivery& delivery, const QString& name, const DeliveryVerdictOf& verdict = {});

struct Deliveries {
    QList<Delivery> rows;
    qint64 scanned = 0; ///< records of audit-events looked at
    qint64 unreadable = 0; ///< of them that could not be decoded
    std::optional<Error> problem; ///< why the first of those could not
    std::optional<Error> ledgerUnseen; ///< why states are those that this console itself remembers
    std::optional<qint64> retention; ///< of audit-events, in milliseconds; nothing: for ever, or not to be seen
};

/// Reads `audit-events`. Holds connections; use from one thread at a time; blocks.
class DeliveryStore {
public:
    /// Avro audits are decoded by way of the access's schema registry.
    static Result<std::unique_ptr<DeliveryStore>> open(
        const KafkaAccess& access, const QString& localLedger, LedgerReading reading = LedgerReading::WhatIsSeen);
    ~DeliveryStore();
    DeliveryStore(const DeliveryStore&) = delete;
    DeliveryStore& operator=(const DeliveryStore&) = delete;

    /// Judges deliveries for filters that name a verdict; must outlive the readings.
    void judgeWith(DeliveryVerdictOf verdict);

    /// errors::unknownTopic where there is no audit. Records that cannot be decoded are counted, not fatal.
    Result<Deliveries> read(const DeliveryQuery& query, const TaskContext& task);

private:
    struct Private;
    explicit DeliveryStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
