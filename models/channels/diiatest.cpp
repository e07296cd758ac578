#include "channels/diiatest.h"

#include "channels/errors.h"
#include "http/httpclient.h"
#include "http/httpprobe.h"
#include "http/httpurl.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

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

TestStage tokenStage(const DiiaTarget& target, const HttpResponse& answer, qint64 ms)
{
    const auto wrong = [&](ErrorCode code, const QString& detail) {
        return TestStage{u"token"_s, false, false, ms, {}, Error{code, QUrl(target.url).host(), detail, Next::Retry}};
    };
    const QString token = QJsonDocument::fromJson(answer.body).object().value("token"_L1).toString();
    if (answer.status == 401 || answer.status == 403 || answer.status == 404)
        return wrong(errors::testDiiaToken, QString::number(answer.status));
    if (answer.status != 200 || token.isEmpty())
        return wrong(errors::testDiiaAnswer, u"HTTP %1"_s.arg(answer.status));
    return {u"token"_s, true, false, ms, {}, {}, endOf(token)};
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
    const QDeadlineTimer deadline(target.timeoutMs);
    const auto limits = [&] {
        return HttpLimits::within(
            std::chrono::milliseconds(std::max<qint64>(1, deadline.remainingTime())), target.caFile);
    };
    const auto probe = probeServer(target.url, limits(), task);
    if (!probe)
        return fail(probe.error());
    for (const TestStage& stage : probe->stages) {
        // Without an answer at all the last stage is the one that would have shown it.
        TestStage shown = stage;
        if (shown.name == u"answer")
            shown.name = u"token"_s;
        add(shown);
    }
    if (!probe->answers && stages.last().name != u"token")
        add({u"token"_s, false, true, 0, u"not-reached"_s, {}});
    if (!probe->answers)
        return stages;
    if (target.token.isEmpty()) {
        add({u"token"_s, false, true, 0, u"no-token"_s, {}});
        return stages;
    }
    HttpRequest request;
    request.url = httpurl::below(
        target.url, u"api/v1/auth/partner/"_s + QString::fromLatin1(QUrl::toPercentEncoding(target.token)));
    QElapsedTimer timer;
    timer.start();
    const auto answer = HttpClient(limits()).send(request, task);
    if (!answer && answer.error().is(errors::cancelled))
        return fail(answer.error());
    add(answer ? tokenStage(target, *answer, timer.elapsed())
               : TestStage{u"token"_s, false, false, timer.elapsed(), {}, answer.error()});
    return stages;
}

} // namespace nc
