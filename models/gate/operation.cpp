#include "gate/operation.h"

#include <algorithm>

namespace nc {

const QList<OperationFacts>& operations()
{
    using enum Operation;
    using enum Change;
    static constexpr bool forbidden = true;
    static constexpr bool allowed = false;
    // What leaves this computer, and the file that a registry is configured by, is asked about in production. A clone's
    // other files are no production before they are published or pushed, and both of these ask.
    static const QList<OperationFacts> table{
        {Replay, "replay", Cluster, forbidden, NameAsked::OfTopic},
        {Resend, "resend", Cluster, forbidden, NameAsked::OfTopic},
        {Discard, "discard", Cluster, forbidden, NameAsked::OfTopic},
        {UndoDiscard, "undo-discard", Cluster, forbidden, NameAsked::OfTopic},
        {Skip, "skip", Cluster, forbidden, NameAsked::OfTopic},
        {Produce, "produce", Cluster, forbidden, NameAsked::OfTopic},
        {Transfer, "transfer", Cluster, forbidden, NameAsked::OfTopic},
        {Publish, "publish", Database, forbidden, NameAsked::OfProfile},
        {Prune, "prune", Database, forbidden, NameAsked::OfProfile},
        {Restore, "restore", Database, forbidden, NameAsked::OfProfile},
        {SetChannel, "set-channel", Files | Secrets, forbidden, NameAsked::OfProfile},
        {EditTemplate, "edit-template", Files, forbidden, NameAsked::Nothing},
        {NewTemplate, "new-template", Files, forbidden, NameAsked::Nothing},
        {RenameTemplate, "rename-template", Files | Own, forbidden, NameAsked::Nothing},
        {DeleteTemplate, "delete-template", Files | Own, forbidden, NameAsked::Nothing},
        {FixTemplates, "fix-templates", Files, forbidden, NameAsked::Nothing},
        {Commit, "commit", Git, forbidden, NameAsked::Nothing},
        {Push, "push", Git, forbidden, NameAsked::OfProfile},
        {TestEmail, "test-email", Letter, forbidden, NameAsked::OfProfile},
        {Keep, "keep", Own, allowed, NameAsked::Nothing},
        {SaveSample, "save-sample", Own | Files, allowed, NameAsked::Nothing},
        {RenameSample, "rename-sample", Own | Files, allowed, NameAsked::Nothing},
        {DeleteSample, "delete-sample", Own | Files, allowed, NameAsked::Nothing},
        {SetShelfLife, "set-shelf-life", Own, allowed, NameAsked::Nothing},
        {AddProfile, "add-profile", Profiles | Secrets, allowed, NameAsked::Nothing},
        {EditProfile, "edit-profile", Profiles | Secrets, allowed, NameAsked::Nothing},
        {RemoveProfile, "remove-profile", Profiles | Secrets, allowed, NameAsked::OfProfile},
        {UseProfile, "use-profile", Profiles, allowed, NameAsked::Nothing},
        {StartSandbox, "start-sandbox", Sandbox | Cluster | Database, allowed, NameAsked::Nothing},
        {StopSandbox, "stop-sandbox", Sandbox, allowed, NameAsked::Nothing},
        {ResetSandbox, "reset-sandbox", Sandbox, allowed, NameAsked::Nothing},
    };
    return table;
}

const OperationFacts& factsOf(Operation operation)
{
    return *std::ranges::find(operations(), operation, &OperationFacts::operation);
}

QString operationName(Operation operation)
{
    return QString::fromLatin1(factsOf(operation).name);
}

std::optional<Operation> operationOf(const QString& name)
{
    for (const OperationFacts& facts : operations()) {
        if (name == QLatin1StringView(facts.name))
            return facts.operation;
    }
    return std::nullopt;
}

} // namespace nc
