#pragma once

#include "cli/output.h"
#include "connections/profileaccess.h"
#include "core/sentences.h"
#include "core/task.h"
#include "gate/gate.h"
#include "secrets/secretstore.h"

#include <QIODevice>
#include <QString>

#include <memory>

namespace nc::cli {

/// What a verb runs in: streams, global options, the profile, Ctrl+C. Made once a run; tests make their own with
/// buffers in place of the streams. Used from one thread.
class Environment {
public:
    /// Streams of the process.
    Environment();
    /// For tests: everything goes to the given devices; they must outlive the environment.
    Environment(QIODevice* in, QIODevice* out, QIODevice* err);

    // Global options
    QString profileName;
    QString configDir; ///< as given; configFolder() resolves it
    bool json = false;
    bool quiet = false;
    bool yes = false;
    Language language = Language::English;

    Output& out() { return m_out; }
    QIODevice& in() { return *m_in; }
    bool inIsTerminal() const { return m_inIsTerminal; }
    /// For tests: somebody sits at the input.
    void setInIsTerminal() { m_inIsTerminal = true; }

    /// Words for people, on stderr, with a line end; hushed by --quiet.
    void say(const QString& text);
    /// An error in words on stderr (never hushed); with --json still on stderr, stdout stays data. Gives the exit code
    /// that belongs to it (130 when cancelled, else 1).
    int fail(const Error& error);
    /// Wrong usage: the sentence on stderr; gives exit code 2.
    int usage(const QString& sentence);
    /// Asks yes or no on the terminal; true at once with --yes, false when nobody can answer.
    bool confirm(const QString& question);
    /// Asks for a name to be typed, for what a slip of the hand must not do; gives what was typed. With --yes it is
    /// `name` at once, and nothing when nobody can answer.
    QString typeName(const QString& question, const QString& name);
    /// One line without echo from the terminal, or plain from a pipe (--password-stdin); for passwords. Gives
    /// errors::cancelled on Ctrl+C; an input that is at its end gives an empty text.
    Result<QString> readPassword(const QString& prompt);

    /// The last act of a command line: writes out what is left and says when stdout could not take it. Gives the exit
    /// code to end with.
    int finish(int code);

    /// Carries Ctrl+C; progress goes to stderr when that is a terminal.
    const TaskContext& task() const { return m_task; }
    void setCancel(CancelToken token) { m_task.cancel = std::move(token); }

    QString configFolder() const;
    /// Where passwords are; made anew by each call.
    std::unique_ptr<SecretStore> secretStore() const;
    /// The one access to that profile's servers in this run: its secrets and idle connections.
    ProfileAccess& access(const Profile& profile) const;
    /// The profile to work with (see ProfileStore::resolve).
    Result<Profile> profile() const;

    /// Whose clone a folder is, for verbs that take one: the profile that was named, else the one that names the folder
    /// (of several the most guarded), else none (an empty one).
    Result<Profile> profileOf(const QString& folder) const;

    /// What the verb that runs may change (verboperations.h); set by runCommandLine().
    QList<Operation> operations;
    /// Passes the gate: asked for when the usage is right, before anything is opened for it. Ends with the run, or when
    /// the next one is asked for; the exit code and fail() tell the journal how. Errors of Gate::pass();
    /// errors::wrongPass for an operation that the verb's row of the table does not name.
    Result<std::shared_ptr<const Pass>> pass(
        const GuardedProfile& profile, Operation operation, const Undertaking& undertaking);
    Result<std::shared_ptr<const Pass>> pass(
        const Profile& profile, Operation operation, const Undertaking& undertaking);
    /// The one that was given last; only after pass().
    const Pass& passed() const { return *m_pass; }
    /// For the journal: how many were changed, and the ledger's run.
    void counted(qint64 count, const QString& run = {});

private:
    void endPass(int code);
    void showProgress(const Progress& progress);
    void clearProgress();

    std::unique_ptr<QIODevice> m_ownIn;
    QIODevice* m_in;
    Output m_out;
    Output m_err;
    bool m_inIsTerminal = false;
    bool m_errIsTerminal = false;
    bool m_progressShown = false;
    qint64 m_progressAt = 0;
    TaskContext m_task;
    mutable std::unique_ptr<ProfileAccess> m_access;
    std::shared_ptr<Pass> m_pass;
    Ending m_ending; ///< of m_pass, as far as it is known
};

} // namespace nc::cli
