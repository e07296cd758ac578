#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QStringList>

namespace nc {

/// One transfer with libcurl, and what could be learned of the connection on the way. Internal to channels.
struct CurlRequest {
    QString url;
    bool startTls = false; ///< SMTP: encryption is demanded before anything secret is said
    QString username;
    QString password;
    QString caFile; ///< empty: the system's
    QString mailFrom; ///< SMTP: with `mailTo` sends `letter`, else only says hello and NOOP
    QString mailTo;
    QByteArray letter;
    int timeoutMs = 20'000;
};

struct CurlAnswer {
    int code = 0; ///< CURLcode
    QString reason; ///< libcurl's own words
    long response = 0; ///< last reply of the server (SMTP, HTTP)
    QByteArray body;
    QStringList replies; ///< lines that the server said, at most 200
    QString protocol; ///< "TLSv1.3"
    QString certificateEnd; ///< as OpenSSL prints it
    bool authenticated = false; ///< SMTP: 235 was seen
    qint64 tcpMs = 0; ///< since the name was known
    qint64 tlsMs = 0;
    qint64 totalMs = 0;
    bool connected = false;
    bool encrypted = false;
};

/// Blocks; ends within 100 ms of a cancel with errors::cancelled. A failed transfer is an answer, not an error.
Result<CurlAnswer> transfer(const CurlRequest& request, const TaskContext& task);

} // namespace nc
