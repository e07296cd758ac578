#pragma once

#include "cli/access.h"
#include "cli/command.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/letters/letterfilter.h"

#include <memory>

namespace nc::cli {

/// --offsets, --filter, --state, --since as far as a verb declares them, turned into a query.
Typed<LetterQuery> readQuery(const Arguments& arguments, const QString& topic, Language language);

/// --offsets, --filter and --since of deliveries.
struct TypedDeliveries {
    DeliveryQuery query;
    OffsetSelection offsets;
};
Typed<TypedDeliveries> readDeliveryQuery(const Arguments& arguments, Language language);

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
