#include "kafka/client/connectiontrouble.h"

#include "kafka/client/errors.h"
#include "kafka/client/handles.h"
#include "kafka/client/kafkaerror.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// `localhost` may be tried as ::1 first: the first refusal says nothing yet.
constexpr qint64 patienceMs = 1500;
// From this version on the nonce is not repeated (contracts, section 9).
constexpr int scramMendedIn = 0x02060100;

bool isFinal(int code)
{
    return code == RD_KAFKA_RESP_ERR__AUTHENTICATION || code == RD_KAFKA_RESP_ERR__SSL
        || code == RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED || code == RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM;
}

} // namespace

/// librdkafka tells the states of its machine along with the reason: "host:9092/bootstrap: Connect to
/// ipv4#10.0.0.1:9092 failed: Connection refused (after 0ms in state CONNECT, 1 identical error(s) suppressed)".
static QString plainReason(QString reason)
{
    static const QRegularExpression state(
        uR"( \(after \d+ms in state \w+(, \d+ identical error\(s\) suppressed)?\)$)"_s);
    static const QRegularExpression who(uR"(^(?:\w+://)?\S+/(?:bootstrap|\d+): )"_s);
    static const QRegularExpression where(uR"(^Connect to ipv[46]#\S+ failed: )"_s);
    return reason.remove(state).remove(who).remove(where);
}

void ConnectionTrouble::note(int code, const QString& reason)
{
    if (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN) {
        if (!m_allDown.isValid())
            m_allDown.start();
        if (m_reason.isEmpty())
            m_reason = plainReason(reason);
        return;
    }
    // A refused password says more than the disconnects that follow it.
    if (isFinal(m_code) && !isFinal(code))
        return;
    if (isFinal(code) || code == RD_KAFKA_RESP_ERR__TRANSPORT || code == RD_KAFKA_RESP_ERR__RESOLVE) {
        m_code = code;
        m_reason = plainReason(reason);
    }
}

void ConnectionTrouble::clear()
{
    m_code = 0;
    m_reason.clear();
    m_allDown.invalidate();
}

std::optional<Error> ConnectionTrouble::problem(const KafkaConnection& connection) const
{
    if (isFinal(m_code) || (m_allDown.isValid() && m_allDown.elapsed() >= patienceMs))
        return anything(connection);
    return std::nullopt;
}

std::optional<Error> ConnectionTrouble::anything(const KafkaConnection& connection) const
{
    if (m_code == 0 && !m_allDown.isValid())
        return std::nullopt;
    if (m_code == RD_KAFKA_RESP_ERR__SSL)
        return Error{errors::kafkaTls, connection.bootstrap, m_reason, Next::Abort};
    if (isFinal(m_code)) {
        const bool scram = connection.saslMechanism.startsWith(QLatin1StringView("SCRAM"), Qt::CaseInsensitive);
        const ErrorCode code =
            scram && rd_kafka_version() < scramMendedIn ? errors::kafkaScramNonce : errors::kafkaAuthentication;
        return Error{code, connection.bootstrap, m_reason, Next::Abort};
    }
    return Error{errors::kafkaUnreachable, connection.bootstrap, m_reason, Next::Retry};
}

} // namespace nc
