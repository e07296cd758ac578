#include "kafka/client/missingright.h"

#include "kafka/client/errors.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString whoIs(const KafkaConnection& connection)
{
    if (connection.security.startsWith(u"SASL", Qt::CaseInsensitive) && !connection.username.isEmpty())
        return u"User:"_s + connection.username;
    // The broker knows the holder of a certificate by the name in it.
    const QString certificate = connection.certificate.isEmpty() ? connection.pkcs12 : connection.certificate;
    if (connection.security.endsWith(u"SSL", Qt::CaseInsensitive) && !certificate.isEmpty())
        return QFileInfo(certificate).fileName();
    return u"User:ANONYMOUS"_s;
}

} // namespace

QString rightSubject(RightOn resource, const QString& name)
{
    static constexpr QLatin1StringView names[] = {"Topic"_L1, "Group"_L1, "Cluster"_L1, "TransactionalId"_L1};
    return names[static_cast<int>(resource)] + u' ' + name;
}

Error missingRight(RightOn resource, const QString& name, const QString& operation, const KafkaConnection& connection)
{
    return {errors::kafkaForbidden, rightSubject(resource, name), u"%1 (%2)"_s.arg(operation, whoIs(connection)),
        Next::Abort};
}

} // namespace nc
