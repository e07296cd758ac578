#pragma once

#include "channels/teststage.h"
#include "core/task.h"

#include <QList>

namespace nc {

/// A mail server to be tried. Lives in memory only: it carries the password.
struct MailTarget {
    QString host;
    int port = 0;
    QString address; ///< sender and user name
    QString password; ///< empty: AUTH is not tried
    QString caFile; ///< PEM; empty: the system's authorities
    QString to; ///< empty: no letter is sent
    int timeoutMs = 20'000;
};

/// Goes the way of a letter: DNS, TCP, TLS (chain, name, expiry, protocol), EHLO, AUTH and, when `to` is given, a
/// letter that says it is a test. Stops at the first stage that fails; those after it are skipped. The password is said
/// only over an encrypted connection. Blocks; ends within 100 ms of a cancel with errors::cancelled.
Result<QList<TestStage>> testMail(
    const MailTarget& target, const TaskContext& task, const StageListener& listener = {});

/// The letter itself, for showing it before.
QByteArray testLetter(const QString& from, const QString& to);

} // namespace nc
