#pragma once

#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace nc {

/// Everything that changes something anywhere. What is not in here changes nothing.
enum class Operation {
    // The cluster
    Replay,
    Resend,
    Discard,
    UndoDiscard,
    Skip,
    Produce,
    Transfer,
    // The database
    Publish,
    Prune,
    Restore,
    // Files of a clone, and its history
    SetChannel,
    EditTemplate,
    NewTemplate,
    RenameTemplate,
    DeleteTemplate,
    FixTemplates,
    Commit,
    Push,
    // Letters
    TestEmail,
    // What the console keeps for itself
    Keep,
    SaveSample,
    RenameSample,
    DeleteSample,
    SetShelfLife,
    AddProfile,
    EditProfile,
    RemoveProfile,
    UseProfile,
    // The sandbox
    StartSandbox,
    StopSandbox,
    ResetSandbox,
};

/// What an operation changes.
enum class Change {
    Cluster = 1, ///< records, offsets
    Database = 2, ///< rows; with them what is registered at Diia
    Files = 4, ///< of a clone
    Git = 8, ///< commits, branches of the remote
    Secrets = 16, ///< in the vault or in the secret store
    Letter = 32, ///< somebody gets mail
    Profiles = 64, ///< the console's own list of profiles
    Own = 128, ///< other things that the console keeps for itself
    Sandbox = 256,
};
Q_DECLARE_FLAGS(ChangeKinds, Change)

/// What must be typed before it is done in production.
enum class NameAsked { Nothing, OfProfile, OfTopic };

struct OperationFacts {
    Operation operation;
    const char* name; ///< stable, untranslated: as the journal and `notifyctl activity` have it
    ChangeKinds changes;
    bool readOnlyForbids;
    NameAsked asked;
};

/// The table of all operations, each once.
const QList<OperationFacts>& operations();
const OperationFacts& factsOf(Operation operation);
QString operationName(Operation operation);
/// Nothing for a name that is none (a journal of a newer version).
std::optional<Operation> operationOf(const QString& name);

} // namespace nc

Q_DECLARE_OPERATORS_FOR_FLAGS(nc::ChangeKinds)
