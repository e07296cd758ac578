#include "channels/mailtest.h"

#include "channels/dnslookup.h"
#include "channels/errors.h"
#include "channels/mailtransfer.h"
#include "channels/netnames.h"
#include "http/httpurl.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>
#include <curl/curl.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Replies that are about the password itself (RFC 4954, 6): 535, 534, and what says so in its second code.
bool isAboutPassword(const SmtpTalk::Reply& reply)
{
    static const QRegularExpression enhanced(u"^5\\.7\\.[89]\\b"_s);
    return reply.code == 535 || reply.code == 534 || enhanced.match(reply.lines.value(0)).hasMatch();
}

class Test {
public:
    Test(const MailTarget& target, const TaskContext& task, const StageListener& listener)
        : m_target(target)
        , m_task(task)
        , m_listener(listener)
        , m_deadline(target.timeoutMs)
    {
    }

    Result<QList<TestStage>> run()
    {
        if (const auto found = dns(); !found)
            return fail(found.error());
        const bool reached = m_stages.last().ok;
        MailAnswer answer;
        if (reached) {
            auto got = sendMail(request(), m_task);
            if (!got)
                return fail(got.error());
            answer = std::move(*got);
        }
        connection(reached, answer);
        if (m_target.to.isEmpty())
            return m_stages;
        if (!reached || m_stages.last().error || answer.outcome.code != CURLE_OK) {
            skip(u"letter"_s, u"not-reached"_s);
            return m_stages;
        }
        m_deadline = QDeadlineTimer(m_target.timeoutMs);
        const auto sent = sendMail(withLetter(request()), m_task);
        if (!sent)
            return fail(sent.error());
        letter(*sent);
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
        const auto found = lookUp(host, netnames::ascii(netnames::domainOf(m_target.address)), m_deadline, m_task);
        if (!found && found.error().is(errors::cancelled))
            return fail(found.error());
        if (!found) {
            add({u"dns"_s, false, false, timer.elapsed(), {}, found.error()});
            return {};
        }
        m_ownName = ehloName(found->addresses.value(0));
        QString facts = found->addresses.mid(0, 4).join(u", "_s);
        if (!found->mailServers.isEmpty())
            facts += u"; MX "_s + found->mailServers.mid(0, 3).join(u", "_s);
        pass(u"dns"_s, timer.elapsed(), facts);
        return {};
    }

    MailRequest request() const
    {
        MailRequest request;
        request.host = netnames::ascii(m_target.host);
        request.port = m_target.port;
        request.tls = m_target.encryption.value_or(mailEncryption(m_target.port)) == MailEncryption::Tls;
        request.ownName = m_ownName;
        request.user = m_target.address;
        request.password = m_target.password;
        request.limits = HttpLimits::within(
            std::chrono::milliseconds(std::max<qint64>(1, m_deadline.remainingTime())), m_target.caFile);
        return request;
    }
    MailRequest withLetter(MailRequest request) const
    {
        request.from = u'<' + netnames::asciiAddress(m_target.address) + u'>';
        request.to = u'<' + netnames::asciiAddress(m_target.to) + u'>';
        request.letter = testLetter(m_target.address, m_target.to, m_target.letter);
        return request;
    }

    QString server() const { return httpurl::bracketed(m_target.host) + u':' + QString::number(m_target.port); }

    void connection(bool reached, const MailAnswer& answer)
    {
        const QStringList names{u"tcp"_s, u"tls"_s, u"ehlo"_s, u"auth"_s};
        qsizetype next = 0;
        const auto rest = [&] {
            for (; next < names.size(); ++next)
                skip(names[next], u"not-reached"_s);
        };
        if (!reached)
            return rest();
        const Transfer::Outcome& outcome = answer.outcome;
        const TransferStages& seen = outcome.stages;
        if (!seen.connected) {
            stop(names[next++], seen.totalMs, isLate(answer) ? errors::testTimeout : errors::testConnect, server(),
                outcome.reason);
            return rest();
        }
        pass(names[next++], seen.tcpMs, server());
        const bool untrusted =
            outcome.code == CURLE_PEER_FAILED_VERIFICATION || outcome.code == CURLE_SSL_CACERT_BADFILE;
        if (!seen.encrypted || untrusted) {
            stop(names[next++], untrusted ? seen.tlsMs : seen.totalMs,
                untrusted ? errors::testCertificate : notEncrypted(answer), server(),
                untrusted ? outcome.reason : wordsOf(answer));
            return rest();
        }
        add({names[next++], true, false, seen.tlsMs, seen.protocol, {}, seen.certificateEnd});
        const qint64 talked = std::max<qint64>(0, seen.totalMs - seen.tcpMs - seen.tlsMs);
        if (!answer.talk.hello()) {
            stop(names[next++], seen.totalMs, notGreeted(answer), server(), wordsOf(answer));
            return rest();
        }
        pass(names[next++], talked, answer.talk.capabilities().mid(0, 8).join(u", "_s).left(200));
        if (m_target.password.isEmpty())
            return skip(names[next], u"no-password"_s);
        const auto reply = answer.talk.replyTo(u"AUTH"_s);
        if (reply && reply->code == 235)
            return pass(names[next], talked, m_target.address);
        signInFailure(answer, talked);
    }

