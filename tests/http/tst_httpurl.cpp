#include "http/httpurl.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestHttpUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void below_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("whole");
        QTest::newRow("plain") << u"http://a"_s << u"/b/c"_s << u"http://a/b/c"_s;
        QTest::newRow("slashes") << u" http://a/x// "_s << u"b"_s << u"http://a/x/b"_s;
        QTest::newRow("query") << u"https://a/x?access_token=t"_s << u"b"_s << u"https://a/x/b?access_token=t"_s;
        QTest::newRow("encoded") << u"http://a/"_s << u"b%2Fc%20d%25e%3F"_s << u"http://a/b%2Fc%20d%25e%3F"_s;
        QTest::newRow("base alone") << u"http://a/x/"_s << QString() << u"http://a/x"_s;
        QTest::newRow("IPv6") << u"http://[::1]:81"_s << u"b"_s << u"http://[::1]:81/b"_s;
        QTest::newRow("user") << u"http://u:p%40x@a"_s << u"b"_s << u"http://u:p%40x@a/b"_s;
    }
    void below()
    {
        QFETCH(QString, base);
        QFETCH(QString, path);
        QTEST(httpurl::below(base, path), "whole");
    }

    void whatIsShownHoldsNoSecret()
    {
        QCOMPARE(httpurl::shown(u"https://u:CANARY@a:1/x/?access_token=CANARY#CANARY"_s), u"https://a:1/x"_s);
        QCOMPARE(httpurl::shown(u"https://CANARY@a/"_s), u"https://a"_s);
        QCOMPARE(httpurl::host(u"https://u:CANARY@a:1/x?CANARY"_s), u"a:1"_s);
        QCOMPARE(httpurl::host(u"https://[::1]:8200/x"_s), u"[::1]:8200"_s);
    }

    void sameServer()
    {
        QCOMPARE(httpurl::origin(u"https://A.example/x"_s), u"https://a.example:443"_s);
        QCOMPARE(httpurl::origin(u"HTTP://a/x"_s), u"http://a:80"_s);
        QCOMPARE(httpurl::origin(u"https://[::1]:8200"_s), u"https://[::1]:8200"_s);
        QVERIFY(httpurl::origin(u"https://a"_s) != httpurl::origin(u"https://a:8443"_s));
        for (const QString& none : {u"ftp://a"_s, u"file:///etc/passwd"_s, u"a"_s, QString(), u"https:///x"_s})
            QVERIFY2(httpurl::origin(none).isEmpty(), qPrintable(none));
    }

    void whereASecretMayGo()
    {
        for (const QString& good : {u"https://a"_s, u"http://localhost:1"_s, u"http://127.3.2.1"_s, u"http://[::1]"_s})
            QVERIFY2(httpurl::isPrivate(good), qPrintable(good));
        // A name is not an address, however it begins.
        for (const QString& bad : {u"http://a"_s, u"http://127.0.0.1.example.org"_s, u"ftp://a"_s})
            QVERIFY2(!httpurl::isPrivate(bad), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(TestHttpUrl)
#include "tst_httpurl.moc"
