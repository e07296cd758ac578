#include "../support/testserver.h"
#include "core/errors.h"
#include "http/errors.h"
#include "http/httpclient.h"
#include "http/httpprobe.h"
#include "httpfake.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;
using namespace std::chrono_literals;

/// Against a real server on this machine, with its faults.
class TestHttpClient : public QObject {
    Q_OBJECT

    TaskContext m_task;

    static HttpRequest get(const QString& url, bool repeatable = true)
    {
        HttpRequest request;
        request.url = url;
        request.repeatable = repeatable;
        return request;
    }
    static QString closedPort()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        return QString::number(closed.serverPort());
    }
    static QString outcome(const Result<HttpResponse>& answer)
    {
        return answer ? QString::number(answer->status) : answer.error().id();
    }
    static QString summary(const HttpProbe& probe)
    {
        QStringList parts;
        for (const TestStage& stage : probe.stages)
            parts += stage.name + u'=' + (stage.ok ? u"ok"_s : stage.skipped ? stage.detail : stage.error->id());
        return parts.join(u' ');
    }

private Q_SLOTS:
    void everyStatusIsAnAnswer()
    {
        test::HttpFake server;
        HttpClient client;
        for (const int status : {200, 204, 302, 401, 403, 404, 500, 503}) {
            server.put("/x", {status, status == 204 ? ""_ba : "words"_ba});
            const auto answer = client.send(get(server.url() + u"/x"_s), m_task);
            QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
            QCOMPARE(answer->status, status);
            QCOMPARE(answer->body, status == 204 ? ""_ba : "words"_ba);
        }
    }

    void oneConnectionForMany()
    {
        test::HttpFake server;
        HttpClient client;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(outcome(client.send(get(server.url() + u"/"_s + QString::number(i)), m_task)), u"404"_s);
        QCOMPARE(server.requests().size(), 20);
        QCOMPARE(server.connections(), 1);
        // What may not happen twice goes over one that is surely alive.
        QCOMPARE(outcome(client.send(get(server.url(), false), m_task)), u"404"_s);
        QCOMPARE(server.connections(), 2);
    }

    void aBodyAndHeadersArrive()
    {
        test::HttpFake server;
        HttpRequest request = get(server.url() + u"/x"_s);
        request.method = "PUT";
        request.headers = {{"X-One", "1"}};
        request.body = QByteArray(100'000, 'b');
        HttpClient client;
        QCOMPARE(outcome(client.send(request, m_task)), u"404"_s);
        const QByteArray seen = server.requests().value(0);
        QVERIFY(seen.startsWith("PUT /x HTTP/1.1\r\n"));
        QVERIFY(seen.contains("\r\nX-One: 1\r\n"));
        QVERIFY(seen.endsWith(request.body));
        // A value with a line break would be a header more.
        request.headers = {{"X-One", "1\r\nX-Two: 2"}};
        QCOMPARE(outcome(client.send(request, m_task)), u"http.address"_s);
        QCOMPARE(server.requests().size(), 1);
    }

    void userAndPassword()
    {
        test::HttpFake server;
        HttpClient client;
        QVERIFY(client.send(get(server.url().replace(u"//"_s, u"//u:p%3Aq@"_s)), m_task));
        QVERIFY(server.requests().last().contains("Authorization: Basic " + "u:p:q"_ba.toBase64()));
        HttpRequest request = get(server.url());
        request.user = u"k"_s;
        request.password = u"s"_s;
        QVERIFY(client.send(request, m_task));
        QVERIFY(server.requests().last().contains("Authorization: Basic " + "k:s"_ba.toBase64()));
        // The next request does not inherit them.
        QVERIFY(client.send(get(server.url()), m_task));
        QVERIFY(!server.requests().last().contains("Authorization"));
    }

    void redirectionsAreToldAndNotFollowed()
    {
        test::HttpFake server;
        server.put("/a", {307, {}, {}, "Location: /b\r\n"});
        HttpClient client;
        const auto answer = client.send(get(server.url() + u"/a"_s), m_task);
        QVERIFY(answer);
        QCOMPARE(answer->status, 307);
        QCOMPARE(answer->location, server.url() + u"/b"_s);
        QCOMPARE(server.requests().size(), 1);
    }

    void faults()
    {
        test::HttpFake server;
        HttpClient client({.timeout = 300ms, .largest = 1000});
        QCOMPARE(outcome(client.send(get(u"http://127.0.0.1:"_s + closedPort()), m_task)), u"http.refused"_s);
        QCOMPARE(outcome(client.send(get(u"http://nowhere.invalid/"_s), m_task)), u"http.unknown-name"_s);
        for (const QString& bad : {u"ftp://127.0.0.1/"_s, u"file:///etc/passwd"_s, u"nothing"_s, QString()})
            QCOMPARE(outcome(client.send(get(bad), m_task)), u"http.address"_s);
        server.put("/hangs", {200, {}, [] {}});
        server.put("/drips", test::HttpFake::dripping());
        server.put("/closes", test::HttpFake::closing());
        server.put("/large", {200, QByteArray(1001, 'x')});
        server.put("/fits", {200, QByteArray(1000, 'x')});
        for (const auto& [path, expected] : {std::pair(u"/hangs"_s, u"http.no-answer"_s),
                 std::pair(u"/closes"_s, u"http.no-answer"_s), std::pair(u"/large"_s, u"http.too-large"_s),
                 std::pair(u"/drips"_s, u"http.too-large"_s), std::pair(u"/fits"_s, u"200"_s)})
            QCOMPARE(path + outcome(client.send(get(server.url() + path), m_task)), path + expected);
        HttpClient patient({.timeout = 300ms});
        const auto dripped = patient.send(get(server.url() + u"/drips"_s), m_task);
        QCOMPARE(outcome(dripped), u"http.no-answer"_s);
        QCOMPARE(dripped.error().next, Next::InDoubt);
    }

    void aPortThatSpeaksNoTls()
    {
        test::HttpFake server;
        HttpClient client({.timeout = 2s});
        const QString url = server.url().replace(u"http:"_s, u"https:"_s);
        const auto answer = client.send(get(url), m_task);
        QCOMPARE(outcome(answer), u"http.tls"_s);
        QVERIFY(neverAsked(answer.error()));
    }

    void aLateDeadlineIsTheWholeOne()
    {
        // A server that takes the connection and says nothing: TLS never comes about.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        HttpClient client(HttpLimits::within(600ms));
        QElapsedTimer timer;
        timer.start();
        const auto answer = client.send(get(u"https://127.0.0.1:%1/"_s.arg(silent.serverPort())), m_task);
        const qint64 took = timer.elapsed();
        QCOMPARE(outcome(answer), u"http.tls"_s);
        QVERIFY2(took >= 550 && took < 2000, qPrintable(QString::number(took)));
    }

    void certificates()
    {
        QTemporaryDir folder;
        const TestServer maker(folder.path());
        maker.certificate(u"localhost"_s);
        test::HttpFake server(folder.path());
        HttpClient trusting({.ca = folder.filePath(u"cert.pem"_s)});
        const auto good = trusting.exchange(get(server.url(u"localhost"_s)), m_task);
        QCOMPARE(outcome(good.answer), u"404"_s);
        QVERIFY(good.stages.encrypted && good.stages.protocol.startsWith(u"TLSv1"_s));
        QVERIFY(good.stages.certificateEnd > QDateTime::currentMSecsSinceEpoch());
        // Self-signed, and nobody vouches for it; another name.
        const auto unknown = HttpClient().send(get(server.url(u"localhost"_s)), m_task);
        QCOMPARE(outcome(unknown), u"http.certificate"_s);
        QVERIFY(neverAsked(unknown.error()));
        QCOMPARE(outcome(trusting.send(get(server.url()), m_task)), u"http.certificate"_s);
        QCOMPARE(server.requests().size(), 1);
        HttpClient lost({.ca = folder.filePath(u"none.pem"_s)});
        const auto unread = lost.send(get(server.url(u"localhost"_s)), m_task);
        QCOMPARE(outcome(unread), u"http.authorities"_s);
        QCOMPARE(unread.error().subject, folder.filePath(u"none.pem"_s));
    }

    void aNamedAuthorityIsTheOnlyOne()
    {
        // In a mount namespace of its own the system's folder of authorities holds the server's certificate.
        const QString inner = qEnvironmentVariable("NC_TEST_TRUSTED");
        if (!inner.isEmpty()) {
            test::HttpFake server(inner);
            const QString url = server.url(u"localhost"_s);
            QCOMPARE(outcome(HttpClient().send(get(url), m_task)), u"404"_s);
            QCOMPARE(outcome(HttpClient({.ca = inner + u"/other/cert.pem"_s}).send(get(url), m_task)),
                u"http.certificate"_s);
            return;
        }
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"other"_s) && QDir(folder.path()).mkdir(u"system"_s));
        TestServer(folder.filePath(u"other"_s)).certificate(u"other.example"_s);
        TestServer(folder.path()).certificate(u"localhost"_s);
        const QString script =
            u"set -e; cp %1/cert.pem %1/system/ca-certificates.crt; openssl rehash %1/system; "
            "mount --bind %1/system /etc/ssl/certs; NC_TEST_TRUSTED=%1 exec %2 %3"_s.arg(
                folder.path(), QCoreApplication::applicationFilePath(), u"aNamedAuthorityIsTheOnlyOne"_s);
        QProcess shell;
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.start(u"unshare"_s, {u"-r"_s, u"-m"_s, u"true"_s});
        if (!shell.waitForFinished() || shell.exitCode() != 0)
            QSKIP("no namespaces of one's own here");
        shell.start(u"unshare"_s, {u"-r"_s, u"-m"_s, u"sh"_s, u"-c"_s, script});
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, shell.readAll().constData());
    }

    void noSecretInAnyError()
    {
        test::HttpFake server;
        server.put("/CANARY?token=CANARY", test::HttpFake::closing());
        QTemporaryDir folder;
        HttpClient client({.timeout = 500ms});
        const QString tail = u"/CANARY?token=CANARY"_s;
        for (const QString& url :
            {server.url().replace(u"//"_s, u"//u:CANARY@"_s) + tail,
                u"http://u:CANARY@127.0.0.1:%1"_s.arg(closedPort()) + tail, u"http://u:CANARY@nowhere.invalid"_s + tail,
                u"ftp://u:CANARY@a"_s + tail, u"https://u:CANARY@127.0.0.1:%1"_s.arg(server.port()) + tail}) {
            HttpRequest request = get(url);
            request.headers = {{"Authorization", "Bearer CANARY"}};
            const auto answer = client.send(request, m_task);
            QVERIFY(!answer);
            QVERIFY2(!(answer.error().subject + answer.error().detail).contains(u"CANARY"_s),
                qPrintable(answer.error().subject + answer.error().detail));
        }
    }

    void cancelActsAtOnce()
    {
        test::HttpFake server;
        const CancelSource source;
        QElapsedTimer since;
        server.put("/x", {200, {}, [&] {
                              since.start();
                              source.cancel();
                          }});
        HttpClient client;
        const auto answer = client.send(get(server.url() + u"/x"_s), {source.token()});
        QVERIFY2(since.elapsed() < 100, qPrintable(QString::number(since.elapsed())));
        QVERIFY(!answer && answer.error().is(errors::cancelled));
        QCOMPARE(answer.error().next, Next::InDoubt);
        // Cancelled before it began: nobody is asked.
        QVERIFY(client.send(get(server.url()), {source.token()}).error().is(errors::cancelled));
        QCOMPARE(server.requests().size(), 1);
    }

    void probes()
    {
        test::HttpFake plain;
        const auto limits = HttpLimits::within(500ms);
        QCOMPARE(summary(*probeServer(plain.url(), limits, m_task)), u"dns=ok tcp=ok tls=not-https"_s);
        plain.putElse(test::HttpFake::closing());
        QCOMPARE(
            summary(*probeServer(plain.url(), limits, m_task)), u"dns=ok tcp=ok tls=not-https answer=http.no-answer"_s);
        QCOMPARE(summary(*probeServer(u"http://127.0.0.1:"_s + closedPort(), limits, m_task)),
            u"dns=ok tcp=http.refused tls=not-reached"_s);
        QCOMPARE(summary(*probeServer(u"https://nowhere.invalid/x"_s, limits, m_task)),
            u"dns=http.unknown-name tcp=not-reached tls=not-reached"_s);
        QTemporaryDir folder;
        TestServer(folder.path()).certificate(u"localhost"_s);
        test::HttpFake encrypted(folder.path());
        QCOMPARE(summary(*probeServer(encrypted.url(u"localhost"_s), limits, m_task)),
            u"dns=ok tcp=ok tls=http.certificate"_s);
        auto trusting = limits;
        trusting.ca = folder.filePath(u"cert.pem"_s);
        QCOMPARE(summary(*probeServer(encrypted.url(u"localhost"_s) + u"/x?t=CANARY"_s, trusting, m_task)),
            u"dns=ok tcp=ok tls=ok"_s);
        QVERIFY(!encrypted.requests().last().contains("CANARY"));
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
