#include "widgets/connections/profileform.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestProfileForm : public QObject {
    Q_OBJECT

private:
    static Profile full()
    {
        Profile profile;
        profile.name = u"registry-test"_s;
        profile.description = u"опис"_s;
        profile.kafka.bootstrap = u"kafka-1:9093"_s;
        profile.kafka.security = u"SSL"_s;
        profile.kafka.ca = u"/ca.pem"_s;
        profile.kafka.pkcs12 = u"/client.p12"_s;
        profile.kafka.schemaRegistry = u"http://registry:8081"_s;
        profile.kafka.registryUser = u"reader"_s;
        profile.kafka.settings = {
            {u"address.map.kafka-1:9093"_s, u"127.0.0.1:19093"_s}, {u"socket.timeout.ms"_s, u"30000"_s}};
        profile.database = u"host=db dbname=notifications user=console"_s;
        profile.regulation = u"/regulation"_s;
        profile.registry = u"/registry"_s;
        profile.service = u"https://service.test"_s;
        profile.serviceCa = u"/service.pem"_s;
        profile.serviceVersion = u"1.8.0"_s;
        profile.vault.url = u"https://vault.test:8200"_s;
        profile.readOnly = true;
        return profile;
    }

private Q_SLOTS:
    void givesBackWhatItWasGiven()
    {
        ProfileForm form;
        QSignalSpy edited(&form, &ProfileForm::edited);
        form.setProfile(full(), false);
        QCOMPARE(form.profile().toJson(), full().toJson());
        QVERIFY(form.secrets() == ProfileSecrets());
    }

    void takesSettingsLineByLine()
    {
        ProfileForm form;
        form.setProfile(full(), false);
        QSignalSpy edited(&form, &ProfileForm::edited);
        auto* settings = form.findChild<QPlainTextEdit*>(u"profileSettings"_s);
        QVERIFY(settings);
        settings->setPlainText(u"client.id = a=b \n\n = nothing\nlonely\n"_s);
        QVERIFY(edited.count() > 0);
        const QMap<QString, QString> expected{{u"client.id"_s, u"a=b"_s}, {u"lonely"_s, QString()}};
        QCOMPARE(form.profile().kafka.settings, expected);
    }
};

QTEST_MAIN(TestProfileForm)
#include "tst_profileform.moc"
