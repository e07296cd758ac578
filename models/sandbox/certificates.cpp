#include "sandbox/certificates.h"

#include "core/atomicfile.h"
#include "sandbox/kafkabroker.h"
#include "sandbox/tool.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QStringList words(const QString& line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

Result<void> makeCertificates(const QString& folder, const TaskContext& task)
{
    if (QFileInfo::exists(folder + u"/client.p12"_s))
        return {};
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString extensions = u"subjectAltName=IP:127.0.0.1,DNS:localhost\nbasicConstraints=CA:FALSE\n"_s;
    if (auto written = writeFile(folder + u"/server.ext"_s, extensions.toUtf8()); !written)
        return fail(written.error());
    const QList<QStringList> calls{
        words(u"req -x509 -newkey rsa:2048 -nodes -days 3650 -keyout ca.key -out ca.pem -subj"_s)
            << u"/CN=Sandbox authority"_s,
        words(u"req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=localhost"_s),
        words(u"x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile server.ext "
              "-out server.crt"_s),
        words(u"req -newkey rsa:2048 -nodes -keyout client.key -out client.csr -subj /CN=console"_s),
        words(u"x509 -req -in client.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -out client.pem"_s),
        words(u"pkcs12 -export -inkey client.key -in client.pem -certfile ca.pem -out client.p12 -passout pass:"_s
            + sandboxPassword),
    };
    for (const QStringList& arguments : calls) {
        if (auto made = runTool({u"openssl"_s, arguments, folder}, task); !made)
            return fail(made.error());
    }
    const auto key = readFile(folder + u"/server.key"_s);
    const auto certificate = readFile(folder + u"/server.crt"_s);
    if (!key || !certificate)
        return fail(key ? certificate.error() : key.error());
    if (auto written = writePrivateFile(folder + u"/server.pem"_s, key->bytes + certificate->bytes); !written)
        return fail(written.error());
    return {};
}

} // namespace nc
