#include "http/httpclient.h"

#include "http/errors.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <array>
#include <curl/curl.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct EasyCleaner {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiCleaner {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListCleaner {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, ListCleaner>;

struct Answer {
    QByteArray bytes;
    qint64 largest = 0;
};

std::size_t take(char* data, std::size_t size, std::size_t count, void* user)
{
    auto* answer = static_cast<Answer*>(user);
    const auto bytes = static_cast<qsizetype>(size * count);
    if (answer->bytes.size() + bytes > answer->largest)
        return 0;
    answer->bytes.append(data, bytes);
    return size * count;
}

Headers headersOf(const HttpRequest& request)
{
    // Without "Expect" curl would wait a second for a go-ahead before it sends a large body.
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    for (const auto& [name, value] : request.headers)
        list = curl_slist_append(list, (name + ": " + value).constData());
    return Headers(list);
}

bool isLoopback(const QString& host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

} // namespace

struct HttpClient::Private {
    HttpLimits limits;
    std::unique_ptr<CURL, EasyCleaner> easy;
    std::unique_ptr<CURLM, MultiCleaner> multi;

    CURLcode perform(const TaskContext& task, bool& cancelled) const
    {
        curl_multi_add_handle(multi.get(), easy.get());
        int running = 1;
        while (running > 0 && !cancelled) {
            if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
                break;
            if (running > 0)
                curl_multi_poll(multi.get(), nullptr, 0, 50, nullptr);
            cancelled = running > 0 && task.isCancelled();
        }
        CURLcode outcome = CURLE_ABORTED_BY_CALLBACK;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
            if (message->msg == CURLMSG_DONE)
                outcome = message->data.result;
        }
        curl_multi_remove_handle(multi.get(), easy.get());
        return outcome;
    }

    /// Bytes of the request have left this machine.
    bool wasSent() const
    {
        long bytes = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_REQUEST_SIZE, &bytes);
        return bytes > 0;
    }
};

HttpClient::HttpClient(HttpLimits limits)
    : d(std::make_unique<Private>())
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    d->limits = std::move(limits);
    if (ready == CURLE_OK) {
        d->easy.reset(curl_easy_init());
        d->multi.reset(curl_multi_init());
    }
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request, const TaskContext& task)
{
    const QUrl url(request.url, QUrl::StrictMode);
    const QString host = url.port() > 0 ? u"%1:%2"_s.arg(url.host()).arg(url.port()) : url.host();
    if (!d->easy || !d->multi)
        return fail(errors::httpUnreachable, host, u"libcurl cannot be used"_s, Next::Fatal);
    CURL* easy = d->easy.get();
    curl_easy_reset(easy); // settings alone; the connections stay
    Answer answer{{}, d->limits.largest};
    std::array<char, CURL_ERROR_SIZE> problem{};
    const Headers headers = headersOf(request);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.constData());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(d->limits.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(d->limits.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, problem.data());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
    if (isLoopback(url.host()))
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    if (!d->limits.ca.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, d->limits.ca.toLocal8Bit().constData());
    if (!request.body.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.constData());
    }
    if (!request.repeatable) {
        // On a kept connection that ends without an answer curl sends the request again by itself, a POST too.
        curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    }
    bool cancelled = false;
    const CURLcode outcome = d->perform(task, cancelled);
    const bool sent = d->wasSent();
    if (cancelled)
        return fail(errors::cancelled, {}, {}, sent ? Next::InDoubt : Next::Retry);
    const QString words = QString::fromUtf8(problem[0] != '\0' ? problem.data() : curl_easy_strerror(outcome));
    if (outcome == CURLE_WRITE_ERROR)
        return fail(errors::httpTooLarge, host, QString::number(d->limits.largest), Next::InDoubt);
    if (outcome == CURLE_PEER_FAILED_VERIFICATION || outcome == CURLE_SSL_CACERT_BADFILE)
        return fail(errors::httpCertificate, host, words, Next::Retry);
    if (outcome != CURLE_OK)
        return sent ? fail(errors::httpNoAnswer, host, words, Next::InDoubt)
                    : fail(errors::httpUnreachable, host, words, Next::Retry);
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return HttpResponse{static_cast<int>(status), answer.bytes};
}

} // namespace nc
