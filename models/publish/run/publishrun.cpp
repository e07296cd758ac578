#include "publish/run/publishrun.h"

#include "postgres/errors.h"
#include "publish/history/publishhistory.h"
#include "publish/plan/errors.h"
#include "publish/plan/planner.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

// A row that keeps changing under us, or a server that keeps going away, is given up after so many tries.
constexpr int attempts = 5;
constexpr int reconnectsAllowed = 3;

PublishResult resultFor(PlanAction action)
{
    switch (action) {
    case PlanAction::Create:
        return PublishResult::Created;
    case PlanAction::Update:
        return PublishResult::Updated;
    case PlanAction::Unchanged:
        return PublishResult::Unchanged;
    case PlanAction::DatabaseOnly:
        return PublishResult::Deleted;
    }
    Q_UNREACHABLE();
}

bool writes(const PlanItem& item)
{
    return item.action != PlanAction::Unchanged && !item.impossible;
}

} // namespace

PublishRun::PublishRun(const DatabaseTarget& target, std::unique_ptr<Connection> connection, DiiaRegistrar* registrar,
    PublishHistory* history, const TaskContext& context)
    : m_target(target)
    , m_connection(std::move(connection))
    , m_store(std::make_unique<TemplateStore>(*m_connection))
    , m_registrar(registrar)
    , m_history(history)
    , m_context(context)
{
}

PublishRun::~PublishRun() = default;

PublishReport PublishRun::apply(const QList<PlanItem>& items, const QHash<QString, const PublishSource*>& sources,
    const PublishRequest& request, const std::function<void(const PublishOutcome&)>& each)
{
    const std::optional<PublishPlan>& seen = request.seen;
    m_restored = request.restored;
    PublishReport report;
    report.outcomes.reserve(items.size());
    const auto done = [&](PublishOutcome outcome) {
        report.outcomes.append(std::move(outcome));
        m_context.report(report.outcomes.size(), items.size(), u"publishing"_s);
        if (each)
            each(report.outcomes.last());
    };
    if (m_history) {
        if (auto kept = m_history->keep(*m_store, items, m_context, m_restored); !kept)
            report.stopped = kept.error();
    }
    qsizetype last = items.size() - 1;
    while (last >= 0 && !writes(items[last]))
        --last;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!report.stopped && m_context.isCancelled())
            report.stopped = TaskContext::cancelled().error();
        if (report.stopped) {
            const PlanItem& item = items[i];
            done({item.channel, item.name, PublishResult::Skipped, item.row ? item.row->id : QString(),
                Error{errors::notTried, item.key(), {}, Next::Retry}});
            continue;
        }
        const QString key = items[i].key();
        PublishOutcome outcome = applyOne(items[i], sources.value(key), seen ? seen->find(key) : nullptr, i == last);
        // Cancelled before it began: not a failure of this template.
        if (outcome.error && outcome.error->is(errors::cancelled)) {
            outcome.result = PublishResult::Skipped;
            report.stopped = outcome.error;
        }
        if (!m_connection->alive() && m_reconnects >= reconnectsAllowed)
            report.stopped = Error{errors::databaseLost, m_connection->name(), {}, Next::Fatal};
        done(std::move(outcome));
    }
    if (m_unflushed && m_connection->alive())
        m_store->flush(m_context);
    return report;
}

