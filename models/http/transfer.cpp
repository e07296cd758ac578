#include "http/transfer.h"

#include "core/redactor.h"
#include "http/errors.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>

#include <array>
#include <cerrno>
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

qint64 milliseconds(CURL* easy, CURLINFO what)
{
    curl_off_t microseconds = 0;
    curl_easy_getinfo(easy, what, &microseconds);
    return static_cast<qint64>(microseconds / 1000);
}

QString text(CURL* easy, CURLINFO what)
{
    const char* found = nullptr;
    curl_easy_getinfo(easy, what, &found);
    return found ? QString::fromUtf8(found) : QString();
}

long number(CURL* easy, CURLINFO what)
{
    long found = 0;
    curl_easy_getinfo(easy, what, &found);
    return found;
}

/// "Jan  5 09:00:00 2027 GMT", as OpenSSL prints it.
std::optional<EpochMs> certificateEnd(CURL* easy)
{
    curl_certinfo* chain = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || !chain || chain->num_of_certs < 1)
        return {};
    for (const curl_slist* entry = chain->certinfo[0]; entry; entry = entry->next) {
        const QString line = QString::fromUtf8(entry->data);
        if (!line.startsWith("Expire date:"_L1))
            continue;
        const QString date = line.mid(12).replace(u" GMT"_s, QString()).simplified();
        QDateTime end = QLocale::c().toDateTime(date, u"MMM d HH:mm:ss yyyy"_s);
        end.setTimeSpec(Qt::UTC);
        return end.isValid() ? std::optional<EpochMs>(end.toMSecsSinceEpoch()) : std::nullopt;
    }
    return {};
}

bool isTrouble(int code, std::initializer_list<CURLcode> codes)
{
    return std::find(codes.begin(), codes.end(), static_cast<CURLcode>(code)) != codes.end();
}

} // namespace

struct Transfer::Private {
    std::unique_ptr<CURL, EasyCleaner> easy;
    std::unique_ptr<CURLM, MultiCleaner> multi;
    QByteArray body;
    qint64 largest = 0;
    bool tooLarge = false;
    Talk talk;
    TransferStages stages;
    QElapsedTimer timer;
    std::array<char, CURL_ERROR_SIZE> problem{};

    static std::size_t take(char* data, std::size_t size, std::size_t count, void* user)
    {
        auto* mine = static_cast<Private*>(user);
        const auto bytes = static_cast<qsizetype>(size * count);
        // Whoever talks on without end is cut off.
        mine->tooLarge = mine->tooLarge || mine->body.size() + bytes > mine->largest;
        if (mine->tooLarge)
            return 0;
        mine->body.append(data, bytes);
        return size * count;
    }
    static int hear(CURL*, curl_infotype type, char* data, std::size_t size, void* user)
    {
        auto* mine = static_cast<Private*>(user);
        const QByteArrayView bytes(data, static_cast<qsizetype>(size));
        if (type == CURLINFO_TEXT)
            mine->note(QString::fromUtf8(bytes).trimmed());
        else if (mine->talk && (type == CURLINFO_HEADER_IN || type == CURLINFO_HEADER_OUT))
            mine->talk(type == CURLINFO_HEADER_IN, bytes);
        return 0;
    }
    /// When a handshake fails, libcurl tells no time of the connection; its own notes do.
    void note(const QString& line)
    {
        if (line.startsWith("Trying "_L1)) {
            stages.named = true;
            stages.address = line.mid(7).section(u"..."_s, 0, 0);
        }
        if (!stages.connected
            && (line.startsWith("Connected to "_L1) || line.contains("TLS handshake, Client hello"_L1))) {
            stages.named = stages.connected = true;
            stages.tcpMs = timer.elapsed();
        }
        if (line.startsWith("SSL connection using "_L1)) {
            stages.protocol = line.mid(21).section(u' ', 0, 0);
            stages.encrypted = true;
        }
    }

    CURLcode perform(const TaskContext& task, bool& cancelled) const
    {
        curl_multi_add_handle(multi.get(), easy.get());
        int running = 1;
        cancelled = task.isCancelled();
        while (running > 0 && !cancelled) {
            if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
                break;
            if (running > 0)
                curl_multi_poll(multi.get(), nullptr, 0, 50, nullptr);
            cancelled = running > 0 && task.isCancelled();
        }
        CURLcode code = CURLE_ABORTED_BY_CALLBACK;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
            if (message->msg == CURLMSG_DONE)
                code = message->data.result;
        }
        return code;
    }

    void readStages()
    {
        const qint64 named = milliseconds(easy.get(), CURLINFO_NAMELOOKUP_TIME_T);
        const qint64 connected = milliseconds(easy.get(), CURLINFO_CONNECT_TIME_T);
        const qint64 encrypted = milliseconds(easy.get(), CURLINFO_APPCONNECT_TIME_T);
        curl_off_t precise = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_CONNECT_TIME_T, &precise);
        stages.nameMs = named;
        if (precise > 0) {
            stages.named = stages.connected = true;
            stages.tcpMs = std::max<qint64>(0, connected - named);
        } else {
            stages.tcpMs = std::max<qint64>(0, stages.tcpMs - named);
        }
        stages.tlsMs = std::max<qint64>(0, encrypted - connected);
        stages.totalMs = milliseconds(easy.get(), CURLINFO_TOTAL_TIME_T);
        if (const QString address = text(easy.get(), CURLINFO_PRIMARY_IP); !address.isEmpty())
            stages.address = address;
        stages.certificateEnd = certificateEnd(easy.get());
    }
};

