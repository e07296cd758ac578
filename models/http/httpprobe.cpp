#include "http/httpprobe.h"

#include "core/errors.h"
#include "http/errors.h"
#include "http/httpclient.h"
#include "http/httpurl.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// The stage that an error belongs to.
QString stageOf(const Error& error, const TransferStages& seen)
{
    if (error.is(errors::httpName) || error.is(errors::httpAddress))
        return u"dns"_s;
    if (error.is(errors::httpTls) || error.is(errors::httpCertificate) || error.is(errors::httpAuthorities))
        return u"tls"_s;
    if (error.is(errors::httpRefused) || error.is(errors::httpUnreachable))
        return seen.connected ? u"answer"_s : u"tcp"_s;
    return u"answer"_s;
}

} // namespace

Result<HttpProbe> probeServer(const QString& url, const HttpLimits& limits, const TaskContext& task)
{
    HttpRequest request;
    request.url = httpurl::shown(url) + u'/';
    HttpClient client(limits);
    const auto [answer, seen] = client.exchange(request, task);
    if (!answer && answer.error().is(errors::cancelled))
        return fail(answer.error());
    // A large page is an answer too.
    const bool failed = !answer && !answer.error().is(errors::httpTooLarge);
    const QString broken = failed ? stageOf(answer.error(), seen) : QString();
    const bool https = QUrl(url).scheme() == u"https";
    HttpProbe probe;
    probe.answers = !failed;
    const auto add = [&](TestStage stage) { probe.stages.append(std::move(stage)); };
    for (const auto& [name, ms, detail] : {std::tuple(u"dns"_s, seen.nameMs, seen.address),
             std::tuple(u"tcp"_s, seen.tcpMs, httpurl::host(url)), std::tuple(u"tls"_s, seen.tlsMs, seen.protocol)}) {
        if (probe.stages.value(probe.stages.size() - 1).error || probe.stages.value(probe.stages.size() - 1).skipped)
            add({name, false, true, 0, u"not-reached"_s, {}});
        else if (broken == name)
            add({name, false, false, seen.totalMs, {}, answer.error()});
        else if (name == u"tls" && !https)
            add({name, false, true, 0, u"not-https"_s, {}});
        else
            add({name, true, false, ms, detail, {}, name == u"tls" ? seen.certificateEnd : std::nullopt});
    }
    if (broken == u"answer")
        add({broken, false, false, seen.totalMs, {}, answer.error()});
    return probe;
}

} // namespace nc
