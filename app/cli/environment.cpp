#include "cli/environment.h"

#include "cli/exitcodes.h"
#include "cli/translate.h"
#include "connections/configfolder.h"
#include "connections/profilestore.h"
#include "core/errors.h"
#include "gate/errors.h"
#include "secrets/systemsecrets.h"

#include <QDateTime>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

/// Turns the terminal's echo off while it lives.
class NoEcho {
public:
    NoEcho()
        : m_known(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_known)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho()
    {
        if (m_known)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios m_before{};
    bool m_known;
};

/// A line from the terminal, which is asked in short steps, so that Ctrl+C is heard and the echo comes back.
Result<QByteArray> readHidden(const CancelToken& cancel)
{
    const NoEcho noEcho;
    QByteArray line;
    for (;;) {
        if (cancel.isCancelled())
            return TaskContext::cancelled();
        pollfd fd{STDIN_FILENO, POLLIN, 0};
        if (::poll(&fd, 1, 50) <= 0)
            continue;
        char buffer[4096];
        const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (got > 0)
            line.append(buffer, got);
        if (got <= 0 || line.endsWith('\n'))
            return line;
    }
}

} // namespace

Environment::Environment()
    : m_out(stdout)
    , m_err(stderr)
    , m_inIsTerminal(::isatty(STDIN_FILENO) == 1)
    , m_errIsTerminal(::isatty(STDERR_FILENO) == 1)
{
    auto file = std::make_unique<QFile>();
    if (!file->open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        std::fputs("stdin cannot be read\n", stderr);
    m_ownIn = std::move(file);
    m_in = m_ownIn.get();
    m_task.progress = [this](const Progress& progress) { showProgress(progress); };
}

Environment::Environment(QIODevice* in, QIODevice* out, QIODevice* err)
    : m_in(in)
    , m_out(out)
    , m_err(err)
{
}

void Environment::say(const QString& text)
{
    if (quiet)
        return;
    clearProgress();
    m_err.line(text);
    m_err.flush();
}

int Environment::fail(const Error& error)
{
    clearProgress();
    m_out.flush();
    m_err.line(u"notifyctl: "_s + describe(error, language));
    m_err.flush();
    return error.is(errors::cancelled) ? exitcode::cancelled : exitcode::failed;
}

int Environment::usage(const QString& sentence)
{
    clearProgress();
    m_err.line(u"notifyctl: "_s + sentence);
    m_err.flush();
    return exitcode::usage;
}

bool Environment::confirm(const QString& question)
{
    if (yes)
        return true;
    if (!m_inIsTerminal)
        return false;
    m_err.write((question + u" [y/N] "_s).toUtf8());
    m_err.flush();
    const QString answer = QString::fromUtf8(m_in->readLine()).trimmed().toLower();
    return answer == u"y" || answer == u"yes" || answer == u"т" || answer == u"так";
}

bool Environment::confirmByName(const QString& question, const QString& name)
{
    if (yes)
        return true;
    if (!m_inIsTerminal)
        return false;
    clearProgress();
    m_err.write((question + u' ' + tr_("Type %1 to go on:").arg(name) + u' ').toUtf8());
    m_err.flush();
    return QString::fromUtf8(m_in->readLine()).trimmed() == name;
}

Result<QString> Environment::readPassword(const QString& prompt)
{
    QByteArray line;
    if (m_inIsTerminal) {
        clearProgress();
        m_err.write((prompt + u": "_s).toUtf8());
        m_err.flush();
        auto typed = readHidden(m_task.cancel);
        m_err.line({});
        m_err.flush();
        if (!typed)
            return nc::fail(typed.error());
        line = *typed;
    } else {
        line = m_in->readLine(64 * 1024);
    }
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

int Environment::finish(int code)
{
    clearProgress();
    m_out.flush();
    // A reader that has seen enough (head) needs no words.
    if (m_out.broken() && m_out.reason() != EPIPE && code == exitcode::done)
        return fail({m_out.reason() == ENOSPC ? errors::diskFull : errors::cannotWrite, tr_("the output"),
            QString::fromLocal8Bit(std::strerror(m_out.reason()))});
    return m_out.broken() && code == exitcode::done ? exitcode::failed : code;
}

QString Environment::configFolder() const
{
    return nc::configFolder(configDir);
}

std::unique_ptr<SecretStore> Environment::secretStore() const
{
    return openSecretStore(configFolder());
}

Result<Profile> Environment::profile() const
{
    return ProfileStore(configFolder()).resolve(profileName);
}

Result<Profile> Environment::writableProfile() const
{
    auto found = profile();
    if (found && found->readOnly)
        return nc::fail(errors::readOnlyProfile, found->name);
    return found;
}

void Environment::showProgress(const Progress& progress)
{
    if (!m_errIsTerminal || quiet)
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now - m_progressAt < 100)
        return;
    m_progressAt = now;
    m_progressShown = true;
    QString text =
        progress.total >= 0 ? u"%1 / %2"_s.arg(progress.done).arg(progress.total) : QString::number(progress.done);
    if (!progress.stage.isEmpty())
        text = progress.stage + u' ' + text;
    m_err.write("\r\033[K" + text.toUtf8());
    m_err.flush();
}

void Environment::clearProgress()
{
    if (!m_progressShown)
        return;
    m_err.write("\r\033[K");
    m_progressShown = false;
}

} // namespace nc::cli
