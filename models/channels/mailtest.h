#pragma once

#include "channels/channelsettings.h"
#include "channels/testletter.h"
#include "core/task.h"
#include "http/teststage.h"

#include <QList>

namespace nc {

/// A mail server to be tried. Lives in memory only: it carries the password.
struct MailTarget {
    QString host; ///< name or address; IPv6 with or without brackets
    int port = 0;
    std::optional<MailEncryption> encryption; ///< nothing: as the port implies it
    QString address; ///< sender and user name
    QString password; ///< empty: AUTH is not tried
    QString caFile; ///< PEM; empty: the system's authorities
    QString to; ///< empty: no letter is sent
    TestLetterText letter;
    int timeoutMs = 20'000; ///< for name, connection and sign-in together; once more for the letter
};

/// Goes the way of a letter: DNS, TCP, TLS (chain, name, expiry, protocol), EHLO, AUTH and, when `to` is given, a
/// letter that says it is a test. Stops at the first stage that fails; those after it are skipped. The password is said
/// only over an encrypted connection. What went wrong is told by the stage, the reply's code and what the server
/// offers. Blocks; ends within 100 ms of a cancel with errors::cancelled.
Result<QList<TestStage>> testMail(
    const MailTarget& target, const TaskContext& task, const StageListener& listener = {});

} // namespace nc
