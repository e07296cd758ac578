#include "core/redactor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestRedactor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hidesSecrets_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        row("URL with user and password", u"GET https://user:CANARY@registry:8081/subjects"_s);
        row("password with an at sign", u"https://user:CAN@CANARY@host/x"_s);
        row("token alone in a URL", u"https://CANARY@host/x"_s);
        row("redis-like URL without a user", u"redis://:CANARY@host"_s);
        row("conninfo", u"host=a dbname=b password=CANARY user=c"_s);
        row("quoted conninfo", u"password='it''s CANARY' user=c"_s);
        row("conninfo with a backslash", u"password='a\\' CANARY' user=c"_s);
        row("blanks round the sign", u"password = CANARY"_s);
        row("JDBC", u"jdbc:postgresql://h/db?user=a&password=CANARY&ssl=true"_s);
        row("JSON", u"{\"user\":\"a\",\"password\":\"CANARY\"}"_s);
        row("JSON with a quote", u"{\"password\": \"x\\\"CANARY\"}"_s);
        row("JSON in JSON", u"{\"body\":\"{\\\"password\\\":\\\"CANARY\\\"}\"}"_s);
        row("YAML", u"  password: CANARY"_s);
        row("librdkafka setting", u"sasl.password=CANARY"_s);
        row("key password", u"ssl.key.password: CANARY"_s);
        row("JAAS", u"required username=\"a\" password=\"CANARY\";"_s);
        row("Java properties map", u"{ssl.truststore.password=CANARY, acks=all}"_s);
        row("Authorization", u"Authorization: Basic CANARYCANARY=="_s);
        row("lower case header", u"> authorization: Bearer CANARY.x"_s);
        row("bearer elsewhere", u"sent Bearer CANARYCANARY to the server"_s);
        row("Vault", u"X-Vault-Token: hvs.CANARY"_s);
        row("cookie", u"Set-Cookie: session=CANARY; HttpOnly"_s);
        row("partner token", u"external-systems.diia.auth.secret.token: CANARY"_s);
        row("API key", u"?api_key=CANARY&x=1"_s);
        row("argument", u"psql --password CANARY -h x"_s);
        row("environment", u"PGPASSWORD=CANARY"_s);
        row("Ukrainian", u"Пароль: CANARY"_s);
        row("JWT", u"got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.CANARY back"_s);
        row("private key", u"-----BEGIN RSA PRIVATE KEY-----\nCANARY\nCANARY\n-----END RSA PRIVATE KEY-----\nrest"_s);
        row("private key cut off", u"-----BEGIN PRIVATE KEY-----\nCANARY"_s);
    }
    void hidesSecrets()
    {
        QFETCH(QString, text);
        const QString clean = redacted(text);
        QVERIFY2(!clean.contains(u"CANARY"), qPrintable(clean));
        QVERIFY2(clean.contains(u"***"), qPrintable(clean));
        QCOMPARE(redacted(clean), clean);
    }

    void leavesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        row("plain", u"Cannot read /etc/hosts: no such file"_s);
        row("URL", u"http://localhost:8081/apis/ccompat/v7/subjects"_s);
        row("an address", u"sent to olena@example.org"_s);
        row("a refused password", u"FATAL: password authentication failed for user \"console\""_s);
        row("broker list", u"bootstrap.servers=127.0.0.1:9092,127.0.0.1:9093"_s);
        row("a topic", u"user-notifications[3]@42"_s);
        row("secretary", u"secretary: Olena"_s);
    }
    void leavesTheRest()
    {
        QFETCH(QString, text);
        QCOMPARE(redacted(text), text);
    }

    void keepsWhatStandsAround()
    {
        QCOMPARE(redacted(u"host=a password=x user=c"_s), u"host=a password=*** user=c"_s);
        QCOMPARE(redacted(u"https://u:p@host/path"_s), u"https://u:***@host/path"_s);
        QCOMPARE(redacted(u"{\"password\":\"x\",\"user\":\"a\"}"_s), u"{\"password\":***,\"user\":\"a\"}"_s);
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
