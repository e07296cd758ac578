#include "kafka/schemas/httpget.h"

#include "kafka/client/errors.h"

#include <QHostAddress>
#include <QUrl>

#include <curl/curl.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Body {
    QByteArray bytes;
    qint64 largest;
};

size_t collect(char* data, size_t size, size_t count, void* target)
{
    auto& body = *static_cast<Body*>(target);
    const size_t length = size * count;
    if (body.bytes.size() + static_cast<qint64>(length) > body.largest)
        return 0; // ends the transfer
    body.bytes.append(data, static_cast<qsizetype>(length));
    return length;
}

bool isLoopback(const QString& url)
{
    const QString host = QUrl(url).host();
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

/// The multi interface, since the easy one looks at a cancel only once a second.
CURLcode perform(CURL* easy, const TaskContext& task)
{
    const std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi(curl_multi_init(), &curl_multi_cleanup);
    curl_multi_add_handle(multi.get(), easy);
    int running = 1;
    CURLcode outcome = CURLE_OK;
    while (running > 0 && outcome == CURLE_OK) {
        if (task.isCancelled())
            outcome = CURLE_ABORTED_BY_CALLBACK;
        else if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
            outcome = CURLE_FAILED_INIT;
        else if (running > 0)
            curl_multi_poll(multi.get(), nullptr, 0, 50, nullptr);
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            outcome = message->data.result;
    }
    curl_multi_remove_handle(multi.get(), easy);
    return outcome;
}

} // namespace

Result<HttpReply> httpGet(const HttpTarget& target, const TaskContext& task)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(
        ready == CURLE_OK ? curl_easy_init() : nullptr, &curl_easy_cleanup);
    CURL* curl = handle.get();
    if (!curl)
        return fail(errors::registryUnreachable, {}, u"libcurl cannot be used"_s);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(
        curl_slist_append(nullptr, "Accept: application/vnd.schemaregistry.v1+json, application/json"),
        &curl_slist_free_all);
    Body body{{}, target.largest};
    char problem[CURL_ERROR_SIZE] = "";
    curl_easy_setopt(curl, CURLOPT_URL, target.url.toUtf8().constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
    // A cancelled look-up of a name is not waited for.
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);
#endif
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(target.connectTimeout.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(target.timeout.count()));
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, problem);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &collect);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    if (isLoopback(target.url))
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    if (!target.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(curl, CURLOPT_USERNAME, target.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, target.password.toUtf8().constData());
    }
    if (!target.ca.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, target.ca.toLocal8Bit().constData());
    const CURLcode outcome = perform(curl, task);
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (outcome == CURLE_WRITE_ERROR)
        return fail(errors::registryAnswer, {}, u"more than %1 bytes"_s.arg(target.largest));
    if (outcome != CURLE_OK) {
        const char* words = problem[0] != '\0' ? problem : curl_easy_strerror(outcome);
        return fail(errors::registryUnreachable, {}, QString::fromUtf8(words), Next::Retry);
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return HttpReply{static_cast<int>(status), body.bytes};
}

} // namespace nc
