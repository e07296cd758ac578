#pragma once

#include "cli/output.h"
#include "connections/profileaccess.h"
#include "core/sentences.h"
#include "core/task.h"
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
    /// Asks for a name to be typed, for what a slip of the hand must not do (a production profile); true at once with
    /// --yes, false when nobody can answer or something else was typed.
    bool confirmByName(const QString& question, const QString& name);
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
    /// The same, refusing read-only profiles with errors::readOnlyProfile.
    Result<Profile> writableProfile() const;

private:
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
};

} // namespace nc::cli
