#include "connections/errors.h"
#include "connections/keystore.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QByteArray data(const char* name)
{
    QFile file(QStringLiteral(NC_TEST_DATA "/keystores/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The stores were made by Java's keytool.
class TestKeyStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTrustedCertificates()
    {
        const auto store = readJks(data("trust.jks"), u"trust.jks"_s);
        QVERIFY(store);
        QCOMPARE(store->trusted, 2);
        QCOMPARE(store->privateKeys, 0);
        // Byte for byte what openssl wrote.
        QVERIFY(store->certificates.contains(data("ca1.pem")));
        QVERIFY(store->certificates.contains(data("ca2.pem")));
    }

    void countsPrivateKeysAndGoesOn()
    {
        const auto store = readJks(data("mixed.jks"), u"mixed.jks"_s);
        QVERIFY(store);
        QCOMPARE(store->trusted, 2);
        QCOMPARE(store->privateKeys, 1);
        QVERIFY(!store->certificates.contains("PRIVATE"));
    }

    void saysWhatIsAnotherKind()
    {
        const auto store = readJks(data("named-wrong.jks"), u"x.jks"_s);
        QVERIFY(!store && store.error().is(errors::notAKeyStore));
        QCOMPARE(store.error().detail, u"PKCS#12"_s);
        QVERIFY(readJks("", u"x"_s).error().is(errors::notAKeyStore));
        QVERIFY(readJks(data("ca1.pem"), u"x"_s).error().is(errors::notAKeyStore));
    }

    void survivesEveryCutAndFlip()
    {
        const QByteArray whole = data("trust.jks");
        // The last 20 bytes are a digest that is not looked at.
        for (qsizetype size = 0; size < whole.size() - 20; ++size)
            QVERIFY2(!readJks(whole.first(size), u"x"_s), qPrintable(QString::number(size)));
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (const char bits : {'\x01', '\x80', '\xff'}) {
                QByteArray changed = whole;
                changed[i] = static_cast<char>(changed[i] ^ bits);
                const auto store = readJks(changed, u"x"_s);
                QVERIFY(!store || store->certificates.size() < 2 * whole.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_keystore.moc"
