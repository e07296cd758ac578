#include "channels/diiatest.h"

#include "channels/curltransfer.h"
#include "channels/dnslookup.h"
#include "channels/errors.h"
#include "channels/netnames.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <curl/curl.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// A token that is a JWT says itself when it ends.
std::optional<EpochMs> endOf(const QString& token)
{
    const QByteArray claims =
        QByteArray::fromBase64(token.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding);
    const qint64 end = QJsonDocument::fromJson(claims).object().value("exp"_L1).toInteger();
    return end > 0 ? std::optional<EpochMs>(end * 1000) : std::nullopt;
}

} // namespace

Result<QList<TestStage>> testDiia(const DiiaTarget& target, const TaskContext& task, const StageListener& listener)
{
    QList<TestStage> stages;
    const auto add = [&](const TestStage& stage) {
        stages.append(stage);
        if (listener)
            listener(stage);
    };
    const auto skip = [&](const char16_t* name, const char16_t* why) {
        add({QString::fromUtf16(name), false, true, 0, QString::fromUtf16(why), {}});
    };
    const auto stop = [&](const char16_t* name, qint64 ms, ErrorCode code, const QString& detail) {
        add({QString::fromUtf16(name), false, false, ms, {},
            Error{code, QUrl(target.url).host(), detail, Next::Retry}});
    };
    QElapsedTimer timer;
    timer.start();
    const QUrl url(target.url);
    const bool https = url.scheme() == u"https";
    const auto found = lookUp(netnames::ascii(url.host()), {}, task);
    if (!found && found.error().is(errors::cancelled))
        return fail(found.error());
    if (!found) {
        add({u"dns"_s, false, false, timer.elapsed(), {}, found.error()});
        for (const char16_t* name : {u"tcp", u"tls", u"token"})
            skip(name, u"not-reached");
        return stages;
    }
    add({u"dns"_s, true, false, timer.elapsed(), found->addresses.mid(0, 4).join(u", "_s), {}});

    CurlRequest request;
    QString base = QString::fromUtf8(url.toEncoded());
    while (base.endsWith(u'/'))
        base.chop(1);
    // Without a token the address is only knocked at.
    request.url = target.token.isEmpty()
        ? base + u'/'
        : base + u"/api/v1/auth/partner/"_s + QString::fromLatin1(QUrl::toPercentEncoding(target.token));
    request.caFile = target.caFile;
    request.timeoutMs = target.timeoutMs;
    const auto answer = transfer(request, task);
    if (!answer)
        return fail(answer.error());
    const bool late = answer->code == CURLE_OPERATION_TIMEDOUT;
    if (!answer->connected) {
        stop(u"tcp", answer->totalMs, late ? errors::testTimeout : errors::testConnect, answer->reason);
        skip(u"tls", u"not-reached");
        skip(u"token", u"not-reached");
        return stages;
    }
    add({u"tcp"_s, true, false, answer->tcpMs, {}, {}});
    if (!https) {
        skip(u"tls", u"not-https");
    } else if (!answer->encrypted || answer->code == CURLE_PEER_FAILED_VERIFICATION) {
        stop(u"tls", answer->totalMs,
            answer->code == CURLE_PEER_FAILED_VERIFICATION ? errors::testCertificate
                : late                                     ? errors::testTimeout
                                                           : errors::testTls,
            answer->reason);
        skip(u"token", u"not-reached");
        return stages;
    } else {
        add({u"tls"_s, true, false, answer->tlsMs, answer->protocol, {}});
    }
    if (target.token.isEmpty()) {
        skip(u"token", u"no-token");
        return stages;
    }
    if (answer->code != CURLE_OK) {
        stop(u"token", answer->totalMs, late ? errors::testTimeout : errors::testDiiaAnswer, answer->reason);
        return stages;
    }
    const QString token = QJsonDocument::fromJson(answer->body).object().value("token"_L1).toString();
    if (answer->response == 401 || answer->response == 403 || answer->response == 404)
        stop(u"token", answer->totalMs, errors::testDiiaToken, QString::number(answer->response));
    else if (answer->response != 200 || token.isEmpty())
        stop(u"token", answer->totalMs, errors::testDiiaAnswer, u"HTTP %1"_s.arg(answer->response));
    else
        add({u"token"_s, true, false, answer->totalMs, {}, {}, endOf(token)});
    return stages;
}

} // namespace nc
