#include "../support/testpass.h"
#include "channels/channelchange.h"
#include "channels/clusterresources.h"
#include "channels/errors.h"
#include "channels/netnames.h"
#include "channels/valuesfile.h"
#include "core/errors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QByteArray values()
{
    QFile file(QStringLiteral(NC_TEST_DATA "/channels/values.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

EmailChange external()
{
    return {EmailSettings::Type::External, u"smtp.example.org"_s, 587, u"registry@example.org"_s, {}, {}};
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads()
    {
        const auto document = YamlDocument::parse(values(), u"values.yaml"_s);
        QVERIFY(document);
        const ChannelSettings settings = channelSettings(*document);
        QCOMPARE(settings.email.type, EmailSettings::Type::Internal);
        QCOMPARE(settings.diia.url, u"https://api2t.diia.gov.ua/"_s);
        QCOMPARE(settings.diia.secret, u"vault:registry-kv/registry/land/external-systems/diia-2026-11-22"_s);
    }

    void externalAddsThreeLinesAndBack()
    {
        const QByteArray before = values();
        auto document = YamlDocument::parse(before, u"values.yaml"_s);
        QVERIFY(applyEmail(*document, external()));
        QByteArray expected = before;
        expected.replace("      type: internal   # internal | external\n",
            "      type: external   # internal | external\n      host: smtp.example.org\n      port: 587\n"
            "      address: registry@example.org\n");
        QCOMPARE(document->bytes(), expected);
        QVERIFY(applyEmail(*document, {EmailSettings::Type::Internal, {}, {}, {}, {}, {}}));
        QCOMPARE(document->bytes(), before);
    }

    void allOrNothing()
    {
        // The second key cannot be set: the first one is not either.
        auto document =
            YamlDocument::parse("global:\n  notifications:\n    email:\n      type: internal\n      host: a\n"
                                "      host: b\n",
                u"values.yaml"_s);
        const QByteArray before = document->bytes();
        const auto done = applyEmail(*document, external());
        QVERIFY(!done);
        QVERIFY(done.error().is(errors::yamlDuplicateKey));
        QCOMPARE(done.error().subject, u"values.yaml:6"_s);
        QCOMPARE(document->bytes(), before);
    }

    void refusesBadValues_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("code");
        const QString good = u"a@b.ua"_s;
        QTest::newRow("scheme") << u"smtp://x.y"_s << 25 << good << u"invalid-host"_s;
        QTest::newRow("port in host") << u"x.y:25"_s << 25 << good << u"invalid-host"_s;
        QTest::newRow("ip") << u"300.1.1.1"_s << 25 << good << u"invalid-host"_s;
        QTest::newRow("empty host") << u""_s << 25 << good << u"invalid-host"_s;
        QTest::newRow("zero") << u"x.y"_s << 0 << good << u"invalid-port"_s;
        QTest::newRow("large") << u"x.y"_s << 65536 << good << u"invalid-port"_s;
        QTest::newRow("no at") << u"x.y"_s << 25 << u"b.ua"_s << u"invalid-address"_s;
        QTest::newRow("blank") << u"x.y"_s << 25 << u"a b@c.ua"_s << u"invalid-address"_s;
        QTest::newRow("line") << u"x.y"_s << 25 << u"a@c.ua\nx: y"_s << u"invalid-address"_s;
    }
    void refusesBadValues()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(QString, address);
        QFETCH(QString, code);
        auto document = YamlDocument::parse(values(), u"values.yaml"_s);
        const auto done = applyEmail(*document, {EmailSettings::Type::External, host, port, address, {}, {}});
        QVERIFY(!done);
        QCOMPARE(QString::fromLatin1(done.error().code.name), code);
        QCOMPARE(document->bytes(), values());
    }

    void needsHostOnce()
    {
        auto document = YamlDocument::parse(values(), u"values.yaml"_s);
        const auto done = applyEmail(*document, {EmailSettings::Type::External, {}, {}, {}, {}, {}});
        QVERIFY(!done && done.error().is(errors::missingSetting));
        QVERIFY(applyEmail(*document, external()));
        QVERIFY(applyEmail(*document, {EmailSettings::Type::None, {}, 465, {}, {}, {}}));
        QCOMPARE(channelSettings(*document).email.port.value_or(0), 465);
    }

    void names()
    {
        for (const char16_t* good :
            {u"smtp.example.org", u"localhost", u"10.0.0.1", u"пошта.приклад.укр", u"a-b.c", u"::1", u"2001:db8::1"})
            QVERIFY(netnames::isHost(QString::fromUtf16(good)));
        for (const char16_t* bad :
            {u"", u"-a.b", u"a..b", u"a_b.c", u"1.2.3", u"a.b.", u"a b", u"[::1]", u"::1%eth0", u"a:1"})
            QVERIFY2(!netnames::isHost(QString::fromUtf16(bad)), qPrintable(QString::fromUtf16(bad)));
        for (const char16_t* good : {u"a@b.ua", u"реєстр@приклад.укр", u"a.b+c@приклад.укр"})
            QCOMPARE(netnames::isAddress(QString::fromUtf16(good)), QString::fromUtf16(good).at(0).unicode() < 128);
        QVERIFY(!netnames::isAddress(u"a@b"_s));
        QVERIFY(!netnames::isAddress(u"a..b@c.ua"_s));
        for (const char16_t* good : {u"https://api2t.diia.gov.ua/", u"http://x.y:8080/a?b=c", u"https://дія.укр"})
            QVERIFY2(netnames::isWebAddress(QString::fromUtf16(good)), qPrintable(QString::fromUtf16(good)));
        for (const char16_t* bad : {u"api2t.diia.gov.ua", u"ftp://x.y", u"https://", u"https://a b", u"https://u:p@x.y",
                 u"https://x.y:99999", u"https:///x", u"javascript:alert(1)"})
            QVERIFY2(!netnames::isWebAddress(QString::fromUtf16(bad)), qPrintable(QString::fromUtf16(bad)));
        QVERIFY(netnames::belongsTo(u"example.org"_s, u"smtp.example.org"_s));
        QVERIFY(netnames::belongsTo(u"приклад.укр"_s, u"smtp.xn--80aikifvh.xn--j1amh"_s));
        QVERIFY(!netnames::belongsTo(u"other.gov.ua"_s, u"smtp.diia.gov.ua"_s));
    }

    void legacyPasswordComesOut()
    {
        auto document = YamlDocument::parse(
            "global:\n  notifications:\n    email:\n      type: external\n      password: c2VjcmV0\n", u"f"_s);
        QVERIFY(channelSettings(*document).email.hasPassword);
        QCOMPARE(takeLegacyPassword(*document).value(), u"secret"_s);
        QCOMPARE(document->bytes(), QByteArray("global:\n  notifications:\n    email:\n      type: external\n"));
        QVERIFY(!takeLegacyPassword(*document));
    }

    void diiaComesAndGoes()
    {
        auto document = YamlDocument::parse("a: 1\n", u"f"_s);
        QVERIFY(applyDiia(*document, {u"https://api2.diia.gov.ua/"_s, true, {}}));
        QCOMPARE(document->bytes(),
            QByteArray("a: 1\nexternal-systems:\n  diia:\n    url: https://api2.diia.gov.ua/\n    type: platform\n"
                       "    protocol: REST\n    auth:\n      type: AUTH_TOKEN\n"));
        QVERIFY(removeDiia(*document));
        QCOMPARE(document->bytes(), QByteArray("a: 1\nexternal-systems: {}\n"));
        QVERIFY(!applyDiia(*document, {u"not a url"_s, false, {}}));
    }

    void resourcesHideSecrets()
    {
        auto document = YamlDocument::parse(values(), u"f"_s);
        EmailChange change = external();
        change.port = 465;
        change.vaultPath = u"registry-kv/registry/land/smtp-x"_s;
        change.vaultKey = u"smtp-password"_s;
        QVERIFY(applyEmail(*document, change));
        const auto resources = clusterResources(channelSettings(*document));
        QCOMPARE(resources.size(), 4);
        QVERIFY(resources[0].yaml.contains(u"host: smtp.example.org\n      "_s)
            || resources[0].yaml.contains(u"host: smtp.example.org"_s));
        QVERIFY(resources[0].yaml.contains(u"mail.smtp.starttls.enable: false"_s));
        QVERIFY(resources[1].yaml.contains(u"notifications.email.password: (hidden)"_s));
        QCOMPARE(resources[2].kind, u"ServiceEntry"_s);
        QVERIFY(resources[3].yaml.contains(u"api2t.diia.gov.ua"_s));
        for (const auto& resource : resources)
            QVERIFY(YamlDocument::parse(resource.yaml.toUtf8(), u"r"_s));
    }

    void noticesAnotherHand()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(u"deploy-templates"_s);
        const QString path = folder.filePath(u"deploy-templates/values.yaml"_s);
        QVERIFY(writeFile(path, values()));
        auto file = ValuesFile::load(folder.path());
        QVERIFY(file && file->document());
        YamlDocument changed = *file->document();
        QVERIFY(applyEmail(changed, external()));
        QVERIFY(writeFile(path, values() + "# other\n"));
        QVERIFY(file->changedOnDisk());
        const auto saved = file->save(changed, testPass(Operation::SetChannel));
        QVERIFY(!saved && saved.error().is(errors::changedMeanwhile));
        QCOMPARE(readFile(path)->bytes, values() + "# other\n");
        QVERIFY(!ValuesFile::load(folder.filePath(u"nowhere"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
