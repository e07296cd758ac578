#pragma once

#include "core/sentences.h"
#include "failures/deliveries/delivery.h"
#include "failures/ledger/ledgerindex.h"
#include "failures/letters/deadletter.h"
#include "failures/letters/lettergroups.h"
#include "failures/sending/sendingresult.h"
#include "failures/verdicts/verdict.h"

#include <QJsonObject>

namespace nc::cli {

/// One line of `dlt show --json` (docs/command-line.md): the record and what is known about it.
/// `retention`: of its topic, in milliseconds, where it is known.
QByteArray letterToJson(
    const DeadLetter& letter, const Verdict& verdict, const std::optional<qint64>& retention, Language language);
/// `expiresAt` and `expiresSoon` of a record with this time.
void addExpiry(QJsonObject& json, qint64 timestamp, const std::optional<qint64>& retention);
QJsonObject groupToJson(const LetterGroup& group, Language language);

/// One line of `dlt replay --json`, written by hand: there may be a hundred thousand of them.
QByteArray resultToJson(const ReplayResult& result, Language language);
QJsonObject summaryToJson(const ReplaySummary& summary, bool dryRun);
/// Why a record was left out or failed, in words; empty when it went.
QString reasonOf(const ReplayResult& result, Language language);

/// One line of `dlt ledger --json`.
QJsonObject markToJson(qint32 partition, qint64 offset, const LedgerMark& mark, const LedgerEntry& entry);
QString actionState(LedgerAction action);

/// `summary`, `code`, and of what the console found itself `variable`, `line`, `column`, `message`.
QJsonObject causeToJson(const DeliveryCause& cause, Language language);

/// ISO time, or null where there is none.
QJsonValue timeOrNull(qint64 time);
QJsonValue textOrNull(const QString& text);

} // namespace nc::cli
