#pragma once

#include "core/result.h"
#include "core/timetext.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace nc {

struct HttpRequest {
    QByteArray method = "GET";
    QString url; ///< http or https; percent-encoded; a user name and password in it are sent as Basic authentication
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    /// May be sent a second time by itself when a kept connection turns out dead. Only for what may happen twice.
    bool repeatable = false;
    QString user = {}; ///< Basic authentication, where the URL has none; empty: none
    QString password = {};
};

struct HttpResponse {
    int status = 0;
    QByteArray body;
    QString location = {}; ///< where a redirection points to, absolute; nobody has gone there

    bool ok() const { return status >= 200 && status < 300; }
};

/// What a server is given, in one place: whom to trust, how long to wait, how much to take.
struct HttpLimits {
    /// PEM file. When it is named, only the authorities in it count; empty: the system's.
    QString ca = {};
    std::chrono::milliseconds connectTimeout{5000}; ///< until the connection stands, encryption included
    std::chrono::milliseconds timeout{20'000}; ///< of the whole
    qint64 largest = 64 * 1024 * 1024; ///< bytes of an answer

    /// Where somebody says how long to wait, all of it may go into connecting.
    static HttpLimits within(std::chrono::milliseconds whole, QString ca = {}, qint64 largest = 1024 * 1024)
    {
        return {std::move(ca), whole, whole, largest};
    }
};

/// How far a transfer came, and what was seen on the way.
struct TransferStages {
    bool named = false; ///< the name has an address
    bool connected = false;
    bool encrypted = false;
    qint64 nameMs = 0;
    qint64 tcpMs = 0;
    qint64 tlsMs = 0;
    qint64 totalMs = 0;
    QString address; ///< that was connected to, or tried last
    QString protocol; ///< "TLSv1.3"
    std::optional<EpochMs> certificateEnd;
};

struct HttpExchange {
    Result<HttpResponse> answer;
    TransferStages stages;
};

} // namespace nc
