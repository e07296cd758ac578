#pragma once

#include "channels/channelsettings.h"
#include "core/task.h"
#include "http/teststage.h"

#include <QList>

namespace nc {

/// What a test letter says; without a text, that it is one and no more.
struct TestLetterText {
    QString subject; ///< of the template; marked as a test
    QString text;
    bool isHtml = false;
};

/// A mail server to be tried. Lives in memory only: it carries the password.
struct MailTarget {
    QString host;
    int port = 0;
    std::optional<MailEncryption> encryption; ///< nothing: as the port implies it
    QString address; ///< sender and user name
    QString password; ///< empty: AUTH is not tried
    QString caFile; ///< PEM; empty: the system's authorities
    QString to; ///< empty: no letter is sent
    TestLetterText letter;
    int timeoutMs = 20'000;
};

/// Goes the way of a letter: DNS, TCP, TLS (chain, name, expiry, protocol), EHLO, AUTH and, when `to` is given, a
/// letter that says it is a test. Stops at the first stage that fails; those after it are skipped. The password is said
/// only over an encrypted connection. Blocks; ends within 100 ms of a cancel with errors::cancelled.
Result<QList<TestStage>> testMail(
    const MailTarget& target, const TaskContext& task, const StageListener& listener = {});

/// The letter itself. It says that it is a test in its subject, its first line and a header.
QByteArray testLetter(const QString& from, const QString& to, const TestLetterText& text = {});

} // namespace nc
