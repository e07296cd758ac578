#include "channels/mailtest.h"

#include "channels/curltransfer.h"
#include "channels/dnslookup.h"
#include "channels/errors.h"
#include "channels/netnames.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QLocale>
#include <QRegularExpression>
#include <QUuid>

#include <curl/curl.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString asciiAddress(const QString& address)
{
    return address.left(address.lastIndexOf(u'@') + 1) + netnames::ascii(netnames::domainOf(address));
}

class Test {
public:
    Test(const MailTarget& target, const TaskContext& task, const StageListener& listener)
        : m_target(target)
        , m_task(task)
        , m_listener(listener)
    {
    }

    Result<QList<TestStage>> run()
    {
        if (const auto found = dns(); !found)
            return fail(found.error());
        const bool reached = m_stages.last().ok;
        CurlAnswer answer;
        if (reached) {
            const auto got = transfer(request(false), m_task);
            if (!got)
                return fail(got.error());
            answer = *got;
        }
        connection(reached, answer);
        if (!m_target.to.isEmpty()) {
            if (answer.code != CURLE_OK || !reached) {
                skip(u"letter"_s, u"not-reached"_s);
            } else {
                const auto sent = transfer(request(true), m_task);
                if (!sent)
                    return fail(sent.error());
                letter(*sent);
            }
        }
        return m_stages;
    }

private:
    void add(TestStage stage)
    {
        m_stages.append(stage);
        if (m_listener)
            m_listener(m_stages.last());
    }
    void pass(const QString& name, qint64 ms, const QString& detail) { add({name, true, false, ms, detail, {}}); }
    void skip(const QString& name, const QString& why) { add({name, false, true, 0, why, {}}); }
    void stop(const QString& name, qint64 ms, ErrorCode code, const QString& subject, const QString& detail)
    {
        add({name, false, false, ms, {}, Error{code, subject, detail, Next::Retry}});
    }

    Result<void> dns()
    {
        QElapsedTimer timer;
        timer.start();
        const QString host = netnames::ascii(m_target.host);
        const auto found = lookUp(host, netnames::ascii(netnames::domainOf(m_target.address)), m_task);
        if (!found && found.error().is(errors::cancelled))
            return fail(found.error());
        if (!found) {
            add({u"dns"_s, false, false, timer.elapsed(), {}, found.error()});
            return {};
        }
        QString facts = found->addresses.mid(0, 4).join(u", "_s);
        if (!found->mailServers.isEmpty())
            facts += u"; MX "_s + found->mailServers.mid(0, 3).join(u", "_s);
        pass(u"dns"_s, timer.elapsed(), facts);
        return {};
    }

    CurlRequest request(bool withLetter) const
    {
        const MailEncryption encryption = m_target.encryption.value_or(mailEncryption(m_target.port));
        CurlRequest request;
        request.url =
            u"%1://%2:%3/notification-console"_s
                .arg(encryption == MailEncryption::Tls ? u"smtps"_s : u"smtp"_s, netnames::ascii(m_target.host))
                .arg(m_target.port);
        request.startTls = encryption != MailEncryption::Tls;
        request.username = m_target.address;
        request.password = m_target.password;
        request.caFile = m_target.caFile;
        request.timeoutMs = m_target.timeoutMs;
        if (withLetter) {
            request.mailFrom = u'<' + asciiAddress(m_target.address) + u'>';
            request.mailTo = u'<' + asciiAddress(m_target.to) + u'>';
            request.letter = testLetter(m_target.address, m_target.to, m_target.letter);
        }
        return request;
    }

    QString server() const { return u"%1:%2"_s.arg(m_target.host).arg(m_target.port); }

    void connection(bool reached, const CurlAnswer& answer)
    {
        const QStringList names{u"tcp"_s, u"tls"_s, u"ehlo"_s, u"auth"_s};
        qsizetype next = 0;
        const auto rest = [&] {
            for (; next < names.size(); ++next)
                skip(names[next], u"not-reached"_s);
        };
        if (!reached)
            return rest();
        const bool late = answer.code == CURLE_OPERATION_TIMEDOUT;
        if (!answer.connected) {
            stop(names[next++], answer.totalMs, late ? errors::testTimeout : errors::testConnect, server(),
                answer.reason);
            return rest();
        }
        pass(names[next++], answer.tcpMs, server());
        if (!answer.encrypted) {
            tlsFailure(answer, late);
            ++next;
            return rest();
        }
        const bool badCertificate = answer.code == CURLE_PEER_FAILED_VERIFICATION;
        if (badCertificate) {
            stop(names[next++], answer.tlsMs, errors::testCertificate, server(), answer.reason);
            return rest();
        }
        add({names[next++], true, false, answer.tlsMs, answer.protocol, {}, certificateEnd(answer)});
        const bool greeted = std::any_of(answer.replies.cbegin(), answer.replies.cend(),
            [](const QString& line) { return line.startsWith(u"250"); });
        if (!greeted) {
            stop(names[next++], answer.totalMs, late ? errors::testTimeout : errors::testGreeting, server(),
                lastReply(answer));
            return rest();
        }
        pass(names[next++], answer.totalMs - answer.tcpMs - answer.tlsMs, extensions(answer));
        if (m_target.password.isEmpty())
            return skip(names[next], u"no-password"_s);
        if (answer.authenticated)
            return pass(names[next], answer.totalMs - answer.tcpMs - answer.tlsMs, m_target.address);
        const ErrorCode code = late             ? errors::testTimeout
            : answer.code == CURLE_LOGIN_DENIED ? errors::testAuth
                                                : errors::testGreeting;
        stop(names[next], answer.totalMs, code, m_target.address, lastReply(answer));
    }

