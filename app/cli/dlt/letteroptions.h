#pragma once

#include "cli/access.h"
#include "cli/command.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/letters/letterquery.h"

#include <expected>
#include <memory>

namespace nc::cli {

/// --offsets, --filter, --state, --since as far as a verb declares them, turned into a query. The error is the exit
/// code; the sentence was said.
std::expected<LetterQuery, int> readQuery(const Arguments& arguments, const QString& topic, Environment& env);

/// --offsets, --filter and --since of deliveries; false when something was said.
bool readDeliveryQuery(const Arguments& arguments, Environment& env, DeliveryQuery& query, OffsetSelection& offsets);

/// Where this console keeps local ledgers.
QString localLedgerFolder(const Environment& env);

template <class Store>
struct OpenStore {
    Profile profile;
    KafkaAccess access;
    std::unique_ptr<Store> store;

    Store* operator->() const { return store.get(); }
    Store& operator*() const { return *store; }
};

/// The profile's DeadLetterStore or DeliveryStore. Errors of Environment::profile(), kafkaAccess() and Store::open().
template <class Store>
Result<OpenStore<Store>> openStore(Environment& env)
{
    auto profile = env.profile();
    if (!profile)
        return nc::fail(profile.error());
    auto access = kafkaAccess(env, *profile);
    if (!access)
        return nc::fail(access.error());
    auto store = Store::open(*access, localLedgerFolder(env));
    if (!store)
        return nc::fail(store.error());
    return OpenStore<Store>{std::move(*profile), std::move(*access), std::move(*store)};
}

} // namespace nc::cli