Transfer::Transfer()
    : d(std::make_unique<Private>())
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK)
        return;
    d->easy.reset(curl_easy_init());
    d->multi.reset(curl_multi_init());
}

Transfer::~Transfer() = default;

bool Transfer::usable() const
{
    return d->easy && d->multi;
}

void* Transfer::handle() const
{
    return d->easy.get();
}

void Transfer::listen(Talk talk)
{
    d->talk = std::move(talk);
}

void Transfer::begin(const QString& url, const char* protocols, const HttpLimits& limits)
{
    CURL* easy = d->easy.get();
    curl_easy_reset(easy);
    d->body.clear();
    d->largest = limits.largest;
    d->tooLarge = false;
    d->talk = {};
    d->stages = {};
    d->problem = {};
    curl_easy_setopt(easy, CURLOPT_URL, url.toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
#if LIBCURL_VERSION_NUM >= 0x075700
    // A cancelled look-up of a name is not waited for.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.largest));
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, d->problem.data());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Private::take);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, d.get());
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &Private::hear);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, d.get());
    curl_easy_setopt(easy, CURLOPT_CERTINFO, 1L);
    if (!limits.ca.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, limits.ca.toLocal8Bit().constData());
        // Else libcurl trusts the system's folder of authorities besides.
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    }
}

Transfer::Outcome Transfer::run(const TaskContext& task)
{
    CURL* easy = d->easy.get();
    Outcome outcome;
    d->timer.start();
    outcome.code = d->perform(task, outcome.cancelled);
    d->readStages();
    outcome.tooLarge = d->tooLarge || outcome.code == CURLE_FILESIZE_EXCEEDED;
    outcome.asked = number(easy, CURLINFO_REQUEST_SIZE) > 0;
    outcome.refused = outcome.code == CURLE_COULDNT_CONNECT && number(easy, CURLINFO_OS_ERRNO) == ECONNREFUSED;
    outcome.reason =
        redacted(d->problem[0] != '\0' ? QString::fromUtf8(d->problem.data())
                                       : QString::fromUtf8(curl_easy_strerror(static_cast<CURLcode>(outcome.code))));
    outcome.response = number(easy, CURLINFO_RESPONSE_CODE);
    outcome.location = text(easy, CURLINFO_REDIRECT_URL);
    outcome.body = std::move(d->body);
    outcome.stages = d->stages;
    d->body = {};
    curl_multi_remove_handle(d->multi.get(), easy);
    return outcome;
}

std::optional<Error> Transfer::error(const Outcome& outcome, const QString& host, const HttpLimits& limits)
{
    const auto made = [&](ErrorCode code) { return Error{code, host, outcome.reason, Next::Retry}; };
    if (outcome.cancelled)
        return Error{errors::cancelled, {}, {}, outcome.asked ? Next::InDoubt : Next::Retry};
    if (outcome.tooLarge)
        return Error{errors::httpTooLarge, host, QString::number(limits.largest), Next::InDoubt};
    if (outcome.code == CURLE_OK)
        return {};
    if (isTrouble(outcome.code, {CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL}))
        return Error{errors::httpAddress, host, outcome.reason, Next::Abort};
    if (isTrouble(outcome.code, {CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY}))
        return made(errors::httpName);
    if (isTrouble(outcome.code, {CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE}))
        return Error{errors::httpAuthorities, limits.ca.isEmpty() ? host : limits.ca, outcome.reason, Next::Abort};
    if (outcome.code == CURLE_PEER_FAILED_VERIFICATION)
        return made(errors::httpCertificate);
    if (outcome.refused)
        return made(errors::httpRefused);
    if (outcome.asked)
        return Error{errors::httpNoAnswer, host, outcome.reason, Next::InDoubt};
    if (!outcome.stages.named)
        return made(outcome.code == CURLE_OPERATION_TIMEDOUT ? errors::httpName : errors::httpUnreachable);
    return made(outcome.stages.connected ? errors::httpTls : errors::httpUnreachable);
}

} // namespace nc
