#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>
#include <utility>

namespace nc {

struct HttpRequest {
    QByteArray method = "GET";
    QString url; ///< http or https; percent-encoded
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    /// May be sent a second time by itself when a kept connection turns out dead. Only for what may happen twice.
    bool repeatable = false;
};

struct HttpResponse {
    int status = 0;
    QByteArray body;

    bool ok() const { return status >= 200 && status < 300; }
};

struct HttpLimits {
    QString ca = {}; ///< PEM file instead of the system's authorities; empty: those
    std::chrono::milliseconds connectTimeout{5000};
    std::chrono::milliseconds timeout{20'000}; ///< of the whole
    qint64 largest = 64 * 1024 * 1024; ///< bytes of an answer
};

/// Requests to one server over kept connections, with libcurl. Follows no redirections, so that a token goes only where
/// it was meant to; goes past a proxy for this machine. Blocks; one thread at a time; cancel acts within 100 ms.
/// An answer of any status is an answer. errors::httpUnreachable, httpCertificate (nothing was sent, Next::Retry);
/// httpNoAnswer (sent, and the connection ended or time ran out before the answer: Next::InDoubt), httpTooLarge;
/// cancelled (Next::InDoubt when the request was on its way). The subject is the host, never the URL.
class HttpClient {
public:
    explicit HttpClient(HttpLimits limits = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    Result<HttpResponse> send(const HttpRequest& request, const TaskContext& task);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
