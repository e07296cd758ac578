#include "http/httpclient.h"

#include "http/errors.h"
#include "http/httpurl.h"
#include "http/transfer.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <curl/curl.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct ListCleaner {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, ListCleaner>;

Headers headersOf(const HttpRequest& request)
{
    // Without "Expect" curl would wait a second for a go-ahead before it sends a large body.
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    for (const auto& [name, value] : request.headers)
        list = curl_slist_append(list, (name + ": " + value).constData());
    return Headers(list);
}

/// A line break in a header's value would smuggle in a header of its own.
bool wellFormed(const HttpRequest& request)
{
    return std::none_of(request.headers.cbegin(), request.headers.cend(),
        [](const auto& header) { return header.second.contains('\n') || header.second.contains('\r'); });
}

} // namespace

bool neverAsked(const Error& error)
{
    static constexpr std::array early{errors::httpAddress, errors::httpName, errors::httpRefused,
        errors::httpUnreachable, errors::httpTls, errors::httpCertificate, errors::httpAuthorities};
    return std::any_of(early.begin(), early.end(), [&](const ErrorCode& code) { return error.is(code); });
}

struct HttpClient::Private {
    HttpLimits limits;
    Transfer transfer;
};

HttpClient::HttpClient(HttpLimits limits)
    : d(std::make_unique<Private>())
{
    d->limits = std::move(limits);
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request, const TaskContext& task)
{
    return exchange(request, task).answer;
}

HttpExchange HttpClient::exchange(const HttpRequest& request, const TaskContext& task)
{
    const QString host = httpurl::host(request.url);
    QUrl url(request.url, QUrl::StrictMode);
    if (httpurl::origin(request.url).isEmpty() || !url.isValid() || !wellFormed(request))
        return {fail(errors::httpAddress, host), {}};
    if (!d->transfer.usable())
        return {fail(errors::httpUnreachable, host, u"libcurl cannot be used"_s, Next::Fatal), {}};
    const bool inUrl = !url.userName().isEmpty();
    const QString user = inUrl ? url.userName(QUrl::FullyDecoded) : request.user;
    const QString password = inUrl ? url.password(QUrl::FullyDecoded) : request.password;
    url.setUserInfo({});
    d->transfer.begin(QString::fromLatin1(url.toEncoded()), "http,https", d->limits);
    const auto easy = static_cast<CURL*>(d->transfer.handle());
    const Headers headers = headersOf(request);
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    if (httpurl::isThisMachine(url.host()))
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    if (!user.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(easy, CURLOPT_USERNAME, user.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, password.toUtf8().constData());
    }
    if (!request.body.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.constData());
    }
    if (!request.repeatable) {
        // On a kept connection that ends without an answer curl sends the request again by itself, a POST too.
        curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    }
    Transfer::Outcome outcome = d->transfer.run(task);
    if (auto error = Transfer::error(outcome, host, d->limits))
        return {fail(std::move(*error)), outcome.stages};
    return {
        HttpResponse{static_cast<int>(outcome.response), std::move(outcome.body), outcome.location}, outcome.stages};
}

} // namespace nc
