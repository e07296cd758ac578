#include "connections/keystore.h"

#include "connections/errors.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Reads the big-endian parts of a JKS file; once something is missing, everything after is empty and `ok` false.
class Reader {
public:
    explicit Reader(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }
    bool ok = true;

    QByteArray take(qint64 size)
    {
        if (!ok || size < 0 || size > m_bytes.size() - m_at) {
            ok = false;
            return {};
        }
        m_at += size;
        return m_bytes.mid(m_at - size, size);
    }
    quint32 number()
    {
        const QByteArray four = take(4);
        return ok ? qFromBigEndian<quint32>(four.constData()) : 0;
    }
    QByteArray text()
    {
        const QByteArray two = take(2);
        return ok ? take(qFromBigEndian<quint16>(two.constData())) : QByteArray();
    }
    QByteArray certificate(quint32 version)
    {
        if (version == 2)
            text(); // "X.509"
        return take(number());
    }

private:
    const QByteArray& m_bytes;
    qint64 m_at = 0;
};

QByteArray pem(const QByteArray& der)
{
    QByteArray text = "-----BEGIN CERTIFICATE-----\n";
    const QByteArray base64 = der.toBase64();
    for (qsizetype i = 0; i < base64.size(); i += 64)
        text += base64.mid(i, 64) + '\n';
    return text + "-----END CERTIFICATE-----\n";
}

constexpr quint32 magic = 0xFEEDFEED;
constexpr quint32 privateKeyEntry = 1;
constexpr quint32 trustedCertificateEntry = 2;

} // namespace

Result<JavaKeyStore> readJks(const QByteArray& bytes, const QString& path)
{
    if (bytes.startsWith('\x30'))
        return fail(errors::notAKeyStore, path, u"PKCS#12"_s);
    Reader reader(bytes);
    if (reader.number() != magic)
        return fail(errors::notAKeyStore, path);
    const quint32 version = reader.number();
    const quint32 entries = reader.number();
    if (version != 1 && version != 2)
        return fail(errors::notAKeyStore, path, u"version %1"_s.arg(version));
    JavaKeyStore store;
    for (quint32 i = 0; i < entries && reader.ok; ++i) {
        const quint32 kind = reader.number();
        reader.text(); // alias
        reader.take(8); // time
        if (kind == privateKeyEntry) {
            reader.take(reader.number());
            const quint32 chain = reader.number();
            for (quint32 c = 0; c < chain && reader.ok; ++c)
                reader.certificate(version);
            ++store.privateKeys;
        } else if (kind == trustedCertificateEntry) {
            store.certificates += pem(reader.certificate(version));
            ++store.trusted;
        } else {
            return fail(errors::notAKeyStore, path, u"entry %1"_s.arg(kind));
        }
    }
    if (!reader.ok)
        return fail(errors::notAKeyStore, path);
    return store;
}

} // namespace nc