PublishOutcome PublishRun::applyOne(PlanItem item, const PublishSource* source, const PlanItem* seen, bool last)
{
    PublishOutcome outcome{item.channel, item.name, PublishResult::Failed, item.row ? item.row->id : QString(), {}};
    const auto failed = [&](const Error& error) {
        outcome.error = error;
        return outcome;
    };
    if (item.impossible)
        return failed(*source->failure);
    bool tried = false;
    PlanAction first = item.action;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        // What a person looked at and what stands there now must be the same, unless there is nothing left to do.
        if (seen && !tried && item.action != PlanAction::Unchanged && seen->row != item.row)
            return failed({errors::rowChanged, item.key(), {}, Next::Retry});
        if (item.action == PlanAction::Unchanged || (tried && first == PlanAction::DatabaseOnly && !item.row)) {
            // After a write in doubt: it took effect after all.
            if (tried && m_registrar && m_registered.contains(item.key()))
                m_registrar->written(source->values);
            outcome.result = resultFor(tried ? first : item.action);
            outcome.id = item.row ? item.row->id : outcome.id;
            return outcome;
        }
        if (auto durable = m_store->setDurable(last, m_context); !durable && m_connection->alive())
            return failed(durable.error());
        const auto written = write(item, source, outcome.id);
        if (written && *written) {
            m_unflushed = !last;
            outcome.result = resultFor(item.action);
            return outcome;
        }
        if (!written) {
            const Error& error = written.error();
            tried = tried || error.is(errors::databaseInDoubt);
            const bool again = error.is(errors::databaseInDoubt) || error.is(errors::databaseLost)
                || error.is(errors::databaseConflict);
            if (!again || m_context.isCancelled())
                return failed(error);
        }
        const auto now = lookAgain(item, source);
        if (!now)
            return failed(written ? now.error() : written.error());
        if (!tried)
            first = now->action;
        item = *now;
    }
    return failed({errors::rowChanged, item.key(), {}, Next::Retry});
}

Result<bool> PublishRun::write(const PlanItem& item, const PublishSource* source, QString& id)
{
    if (item.action == PlanAction::DatabaseOnly)
        return item.row ? m_store->remove(*item.row, m_context) : Result<bool>(true);
    TemplateValues values = source->values;
    // A version that is put back brings the id it had at Diia along.
    if (values.channel == u"diia" && m_registrar && !values.extTemplateId) {
        // Once a run, even when the row has to be written a second time.
        if (!m_registered.contains(item.key())) {
            const auto registration = m_registrar->registerTemplate(values, m_context);
            if (!registration)
                return fail(registration.error());
            m_registered.insert(item.key(), *registration);
        }
        if (const DiiaRegistration& made = m_registered[item.key()]; !made.templateId.isEmpty()) {
            values.extTemplateId = made.templateId;
            values.extPublishedAt = made.publishedAt;
        }
    }
    const auto done = [&](Result<bool> written) {
        if (written && *written && m_registrar && m_registered.contains(item.key()))
            m_registrar->written(values);
        return written;
    };
    if (item.action == PlanAction::Create) {
        const auto inserted = m_store->insert(values, m_context);
        if (!inserted)
            return fail(inserted.error());
        id = *inserted;
        return done(!inserted->isEmpty());
    }
    const bool attributes = item.changes.testFlag(PlanChange::Attributes);
    if (item.changes & (PlanChange::Content | PlanChange::Title) || values.channel == u"diia")
        return done(m_store->update(*item.row, values, attributes, m_context));
    return m_store->updateAttributes(*item.row, values, m_context);
}

Result<PlanItem> PublishRun::lookAgain(const PlanItem& item, const PublishSource* source)
{
    if (!m_connection->alive()) {
        if (auto connected = reconnect(); !connected)
            return fail(connected.error());
    }
    const auto row = m_store->row(item.channel, item.name, m_context);
    if (!row)
        return fail(row.error());
    if (source) {
        PlanItem now = planTemplate(*source, *row);
        if (m_history && now.row && now.row != item.row) {
            if (auto kept = m_history->keep(*m_store, {now}, m_context, m_restored); !kept)
                return fail(kept.error());
        }
        return now;
    }
    PlanItem now = item;
    now.row = *row;
    return now;
}

Result<void> PublishRun::reconnect()
{
    if (m_reconnects >= reconnectsAllowed)
        return fail(errors::databaseLost, m_connection->name(), {}, Next::Fatal);
    ++m_reconnects;
    auto connection = Connection::open(m_target, m_context);
    if (!connection) {
        m_reconnects = reconnectsAllowed; // gone for good: the rest need not be tried one by one
        return fail(connection.error());
    }
    m_connection = std::move(*connection);
    m_store = std::make_unique<TemplateStore>(*m_connection);
    // The lock went with the old session; nobody may write between our looking and our writing.
    const auto locked = m_store->lock(m_context);
    if (!locked)
        return fail(locked.error());
    return {};
}

} // namespace nc
