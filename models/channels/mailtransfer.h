#pragma once

#include "channels/smtptalk.h"
#include "http/transfer.h"

namespace nc {

/// One connection to a mail server. Lives in memory only: it carries the password.
struct MailRequest {
    QString host; ///< name in ASCII, or address
    int port = 0;
    bool tls = false; ///< from the start; else STARTTLS is demanded before anything secret is said
    QString ownName; ///< who we say we are; see ehloName()
    QString user;
    QString password; ///< empty: AUTH is not tried
    QString from; ///< with `to` sends `letter`, else only says hello and NOOP
    QString to;
    QByteArray letter;
    HttpLimits limits;
};

struct MailAnswer {
    Transfer::Outcome outcome;
    SmtpTalk talk;
};

/// Blocks; ends within 100 ms of a cancel with errors::cancelled. A failed transfer is an answer, not an error. Past
/// any proxy.
Result<MailAnswer> sendMail(const MailRequest& request, const TaskContext& task);

/// Ways to sign in that take a password, of those that sendMail() knows.
const QStringList& passwordMechanisms();

/// What this machine calls itself towards `peer` (an address): its full name, else the address from which it reaches
/// the peer, in brackets; strict servers refuse anything else (RFC 5321, 4.1.1.1 and 4.1.4).
QString ehloName(const QString& peer);

} // namespace nc