    static bool isLate(const MailAnswer& answer) { return answer.outcome.code == CURLE_OPERATION_TIMEDOUT; }

    /// What the server refused with, all its lines; else its last words, else libcurl's.
    static QString wordsOf(const MailAnswer& answer)
    {
        if (const auto refusal = answer.talk.refusal())
            return refusal->text();
        return answer.talk.isEmpty() ? answer.outcome.reason : answer.talk.lastWords();
    }

    /// Why no encryption came about, on a connection that stands.
    static ErrorCode notEncrypted(const MailAnswer& answer)
    {
        const auto refusal = answer.talk.refusal();
        if (refusal && refusal->isTemporary())
            return errors::testTemporary;
        if (refusal)
            return refusal->command == u"STARTTLS" ? errors::testNoStartTls : errors::testRefused;
        if (isLate(answer))
            return errors::testTimeout;
        if (answer.outcome.code == CURLE_USE_SSL_FAILED)
            // libcurl knows the word in capitals alone; others, the platform's too, take any.
            return answer.talk.offers(u"STARTTLS"_s) ? errors::testOddSpelling : errors::testNoStartTls;
        const bool strange = answer.outcome.code == CURLE_WEIRD_SERVER_REPLY || answer.outcome.code == CURLE_RECV_ERROR
            || answer.outcome.code == CURLE_GOT_NOTHING;
        return strange ? errors::testGreeting : errors::testTls;
    }

    static ErrorCode notGreeted(const MailAnswer& answer)
    {
        const auto refusal = answer.talk.refusal();
        if (refusal)
            return refusal->isTemporary() ? errors::testTemporary : errors::testRefused;
        return isLate(answer) ? errors::testTimeout : errors::testGreeting;
    }

    /// Reply code and capabilities decide, not libcurl's code: it calls a sign-in denied that it never tried.
    void signInFailure(const MailAnswer& answer, qint64 ms)
    {
        const SmtpTalk& talk = answer.talk;
        const auto refusal = talk.refusal();
        const QStringList offered = talk.mechanisms();
        const bool usable = std::any_of(
            offered.cbegin(), offered.cend(), [](const QString& name) { return passwordMechanisms().contains(name); });
        if (refusal && refusal->isTemporary())
            return stop(u"auth"_s, ms, errors::testTemporary, server(), refusal->text());
        if (refusal && isAboutPassword(*refusal))
            return stop(u"auth"_s, ms, errors::testAuth, m_target.address, refusal->text());
        if (refusal)
            return stop(u"auth"_s, ms, errors::testAuthRefused, server(), refusal->text());
        if (isLate(answer))
            return stop(u"auth"_s, ms, errors::testTimeout, server(), {});
        if (talk.sent(u"AUTH"_s))
            return stop(u"auth"_s, ms, errors::testBrokenOff, server(), answer.outcome.reason);
        if (offered.isEmpty())
            return stop(u"auth"_s, ms, errors::testNoAuth, server(), {});
        stop(u"auth"_s, ms, usable ? errors::testOddSpelling : errors::testNoPasswordAuth, server(),
            offered.join(u", "_s));
    }

    void letter(const MailAnswer& answer)
    {
        const qint64 ms = answer.outcome.stages.totalMs;
        if (answer.outcome.code == CURLE_OK)
            return pass(u"letter"_s, ms, m_target.to);
        const auto refusal = answer.talk.refusal();
        if (!refusal)
            return stop(u"letter"_s, ms, isLate(answer) ? errors::testTimeout : errors::testBrokenOff, server(),
                answer.outcome.reason);
        if (refusal->isTemporary())
            return stop(u"letter"_s, ms, errors::testTemporary, server(), refusal->text());
        if (refusal->command == u"MAIL")
            return stop(u"letter"_s, ms, errors::testSender, m_target.address, refusal->text());
        stop(u"letter"_s, ms, refusal->command == u"RCPT" ? errors::testRecipient : errors::testLetter, m_target.to,
            refusal->text());
    }

    const MailTarget& m_target;
    const TaskContext& m_task;
    const StageListener& m_listener;
    QDeadlineTimer m_deadline; ///< of the name and the connection; anew for the letter
    QString m_ownName;
    QList<TestStage> m_stages;
};

} // namespace

Result<QList<TestStage>> testMail(const MailTarget& target, const TaskContext& task, const StageListener& listener)
{
    return Test(target, task, listener).run();
}

} // namespace nc
