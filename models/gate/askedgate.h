#pragma once

#include "gate/gate.h"

#include <functional>
#include <type_traits>

namespace nc {

/// The gate of a program that has asked before its work began (a window): a value that work takes along to its thread.
class AskedGate {
public:
    /// `typed`: what stood in the dialog; empty where nothing was asked.
    /// `ended` is called when an operation has ended, in the thread of the work.
    AskedGate(GuardedProfile profile, Journal journal, QString typed = {}, std::function<void()> ended = {})
        : m_profile(std::move(profile))
        , m_journal(std::move(journal))
        , m_typed(std::move(typed))
        , m_ended(std::move(ended))
    {
    }

    const GuardedProfile& profile() const { return m_profile; }

    /// Errors of Gate::pass(). Blocks on the disk.
    Result<Pass> pass(Operation operation, const Undertaking& undertaking) const
    {
        const TypedBefore before(m_typed);
        return Gate(m_profile, m_journal, before).pass(operation, undertaking);
    }

    /// Does `work(const Pass&) -> Result<T>` behind the gate; its result is the journal's. `tell(const T&, Ending&)`
    /// adds how many were changed, the ledger's run, or that not all went well.
    template <class Work, class Tell>
    auto through(Operation operation, const Undertaking& undertaking, Work work, Tell tell) const
        -> std::invoke_result_t<Work, const Pass&>
    {
        auto passed = pass(operation, undertaking);
        if (!passed)
            return fail(passed.error());
        auto result = work(std::as_const(*passed));
        Ending ending = Ending::of(result);
        if constexpr (!std::is_void_v<typename decltype(result)::value_type>) {
            if (result)
                tell(std::as_const(*result), ending);
        }
        passed->end(ending);
        if (m_ended)
            m_ended();
        return result;
    }
    template <class Work>
    auto through(Operation operation, const Undertaking& undertaking, Work work) const
    {
        return through(operation, undertaking, std::move(work), [](const auto&, Ending&) {});
    }

private:
    GuardedProfile m_profile;
    Journal m_journal;
    QString m_typed;
    std::function<void()> m_ended;
};

} // namespace nc
