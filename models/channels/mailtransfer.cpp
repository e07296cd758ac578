#include "channels/mailtransfer.h"

#include "channels/netnames.h"
#include "http/httpurl.h"

#include <QHostAddress>
#include <QUdpSocket>
#include <QUrl>

#include <array>
#include <cstring>
#include <curl/curl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct ListCleaner {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Letter {
    const QByteArray& bytes;
    qsizetype sent = 0;
};

std::size_t give(char* data, std::size_t size, std::size_t count, void* user)
{
    auto* letter = static_cast<Letter*>(user);
    const qsizetype bytes = std::min(static_cast<qsizetype>(size * count), letter->bytes.size() - letter->sent);
    std::memcpy(data, letter->bytes.constData() + letter->sent, static_cast<std::size_t>(bytes));
    letter->sent += bytes;
    return static_cast<std::size_t>(bytes);
}

} // namespace

const QStringList& passwordMechanisms()
{
    static const QStringList known{u"PLAIN"_s, u"LOGIN"_s, u"CRAM-MD5"_s, u"DIGEST-MD5"_s};
    return known;
}

QString ehloName(const QString& peer)
{
    std::array<char, 256> name{};
    const QString own = ::gethostname(name.data(), name.size() - 1) == 0 ? QString::fromLocal8Bit(name.data()) : u""_s;
    if (own.contains(u'.') && netnames::isHost(own))
        return netnames::ascii(own);
    // No packet leaves: the system only says by which address it would go there.
    QUdpSocket socket;
    socket.connectToHost(QHostAddress(peer), 25);
    QHostAddress address = socket.waitForConnected(100) ? socket.localAddress() : QHostAddress(QHostAddress::LocalHost);
    address.setScopeId({});
    return address.protocol() == QAbstractSocket::IPv6Protocol ? u"[IPv6:%1]"_s.arg(address.toString())
                                                               : u"[%1]"_s.arg(address.toString());
}

Result<MailAnswer> sendMail(const MailRequest& request, const TaskContext& task)
{
    Transfer transfer;
    if (!transfer.usable())
        return fail(errors::internal, u"libcurl"_s);
    const QString url = u"%1://%2:%3/%4"_s.arg(request.tls ? u"smtps"_s : u"smtp"_s, httpurl::bracketed(request.host))
                            .arg(request.port)
                            .arg(QString::fromLatin1(QUrl::toPercentEncoding(request.ownName)));
    transfer.begin(url, "smtp,smtps", request.limits);
    MailAnswer answer;
    transfer.listen([&](bool fromServer, QByteArrayView text) { answer.talk.hear(fromServer, text); });
    auto* easy = static_cast<CURL*>(transfer.handle());
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    if (!request.tls)
        curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!request.password.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_USERNAME, request.user.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, request.password.toUtf8().constData());
        // Else libcurl tries the password where none is taken, and calls that a refusal.
        curl_easy_setopt(
            easy, CURLOPT_LOGIN_OPTIONS, (u"AUTH="_s + passwordMechanisms().join(u";AUTH="_s)).toLatin1().constData());
    }
    std::unique_ptr<curl_slist, ListCleaner> recipients;
    Letter letter{request.letter};
    if (!request.to.isEmpty()) {
        recipients.reset(curl_slist_append(nullptr, request.to.toUtf8().constData()));
        curl_easy_setopt(easy, CURLOPT_MAIL_FROM, request.from.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, recipients.get());
        curl_easy_setopt(easy, CURLOPT_READFUNCTION, &give);
        curl_easy_setopt(easy, CURLOPT_READDATA, &letter);
        curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    } else {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "NOOP");
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    }
    answer.outcome = transfer.run(task);
    transfer.listen({});
    if (answer.outcome.cancelled)
        return TaskContext::cancelled();
    return answer;
}

} // namespace nc
