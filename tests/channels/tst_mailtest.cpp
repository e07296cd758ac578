#include "../support/testserver.h"
#include "channels/diiatest.h"
#include "channels/errors.h"
#include "channels/mailtest.h"
#include "core/errors.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace nc;

/// Against real servers on this machine: aiosmtpd with STARTTLS, TLS, AUTH, bad certificates, refusals, silence,
/// garbage.
class TestMailTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    TestServer m_server{m_folder.path()};
    TaskContext m_task;

    int start(const QString& mode) { return m_server.start(u"mailserver.py"_s, {mode}); }
    void certificate(const QString& name, int days) { m_server.certificate(name, days); }
    MailTarget target(int port) const
    {
        MailTarget target;
        target.host = u"localhost"_s;
        target.port = port;
        target.address = u"registry@example.org"_s;
        target.password = u"right"_s;
        target.caFile = m_folder.filePath(u"cert.pem"_s);
        target.timeoutMs = 4000;
        return target;
    }
    static QString summary(const QList<TestStage>& stages)
    {
        QStringList parts;
        for (const TestStage& stage : stages)
            parts += stage.name + u'='
                + (stage.ok             ? u"ok"_s
                        : stage.skipped ? u"skipped"_s
                                        : QString::fromLatin1(stage.error->code.name));
        return parts.join(u' ');
    }
    static QString allText(const QList<TestStage>& stages)
    {
        QString text;
        for (const TestStage& stage : stages)
            text += stage.detail + (stage.error ? stage.error->subject + stage.error->detail : QString());
        return text;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import aiosmtpd"_s});
        if (!python.waitForFinished() || python.exitCode() != 0)
            QFAIL("python3-aiosmtpd is missing");
    }
    void init() { certificate(u"localhost"_s, 30); }
    void cleanup()
    {
        m_server.stop();
        QFile::remove(m_folder.filePath(u"heard.txt"_s));
    }

    void goesAllTheWay()
    {
        MailTarget to = target(start(u"starttls"_s));
        to.to = u"oksana@example.org"_s;
        QStringList heard;
        const auto stages = testMail(to, m_task, [&](const TestStage& stage) { heard += stage.name; });
        QVERIFY(stages);
        QVERIFY2(summary(*stages) == u"dns=ok tcp=ok tls=ok ehlo=ok auth=ok letter=ok",
            qPrintable(summary(*stages) + allText(*stages)));
        QCOMPARE(heard.join(u' '), u"dns tcp tls ehlo auth letter"_s);
        QVERIFY2(stages->at(2).detail.startsWith(u"TLSv1"_s)
                && stages->at(2).validUntil > QDateTime::currentMSecsSinceEpoch(),
            qPrintable(stages->at(2).detail));
        QFile letter(m_folder.filePath(u"letter-1.eml"_s));
        QVERIFY(letter.open(QIODevice::ReadOnly));
        const QByteArray text = letter.readAll();
        QVERIFY(text.contains("X-Notification-Console: test"));
        QVERIFY(text.contains("To: <oksana@example.org>"));
    }

    void wrongPassword()
    {
        MailTarget to = target(start(u"starttls"_s));
        to.password = u"CANARY-wrong"_s;
        to.to = u"a@example.org"_s;
        const auto stages = testMail(to, m_task);
        QCOMPARE(summary(*stages), u"dns=ok tcp=ok tls=ok ehlo=ok auth=test-auth letter=skipped"_s);
        QVERIFY(!allText(*stages).contains(u"CANARY"_s));
        QVERIFY(!allText(*stages).contains(QString::fromLatin1(QByteArray("CANARY-wrong").toBase64())));
    }

    void withoutPassword()
    {
        MailTarget to = target(start(u"starttls"_s));
        to.password.clear();
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=ok ehlo=ok auth=skipped"_s);
    }

    void untrustedCertificate()
    {
        MailTarget to = target(start(u"starttls"_s));
        to.caFile.clear();
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=test-certificate ehlo=skipped auth=skipped"_s);
    }

    void certificateOfAnotherName()
    {
        certificate(u"other.example.org"_s, 30);
        const auto stages = testMail(target(start(u"starttls"_s)), m_task);
        QCOMPARE(summary(*stages), u"dns=ok tcp=ok tls=test-certificate ehlo=skipped auth=skipped"_s);
    }

    void passwordNeverInTheOpen()
    {
        QCOMPARE(summary(*testMail(target(start(u"plain"_s)), m_task)),
            u"dns=ok tcp=ok tls=test-no-starttls ehlo=skipped auth=skipped"_s);
    }

    void encryptedFromTheStart()
    {
        MailTarget to = target(start(u"tls"_s));
        to.encryption = MailEncryption::Tls;
        to.to = u"oksana@example.org"_s;
        const auto stages = testMail(to, m_task);
        QVERIFY2(summary(*stages) == u"dns=ok tcp=ok tls=ok ehlo=ok auth=ok letter=ok",
            qPrintable(summary(*stages) + allText(*stages)));
        to.caFile.clear();
        QCOMPARE(summary(*testMail(to, m_task)),
            u"dns=ok tcp=ok tls=test-certificate ehlo=skipped auth=skipped letter=skipped"_s);
        to = target(to.port);
        to.encryption = MailEncryption::Tls;
        to.password = u"CANARY-wrong"_s;
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=ok ehlo=ok auth=test-auth"_s);
    }

    void encryptedFromTheStartWithFaults()
    {
        // A server that only knows STARTTLS, one that says garbage, one that says nothing.
        MailTarget to = target(start(u"starttls"_s));
        to.encryption = MailEncryption::Tls;
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=test-tls ehlo=skipped auth=skipped"_s);
        to.port = start(u"garbage"_s);
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=test-tls ehlo=skipped auth=skipped"_s);
        to.port = start(u"hang"_s);
        to.timeoutMs = 1500;
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=test-timeout ehlo=skipped auth=skipped"_s);
    }

    void expiredCertificate()
    {
        m_server.expiredCertificate(u"localhost"_s);
        const auto stages = testMail(target(start(u"starttls"_s)), m_task);
        QCOMPARE(summary(*stages), u"dns=ok tcp=ok tls=test-certificate ehlo=skipped auth=skipped"_s);
        QVERIFY2(stages->at(2).error->detail.contains(u"expired"_s), qPrintable(stages->at(2).error->detail));
    }

    void letterOfATemplateIsMarkedAsATest()
    {
        MailTarget to = target(start(u"starttls"_s));
        to.to = u"oksana@example.org"_s;
        to.letter = {u"Заяву розглянуто: довга назва, що не вміщається в один рядок заголовка листа"_s,
            u"<html><head></head><body class=\"a\"><h1>Вітаємо</h1></body></html>"_s, true};
        QVERIFY(testMail(to, m_task));
        QFile letter(m_folder.filePath(u"letter-1.eml"_s));
        QVERIFY(letter.open(QIODevice::ReadOnly));
        const QByteArray text = letter.readAll();
        QVERIFY(text.contains("X-Notification-Console: test\r\n"));
        QVERIFY(text.contains("Content-Type: text/html; charset=UTF-8\r\n"));
        QString subject;
        static const QRegularExpression word(u"=\\?UTF-8\\?B\\?([^?]+)\\?="_s);
        const QString head = QString::fromUtf8(text.left(text.indexOf("\r\n\r\n")));
        for (auto it = word.globalMatch(head); it.hasNext();) {
            const auto match = it.next();
            QVERIFY2(match.capturedLength() <= 75, qPrintable(match.captured()));
            subject += QString::fromUtf8(QByteArray::fromBase64(match.captured(1).toLatin1()));
        }
        QCOMPARE(subject, u"[Тест · Test] "_s + to.letter.subject);
        const QString body = QString::fromUtf8(QByteArray::fromBase64(text.mid(text.indexOf("\r\n\r\n") + 4)));
        QVERIFY(body.startsWith(u"<html><head></head><body class=\"a\"><p "_s));
        QVERIFY(body.contains(u"Це тестовий лист"_s) && body.endsWith(u"<h1>Вітаємо</h1></body></html>"_s));
    }

    void refusedRecipient()
    {
        MailTarget to = target(start(u"refuse"_s));
        to.to = u"nobody@example.org"_s;
        const auto stages = testMail(to, m_task);
        QCOMPARE(summary(*stages), u"dns=ok tcp=ok tls=ok ehlo=ok auth=ok letter=test-recipient"_s);
        QVERIFY2(stages->last().error->detail.contains(u"no such mailbox"_s), qPrintable(stages->last().error->detail));
    }

    void silence()
    {
        MailTarget to = target(start(u"hang"_s));
        to.timeoutMs = 1500;
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=test-timeout ehlo=skipped auth=skipped"_s);
    }

    void garbage()
    {
        QCOMPARE(summary(*testMail(target(start(u"garbage"_s)), m_task)),
            u"dns=ok tcp=ok tls=test-greeting ehlo=skipped auth=skipped"_s);
    }

    void nobodyThere()
    {
        const int port = start(u"hang"_s);
        m_server.stop();
        QCOMPARE(summary(*testMail(target(port), m_task)),
            u"dns=ok tcp=test-connect tls=skipped ehlo=skipped auth=skipped"_s);
        MailTarget to = target(port);
        to.host = u"nowhere.invalid"_s;
        QCOMPARE(summary(*testMail(to, m_task)), u"dns=test-dns tcp=skipped tls=skipped ehlo=skipped auth=skipped"_s);
    }

    void cancelIsQuick()
    {
        MailTarget to = target(start(u"hang"_s));
        to.timeoutMs = 60'000;
        const CancelSource cancel;
        QElapsedTimer timer;
        qint64 cancelledAt = 0;
        // The third stage never ends: cancel when the second is through.
        std::thread canceller([&] {
            static_cast<void>(cancel.token().waitFor(std::chrono::milliseconds(700)));
            cancelledAt = timer.elapsed();
            cancel.cancel();
        });
        timer.start();
        const auto stages = testMail(to, {cancel.token(), {}});
        const qint64 took = timer.elapsed();
        canceller.join();
        QVERIFY(!stages && stages.error().is(errors::cancelled));
        QVERIFY2(took - cancelledAt < 1000, qPrintable(QString::number(took - cancelledAt)));
    }

    void repliesAndCapabilitiesDecide_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("words");
        const QString tls = u"dns=ok tcp=ok tls=ok ehlo=ok auth="_s;
        const auto row = [](const char* name, const char* script, const QString& expected, const QString& words = {}) {
            QTest::newRow(name) << QByteArray(script) << expected << words;
        };
        row("as it should be", "{}", tls + u"ok letter=ok"_s);
        row("only ways without a password", R"({"ehlo":["STARTTLS","AUTH XOAUTH2 NTLM"]})",
            tls + u"test-no-password-auth letter=skipped"_s, u"XOAUTH2, NTLM"_s);
        row("a way among others", R"({"ehlo":["STARTTLS","AUTH NTLM XOAUTH2 LOGIN"],"auth":"535 5.7.8 no"})",
            tls + u"test-auth letter=skipped"_s, u"535 5.7.8 no"_s);
        row("no AUTH", R"({"ehlo":["STARTTLS","SIZE 1000"]})", tls + u"test-no-auth letter=skipped"_s);
        row("AUTH before encryption alone", R"({"ehlo":["STARTTLS"]})", tls + u"test-no-auth letter=skipped"_s);
        row("refused in two lines", R"({"auth":["535-5.7.8 not accepted","535 5.7.8 see example.org"]})",
            tls + u"test-auth letter=skipped"_s, u"535 5.7.8 not accepted; 5.7.8 see example.org"_s);
        row("an app password", R"({"auth":"534 5.7.9 application-specific password required"})",
            tls + u"test-auth letter=skipped"_s);
        row("refused, not for the password", R"({"auth":"530 5.7.0 not from there"})",
            tls + u"test-auth-refused letter=skipped"_s, u"530 5.7.0 not from there"_s);
        row("sign-in, not now", R"({"auth":"454 4.7.0 temporary authentication failure"})",
            tls + u"test-temporary letter=skipped"_s, u"454"_s);
        row("hangs up at the sign-in", R"({"auth":""})", tls + u"test-broken-off letter=skipped"_s);
        row("capabilities in small letters", R"({"ehlo":["STARTTLS","auth plain login"]})",
            tls + u"test-odd-spelling letter=skipped"_s, u"PLAIN, LOGIN"_s);
        row("encryption in small letters", R"({"ehlo":["starttls","AUTH PLAIN"]})",
            u"dns=ok tcp=ok tls=test-odd-spelling ehlo=skipped auth=skipped letter=skipped"_s);
        const QString early = u"dns=ok tcp=ok tls=%1 ehlo=skipped auth=skipped letter=skipped"_s;
        row("busy", R"({"greeting":"421 4.3.2 too many connections"})", early.arg(u"test-temporary"_s), u"421"_s);
        row("not for you", R"({"greeting":"554 5.7.1 go away"})", early.arg(u"test-refused"_s), u"554 5.7.1 go away"_s);
        row("encryption, not now", R"({"starttls":"454 4.7.0 TLS not available"})", early.arg(u"test-temporary"_s));
        row("no encryption", R"({"starttls":"502 5.5.1 no"})", early.arg(u"test-no-starttls"_s));
        row("sender", R"({"mail":"553 5.7.1 not yours"})", tls + u"ok letter=test-sender"_s, u"not yours"_s);
        row("grey list", R"({"rcpt":["451-4.7.1 Greylisted","451 4.7.1 come back"]})",
            tls + u"ok letter=test-temporary"_s, u"451 4.7.1 Greylisted; 4.7.1 come back"_s);
        row("recipient", R"({"rcpt":"550 5.1.1 rcpt unknown"})", tls + u"ok letter=test-recipient"_s);
        row("content", R"({"end":"554 5.6.0 no RCPT of mine"})", tls + u"ok letter=test-letter"_s);
        row("strict", R"({"strict":true})", tls + u"ok letter=ok"_s);
    }
    void repliesAndCapabilitiesDecide()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, words);
        MailTarget to = target(start(u"script="_s + QString::fromUtf8(script)));
        to.to = u"oksana@example.org"_s;
        to.password = u"CANARY-word"_s;
        const auto stages = testMail(to, m_task);
        QVERIFY(stages);
        QVERIFY2(!allText(*stages).contains(u"CANARY"_s), qPrintable(allText(*stages)));
        QTEST(summary(*stages), "expected");
        QVERIFY2(allText(*stages).contains(words), qPrintable(allText(*stages)));
        QFile heard(m_folder.filePath(u"heard.txt"_s));
        QVERIFY(!heard.open(QIODevice::ReadOnly) || !heard.readAll().contains("notification-console"));
    }

    void theWholeTimeIsWaited()
    {
        MailTarget to = target(start(u"hang"_s));
        to.timeoutMs = 1500;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(testMail(to, m_task));
        const qint64 took = timer.elapsed();
        QVERIFY2(took >= 1400 && took < 3000, qPrintable(QString::number(took)));
    }

    void anAddressInBrackets()
    {
        const int port = start(uR"(script={"bind":"::1"})"_s);
        if (port == 0)
            QSKIP("no IPv6 here");
        for (const QString& host : {u"::1"_s, u"[::1]"_s}) {
            MailTarget to = target(port);
            to.host = host;
            // The certificate is for another name; so far it comes.
            QCOMPARE(summary(*testMail(to, m_task)), u"dns=ok tcp=ok tls=test-certificate ehlo=skipped auth=skipped"_s);
        }
        QFile heard(m_folder.filePath(u"heard.txt"_s));
        QVERIFY(heard.open(QIODevice::ReadOnly));
        const QByteArray hello = heard.readLine();
        QVERIFY2(hello.startsWith("EHLO [IPv6:::1]") || hello.contains('.'), hello.constData());
    }

    void diia()
    {
        DiiaTarget to{u"http://localhost:%1/"_s.arg(start(u"diia"_s)), u"right"_s, {}, 4000};
        auto stages = testDiia(to, m_task);
        QCOMPARE(summary(*stages), u"dns=ok tcp=ok tls=skipped token=ok"_s);
        to.token = u"CANARY"_s;
        stages = testDiia(to, m_task);
        QCOMPARE(summary(*stages), u"dns=ok tcp=ok tls=skipped token=test-diia-token"_s);
        QVERIFY(!allText(*stages).contains(u"CANARY"_s));
        to.token.clear();
        QCOMPARE(summary(*testDiia(to, m_task)), u"dns=ok tcp=ok tls=skipped token=skipped"_s);
    }
};

QTEST_GUILESS_MAIN(TestMailTest)
#include "tst_mailtest.moc"
