#include "channels/curltransfer.h"

#include <QElapsedTimer>

#include <array>
#include <cstring>
#include <curl/curl.h>
#include <memory>

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

struct Exchange {
    CurlAnswer* answer = nullptr;
    QByteArray letter;
    qsizetype sent = 0;
    QElapsedTimer timer = {};
};

std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* user)
{
    auto* exchange = static_cast<Exchange*>(user);
    const std::size_t bytes = size * count;
    // Whoever talks on without end is cut off: nothing of use is longer than this.
    if (exchange->answer->body.size() + static_cast<qsizetype>(bytes) > 1024 * 1024)
        return 0;
    exchange->answer->body.append(data, static_cast<qsizetype>(bytes));
    return bytes;
}

std::size_t giveLetter(char* data, std::size_t size, std::size_t count, void* user)
{
    auto* exchange = static_cast<Exchange*>(user);
    const auto room = static_cast<qsizetype>(size * count);
    const qsizetype bytes = std::min(room, exchange->letter.size() - exchange->sent);
    std::memcpy(data, exchange->letter.constData() + exchange->sent, static_cast<std::size_t>(bytes));
    exchange->sent += bytes;
    return static_cast<std::size_t>(bytes);
}

/// Listens to what the server says. What we say is not kept: it holds the password.
int listen(CURL*, curl_infotype type, char* data, std::size_t size, void* user)
{
    const auto* exchange = static_cast<Exchange*>(user);
    CurlAnswer* answer = exchange->answer;
    const QString text = QString::fromUtf8(data, static_cast<qsizetype>(size)).trimmed();
    if (type == CURLINFO_HEADER_IN && answer->replies.size() < 200) {
        answer->replies += text.left(500);
        answer->authenticated = answer->authenticated || text.startsWith(u"235");
    }
    // With TLS from the start libcurl gives no time of the connection when the handshake fails.
    if (type == CURLINFO_TEXT && !answer->connected
        && (text.startsWith("Connected to "_L1) || text.contains("TLS handshake, Client hello"_L1))) {
        answer->connected = true;
        answer->tcpMs = exchange->timer.elapsed();
    }
    if (type == CURLINFO_TEXT && text.startsWith("SSL connection using "_L1)) {
        answer->protocol = text.mid(21).section(u' ', 0, 0);
        answer->encrypted = true;
    }
    return 0;
}

void readCertificate(CURL* easy, CurlAnswer& answer)
{
    curl_certinfo* chain = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || !chain || chain->num_of_certs < 1)
        return;
    for (const curl_slist* entry = chain->certinfo[0]; entry; entry = entry->next) {
        const QString line = QString::fromUtf8(entry->data);
        if (line.startsWith("Expire date:"_L1))
            answer.certificateEnd = line.mid(12).trimmed();
    }
}

qint64 milliseconds(CURL* easy, CURLINFO what)
{
    curl_off_t microseconds = 0;
    curl_easy_getinfo(easy, what, &microseconds);
    return static_cast<qint64>(microseconds / 1000);
}

void setUp(CURL* easy, const CurlRequest& request, Exchange& exchange, std::array<char, CURL_ERROR_SIZE>& reason)
{
    curl_easy_setopt(easy, CURLOPT_URL, request.url.toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps,http,https");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.timeoutMs / 2));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeoutMs));
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, reason.data());
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &listen);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_CERTINFO, 1L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    if (!request.caFile.isEmpty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, request.caFile.toUtf8().constData());
    if (request.startTls)
        curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!request.password.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_USERNAME, request.username.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, request.password.toUtf8().constData());
    }
}

} // namespace

Result<CurlAnswer> transfer(const CurlRequest& request, const TaskContext& task)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, EasyCleaner> easy(curl_easy_init());
    const std::unique_ptr<CURLM, MultiCleaner> multi(curl_multi_init());
    if (ready != CURLE_OK || !easy || !multi)
        return fail(errors::internal, u"libcurl"_s);
    CurlAnswer answer;
    Exchange exchange{&answer, request.letter, 0};
    exchange.timer.start();
    std::array<char, CURL_ERROR_SIZE> reason{};
    setUp(easy.get(), request, exchange, reason);
    std::unique_ptr<curl_slist, ListCleaner> recipients;
    if (!request.mailTo.isEmpty()) {
        recipients.reset(curl_slist_append(nullptr, request.mailTo.toUtf8().constData()));
        curl_easy_setopt(easy.get(), CURLOPT_MAIL_FROM, request.mailFrom.toUtf8().constData());
        curl_easy_setopt(easy.get(), CURLOPT_MAIL_RCPT, recipients.get());
        curl_easy_setopt(easy.get(), CURLOPT_READFUNCTION, &giveLetter);
        curl_easy_setopt(easy.get(), CURLOPT_READDATA, &exchange);
        curl_easy_setopt(easy.get(), CURLOPT_UPLOAD, 1L);
    } else if (request.url.startsWith("smtp"_L1)) {
        curl_easy_setopt(easy.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
        curl_easy_setopt(easy.get(), CURLOPT_NOBODY, 1L);
    }

    curl_multi_add_handle(multi.get(), easy.get());
    int running = 1;
    bool cancelled = false;
    while (running > 0 && !cancelled) {
        curl_multi_perform(multi.get(), &running);
        if (running > 0)
            curl_multi_poll(multi.get(), nullptr, 0, 50, nullptr);
        cancelled = task.isCancelled();
    }
    int left = 0;
    answer.code = CURLE_OPERATION_TIMEDOUT;
    while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            answer.code = static_cast<int>(message->data.result);
    }
    answer.reason = reason[0] != '\0' ? QString::fromUtf8(reason.data())
                                      : QString::fromUtf8(curl_easy_strerror(static_cast<CURLcode>(answer.code)));
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &answer.response);
    readCertificate(easy.get(), answer);
    const qint64 named = milliseconds(easy.get(), CURLINFO_NAMELOOKUP_TIME_T);
    const qint64 connected = milliseconds(easy.get(), CURLINFO_CONNECT_TIME_T);
    const qint64 encrypted = milliseconds(easy.get(), CURLINFO_APPCONNECT_TIME_T);
    answer.totalMs = milliseconds(easy.get(), CURLINFO_TOTAL_TIME_T);
    curl_off_t connectMicroseconds = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_CONNECT_TIME_T, &connectMicroseconds);
    if (connectMicroseconds > 0) {
        answer.connected = true;
        answer.tcpMs = std::max<qint64>(0, connected - named);
    }
    answer.tlsMs = std::max<qint64>(0, encrypted - connected);
    curl_multi_remove_handle(multi.get(), easy.get());
    return cancelled ? Result<CurlAnswer>(TaskContext::cancelled()) : Result<CurlAnswer>(std::move(answer));
}

} // namespace nc
