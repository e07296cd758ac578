#include "channels/dnslookup.h"

#include "channels/errors.h"

#include <algorithm>
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <array>
#include <mutex>
#include <netdb.h>
#include <resolv.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Job {
    std::mutex mutex;
    bool done = false;
    int code = 0;
    DnsAnswer answer;
};

QStringList addressesOf(const QByteArray& host, int* code)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    *code = ::getaddrinfo(host.constData(), nullptr, &hints, &found);
    QStringList out;
    for (const addrinfo* entry = *code == 0 ? found : nullptr; entry; entry = entry->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(entry->ai_addr, entry->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0)
            out += QString::fromLatin1(text.data());
    }
    if (*code == 0)
        ::freeaddrinfo(found);
    out.removeDuplicates();
    return out;
}

QStringList mailServersOf(const QByteArray& domain)
{
    struct __res_state state { };
    if (domain.isEmpty() || ::res_ninit(&state) != 0)
        return {};
    state.retrans = 2;
    state.retry = 1;
    std::array<unsigned char, 4096> buffer{};
    const int size = ::res_nquery(&state, domain.constData(), ns_c_in, ns_t_mx, buffer.data(), int(buffer.size()));
    ::res_nclose(&state);
    ns_msg message;
    if (size <= 0 || ::ns_initparse(buffer.data(), std::min(size, int(buffer.size())), &message) != 0)
        return {};
    std::vector<std::pair<int, QString>> servers;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr record;
        if (::ns_parserr(&message, ns_s_an, i, &record) != 0 || ns_rr_type(record) != ns_t_mx
            || ns_rr_rdlen(record) < 3)
            continue;
        std::array<char, NS_MAXDNAME> name{};
        if (::ns_name_uncompress(
                ns_msg_base(message), ns_msg_end(message), ns_rr_rdata(record) + 2, name.data(), name.size())
            >= 0)
            servers.emplace_back(ns_get16(ns_rr_rdata(record)), QString::fromLatin1(name.data()));
    }
    std::sort(servers.begin(), servers.end());
    QStringList out;
    for (const auto& [preference, name] : servers)
        out += name;
    return out;
}

} // namespace

Result<DnsAnswer> lookUp(
    const QString& host, const QString& mailDomain, const QDeadlineTimer& until, const TaskContext& task)
{
    // The resolver cannot be interrupted: it works on its own and we wait as long as we like.
    auto job = std::make_shared<Job>();
    std::thread([job, host = host.toLatin1(), domain = mailDomain.toLatin1()] {
        int code = 0;
        DnsAnswer answer{addressesOf(host, &code), mailServersOf(domain)};
        const std::lock_guard lock(job->mutex);
        job->answer = std::move(answer);
        job->code = code;
        job->done = true;
    }).detach();
    while (!until.hasExpired()) {
        {
            const std::lock_guard lock(job->mutex);
            if (job->done && job->code != 0)
                return fail(errors::testDns, host, QString::fromLocal8Bit(::gai_strerror(job->code)), Next::Retry);
            if (job->done)
                return job->answer;
        }
        if (task.cancel.waitFor(std::chrono::milliseconds(10)))
            return TaskContext::cancelled();
    }
    return fail(errors::testTimeout, host, {}, Next::Retry);
}

} // namespace nc
