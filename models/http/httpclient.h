#pragma once

#include "core/task.h"
#include "http/httprequest.h"

#include <memory>

namespace nc {

/// Requests over kept connections, with libcurl; the one place where HTTP is spoken. Follows no redirection: who wants
/// to looks at HttpResponse::location and knows what may be sent there. Goes past a proxy for this machine. Blocks; one
/// thread at a time; cancel acts within 100 ms.
///
/// An answer of any status is an answer. Errors say how far it came: errors::httpAddress, httpName, httpRefused,
/// httpUnreachable, httpTls, httpCertificate, httpAuthorities (nothing was sent, see neverAsked()); httpNoAnswer (sent,
/// and the connection ended or time ran out before the answer: Next::InDoubt), httpTooLarge; cancelled (Next::InDoubt
/// when the request was on its way). The subject is the host, never the URL: tokens may stand in it.
class HttpClient {
public:
    explicit HttpClient(HttpLimits limits = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    Result<HttpResponse> send(const HttpRequest& request, const TaskContext& task);
    /// The same, with what was seen of the connection.
    HttpExchange exchange(const HttpRequest& request, const TaskContext& task);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
