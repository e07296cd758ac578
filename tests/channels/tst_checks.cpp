#include "channels/channelchecks.h"
#include "channels/valuesfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("email");
        QTest::addColumn<QString>("found"); // "line:severity:code", in order
        const auto row = [](const char* name, const char* email, const char* found) {
            QTest::newRow(name) << QByteArray(email) << QString::fromLatin1(found);
        };
        const char* good = "type: external\nhost: smtp.example.org\nport: 587\naddress: r@example.org\n"
                           "vaultPath: registry-kv/x\nvaultKey: smtp-password\n";
        row("external", good, "");
        row("internal", "type: internal\n", "");
        row("legacy password",
            "type: external\nhost: smtp.example.org\nport: 587\naddress: r@example.org\npassword: eA==\n",
            "8:warning:legacy-password");
        row("vault path", "type: external\nhost: smtp.example.org\nport: 465\naddress: r@example.org\n",
            "3:warning:missing-vault-path");
        row("port",
            "type: external\nhost: smtp.example.org\nport: 2525\naddress: r@example.org\nvaultPath: x\nvaultKey: y\n",
            "6:warning:unusual-port");
        row("bad port",
            "type: external\nhost: smtp.example.org\nport: many\naddress: r@example.org\nvaultPath: x\nvaultKey: y\n",
            "6:error:bad-port");
        row("foreign",
            "type: external\nhost: smtp.example.org\nport: 25\naddress: r@other.ua\nvaultPath: x\nvaultKey: y\n",
            "7:warning:foreign-address");
        row("ukrainian",
            "type: external\nhost: smtp.приклад.укр\nport: 25\naddress: r@приклад.укр\nvaultPath: x\nvaultKey: y\n",
            "");
        row("unknown key", "type: internal\nhots: x\n", "5:warning:unknown-key");
        row("leftover", "type: internal\nhost: x\n", "5:warning:leftover-key");
        row("type", "type: extern\n", "4:error:unknown-type");
        row("no type", "host: x\n", "3:error:missing-type");
        row("twice",
            "type: internal\ntype: external\nhost: smtp.x.ua\nport: 25\naddress: a@x.ua\nvaultPath: x\nvaultKey: y\n",
            "5:error:duplicate-key");
        row("all missing", "type: external\n",
            "3:error:missing-host,3:error:missing-port,3:error:missing-address,3:warning:missing-vault-path");
    }
    void finds()
    {
        QFETCH(QByteArray, email);
        QFETCH(QString, found);
        QByteArray yaml = "global:\n  notifications:\n    email:\n";
        for (const QByteArray& line : email.split('\n'))
            yaml += line.isEmpty() ? QByteArray() : "      " + line + '\n';
        compare(yaml, found);
    }

    void diia()
    {
        compare("external-systems:\n  diia:\n    url: http://x.y/\n    extra: 1\n    auth: {secret: plain-token}\n",
            u"1:info:not-configured,3:warning:not-https,4:warning:unknown-key,5:warning:open-secret"_s);
        compare("external-systems:\n  diia:\n    type: platform\n",
            u"1:info:not-configured,2:error:missing-url,2:warning:missing-secret"_s);
    }

    void oddFiles()
    {
        compare("", u"1:info:not-configured"_s);
        compare("- a\n", u"1:error:not-a-mapping"_s);
        compare("global:\n  notifications: text\n", u"2:error:not-a-mapping"_s);
        compare("global:\n\tx: 1\n", u"2:error:yaml-tab"_s);
        compare("global: [\n", u"2:error:yaml-broken"_s);
        compare("global: {}\nglobal:\n  notifications: {email: {type: internal}}\n", u"2:error:duplicate-key"_s);
    }

    void secretsAreNotRepeated()
    {
        for (const ChannelProblem& problem : problemsOf(YamlDocument::parse("global:\n  notifications:\n    email:\n"
                                                                            "      type: external\n"
                                                                            "      password: Q0FOQVJZ\n"
                                                                            "external-systems:\n  diia:\n    auth:\n"
                                                                            "      secret: CANARY\n",
                                                            u"f"_s),
                 u"f"_s)) {
            QVERIFY(!problem.error.subject.contains(u"CANARY"_s) && !problem.error.detail.contains(u"CANARY"_s));
            QVERIFY(!problem.error.subject.contains(u"Q0FOQVJZ"_s));
        }
    }

private:
    static void compare(const QByteArray& yaml, const QString& expected)
    {
        QStringList found;
        for (const ChannelProblem& problem :
            problemsOf(YamlDocument::parse(yaml, u"dir/values.yaml"_s), u"dir/values.yaml"_s)) {
            QCOMPARE(problem.path, u"dir/values.yaml"_s);
            found += u"%1:%2:%3"_s.arg(problem.line).arg(problem.severityName(), problem.code());
        }
        QCOMPARE(found.join(u','), expected);
    }
};

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
