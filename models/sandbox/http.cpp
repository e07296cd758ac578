#include "sandbox/http.h"

#include "sandbox/errors.h"

#include <curl/curl.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

size_t collect(char* data, size_t size, size_t count, void* target)
{
    static_cast<QByteArray*>(target)->append(data, static_cast<qsizetype>(size * count));
    return size * count;
}

int watch(void* task, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const TaskContext*>(task)->isCancelled() ? 1 : 0;
}

} // namespace

Result<HttpAnswer> httpCall(const QString& url, const QByteArray& body, const TaskContext& task)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), &curl_easy_cleanup);
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(
        curl_slist_append(nullptr, "Content-Type: application/vnd.schemaregistry.v1+json"), &curl_slist_free_all);
    HttpAnswer answer;
    CURL* curl = handle.get();
    const QByteArray address = url.toUtf8();
    curl_easy_setopt(curl, CURLOPT_URL, address.constData());
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &collect);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &watch);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &task);
    if (!body.isNull()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.constData());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    }
    const CURLcode outcome = curl_easy_perform(curl);
    if (outcome == CURLE_ABORTED_BY_CALLBACK)
        return TaskContext::cancelled();
    if (outcome != CURLE_OK)
        return fail(errors::registryFailed, url, QString::fromUtf8(curl_easy_strerror(outcome)), Next::Retry);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    return answer;
}

} // namespace nc
