#pragma once

#include "cli/command.h"
#include "deadletters/deliveries/deliverystore.h"
#include "deadletters/letters/letterfilter.h"

#include <expected>

namespace nc::cli {

/// --offsets, --filter, --state, --since as far as a verb declares them, turned into a query. The error is the exit
/// code; the sentence was said.
std::expected<LetterQuery, int> readQuery(const Arguments& arguments, const QString& topic, Environment& env);

/// --offsets, --filter and --since of deliveries; false when something was said.
bool readDeliveryQuery(const Arguments& arguments, Environment& env, DeliveryQuery& query, OffsetSelection& offsets);

/// Where this console keeps local ledgers.
QString localLedgerFolder(const Environment& env);

} // namespace nc::cli