    void tlsFailure(const CurlAnswer& answer, bool late)
    {
        const QString said = lastReply(answer);
        if (answer.code == CURLE_PEER_FAILED_VERIFICATION)
            return stop(u"tls"_s, answer.tlsMs, errors::testCertificate, server(), answer.reason);
        if (late)
            return stop(u"tls"_s, answer.totalMs, errors::testTimeout, server(), said);
        if (answer.code == CURLE_USE_SSL_FAILED)
            return stop(u"tls"_s, answer.totalMs, errors::testNoStartTls, server(), said);
        if (answer.code == CURLE_WEIRD_SERVER_REPLY || answer.code == CURLE_RECV_ERROR
            || answer.code == CURLE_GOT_NOTHING)
            return stop(
                u"tls"_s, answer.totalMs, errors::testGreeting, server(), said.isEmpty() ? answer.reason : said);
        stop(u"tls"_s, answer.totalMs, errors::testTls, server(), answer.reason);
    }

    /// What the server said last, refusals before its good-bye.
    static QString lastReply(const CurlAnswer& answer)
    {
        for (qsizetype i = answer.replies.size(); i-- > 0;) {
            if (answer.replies[i].startsWith(u'4') || answer.replies[i].startsWith(u'5'))
                return answer.replies[i];
        }
        return answer.replies.isEmpty() ? answer.reason : answer.replies.last();
    }

    static std::optional<EpochMs> certificateEnd(const CurlAnswer& answer)
    {
        const QString text = QString(answer.certificateEnd).replace(u" GMT"_s, QString()).simplified();
        QDateTime end = QLocale::c().toDateTime(text, u"MMM d HH:mm:ss yyyy"_s);
        end.setTimeSpec(Qt::UTC);
        return end.isValid() ? std::optional<EpochMs>(end.toMSecsSinceEpoch()) : std::nullopt;
    }

    static QString extensions(const CurlAnswer& answer)
    {
        QStringList names;
        for (const QString& line : answer.replies) {
            if ((line.startsWith(u"250-") || line.startsWith(u"250 ")) && !names.contains(line.mid(4)))
                names += line.mid(4);
        }
        return names.mid(1, 8).join(u", "_s).left(200);
    }

    void letter(const CurlAnswer& answer)
    {
        if (answer.code == CURLE_OK)
            return pass(u"letter"_s, answer.totalMs, m_target.to);
        // The reply to RCPT is the last one before the connection is closed.
        const bool recipient = answer.response >= 500 && answer.reason.contains("RCPT"_L1);
        stop(u"letter"_s, answer.totalMs,
            recipient                                     ? errors::testRecipient
                : answer.code == CURLE_OPERATION_TIMEDOUT ? errors::testTimeout
                                                          : errors::testLetter,
            m_target.to, lastReply(answer));
    }

    const MailTarget& m_target;
    const TaskContext& m_task;
    const StageListener& m_listener;
    QList<TestStage> m_stages;
};

/// RFC 2047: pieces of at most 75 characters, none of them cut inside a character.
QByteArray encodedWords(const QString& text)
{
    QByteArrayList words;
    QByteArray piece;
    const auto flush = [&] {
        if (!piece.isEmpty())
            words += "=?UTF-8?B?" + piece.toBase64() + "?=";
        piece.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (piece.size() + bytes.size() > 45)
            flush();
        piece += bytes;
    }
    flush();
    return words.join("\r\n ");
}

QString bodyText(const TestLetterText& wanted)
{
    const QString ukrainian = u"Це тестовий лист консолі сповіщень реєстру. Відповідати на нього не потрібно."_s;
    const QString english = u"This is a test letter of the Registry Notification Console. No answer is needed."_s;
    if (!wanted.isHtml)
        return ukrainian + u"\r\n\r\n"_s + english + u"\r\n"_s
            + (wanted.text.isEmpty() ? QString() : u"\r\n----\r\n\r\n"_s + wanted.text);
    const QString mark = u"<p style=\"margin:0 0 1em;padding:.5em;border:1px solid #999;color:#333;background:#eee\">"
                         u"%1<br/>%2</p>"_s.arg(ukrainian, english);
    // Behind <body …>, so that it stands in what is shown.
    static const QRegularExpression body(u"<body(\\s[^>]*)?>"_s, QRegularExpression::CaseInsensitiveOption);
    const auto found = body.match(wanted.text);
    return QString(wanted.text).insert(found.hasMatch() ? found.capturedEnd() : 0, mark);
}

} // namespace

QByteArray testLetter(const QString& from, const QString& to, const TestLetterText& wanted)
{
    const QString subject =
        wanted.text.isEmpty() ? u"Тестовий лист · Test letter"_s : u"[Тест · Test] "_s + wanted.subject.simplified();
    const QString text = bodyText(wanted);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QByteArray letter;
    letter += "Date: " + QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000\r\n";
    letter += "From: <" + asciiAddress(from).toUtf8() + ">\r\nTo: <" + asciiAddress(to).toUtf8() + ">\r\n";
    letter += "Message-ID: <" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + '@'
        + netnames::ascii(netnames::domainOf(from)).toLatin1() + ">\r\n";
    letter += "Subject: " + encodedWords(subject) + "\r\n";
    letter += "X-Notification-Console: test\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
    letter += "Content-Type: text/" + QByteArray(wanted.isHtml ? "html" : "plain")
        + "; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const QByteArray body = text.toUtf8().toBase64();
    for (qsizetype i = 0; i < body.size(); i += 76)
        letter += body.mid(i, 76) + "\r\n";
    return letter;
}

Result<QList<TestStage>> testMail(const MailTarget& target, const TaskContext& task, const StageListener& listener)
{
    return Test(target, task, listener).run();
}

} // namespace nc
