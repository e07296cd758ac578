#include "../support/canary.h"
#include "../support/patience.h"
#include "../support/registryclone.h"
#include "../support/testserver.h"
#include "cli/commandline.h"
#include "cli/registry.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "secrets/systemsecrets.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace nc;

/// The administrator's day from the command line: another mail server, tried for real, a letter made from a template,
/// offered for review; with and without a vault. The password turns up nowhere.
class TestJourney : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RegistryClone> m_clone;
    std::unique_ptr<TestServer> m_mail;
    std::unique_ptr<TestServer> m_vault;
    QByteArray m_out;
    QByteArray m_err;
    QByteArray m_said; ///< everything so far

    QString config() const { return m_folder->filePath(u"config"_s); }

    int run(const QStringList& arguments, QByteArray input = {})
    {
        QBuffer in(&input);
        QBuffer out(&m_out);
        QBuffer err(&m_err);
        m_out.clear();
        m_err.clear();
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        cli::Environment env(&in, &out, &err);
        env.configDir = config();
        env.profileName = u"experts"_s;
        const auto registry = cli::Registry::all();
        const int code = cli::runCommandLine(registry, arguments, env);
        m_said += m_out + m_err;
        return code;
    }
    void profile(const QString& vault)
    {
        Profile profile;
        profile.name = u"experts"_s;
        profile.registry = m_clone->path();
        profile.regulation = QStringLiteral(NC_SOURCE_DIR "/resources/demo/regulation");
        profile.vault.url = vault;
        QVERIFY(ProfileStore(config()).add(profile));
    }
    /// Lines of the diff that begin so, without the headers.
    QStringList lines(char sign) const
    {
        QStringList found;
        for (const QByteArray& line : m_out.split('\n')) {
            if (line.startsWith(sign) && !line.startsWith("---") && !line.startsWith("+++"))
                found += QString::fromUtf8(line.mid(1)).trimmed();
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        m_folder = std::make_unique<QTemporaryDir>();
        m_clone = std::make_unique<test::RegistryClone>(m_folder->path());
        QDir().mkpath(m_folder->filePath(u"servers"_s));
        m_mail = std::make_unique<TestServer>(m_folder->filePath(u"servers"_s));
        m_vault = std::make_unique<TestServer>(m_folder->filePath(u"servers"_s));
        m_said.clear();
    }
    void cleanup()
    {
        m_mail.reset();
        m_vault.reset();
        m_clone.reset();
        m_folder.reset();
    }

    void anotherMailServer()
    {
        const test::Canary canary("CANARY-mail-7f3a9");
        qputenv("NC_MAIL_PASSWORD", canary.word);
        m_mail->certificate(u"localhost"_s);
        const QString port = QString::number(m_mail->start(u"mailserver.py"_s, {u"starttls"_s}));
        const QString ca = m_folder->filePath(u"servers/cert.pem"_s);
        profile({});
        const QStringList set{u"channels"_s, u"set"_s, u"email"_s, u"--type"_s, u"external"_s, u"--host"_s,
            u"localhost"_s, u"--port"_s, port, u"--address"_s, u"registry@example.org"_s};

        // The difference: three lines and the type, nothing else; nothing is written.
        QCOMPARE(run(set + QStringList{u"--dry-run"_s}), 0);
        QCOMPARE(lines('-'), QStringList{u"type: internal     # internal | external"_s});
        QCOMPARE(lines('+'),
            (QStringList{u"type: external     # internal | external"_s, u"host: localhost"_s, u"port: "_s + port,
                u"address: registry@example.org"_s}));
        QCOMPARE(m_clone->onDisk(), m_clone->original);
        QCOMPARE(run(set + QStringList{u"--password-stdin"_s}, canary.word + '\n'), 0);

        // Tried, and a letter sent.
        QCOMPARE(run({u"channels"_s, u"test"_s, u"email"_s, u"--ca"_s, ca, u"--json"_s}), 0);
        QCOMPARE(m_out.count("\"result\":\"ok\""), 5);
        QCOMPARE(run({u"channels"_s, u"test"_s, u"email"_s, u"--ca"_s, ca, u"--to"_s, u"me@example.org"_s,
                     u"--template"_s, u"email/application-received"_s}),
            0);
        const auto letter = readFile(m_folder->filePath(u"servers/letter-1.eml"_s));
        QVERIFY(letter);
        QVERIFY(letter->bytes.contains("X-Notification-Console: test"));
        QVERIFY(letter->bytes.contains("Content-Type: text/html"));
        const QByteArray body = QByteArray::fromBase64(letter->bytes.mid(letter->bytes.indexOf("\r\n\r\n") + 4));
        QVERIFY(body.contains("Це тестовий лист") && body.contains("data:image/jpeg;base64,"));

        // Offered for review; the clone's own hook, author and Gerrit's rules count.
        QCOMPARE(run({u"channels"_s, u"commit"_s, u"-m"_s, u"Send through localhost"_s, u"--push"_s, u"--json"_s}), 0);
        const QJsonObject pushed = QJsonDocument::fromJson(m_out).object();
        QCOMPARE(pushed[u"ref"_s].toString(), u"refs/for/main"_s);
        QCOMPARE(pushed[u"url"_s].toString(), u"https://gerrit.example.org/c/experts/+/7"_s);
        const QByteArray commit =
            test::RegistryClone::git(m_clone->bare(), {u"log"_s, u"-1"_s, u"--format=%an|%s|%b"_s, u"refs/for/main"_s});
        QVERIFY2(commit.startsWith("Оксана Адмін|Send through localhost|Change-Id: I"), commit.constData());
        QCOMPARE(test::RegistryClone::git(m_clone->bare(), {u"diff"_s, u"--numstat"_s, u"main"_s, u"refs/for/main"_s}),
            QByteArray("4\t1\tdeploy-templates/values.yaml"));

        lookForIt(canary);
    }

    void throughTheVault()
    {
        const test::Canary canary("CANARY-vault-51bc2");
        const int port = m_vault->start(u"vaultserver.py"_s, {u"good"_s});
        profile(u"http://localhost:%1"_s.arg(port));
        ProfileSecrets secrets;
        secrets.vault = u"token-right"_s;
        QVERIFY(saveSecrets(*openSecretStore(config()), u"experts"_s, secrets, {}));
        QCOMPARE(run({u"profiles"_s, u"test"_s, u"experts"_s}), 0);
        QCOMPARE(run({u"channels"_s, u"set"_s, u"email"_s, u"--type"_s, u"external"_s, u"--host"_s, u"localhost"_s,
                         u"--port"_s, u"25"_s, u"--address"_s, u"registry@example.org"_s, u"--password-stdin"_s},
                     canary.word + '\n'),
            0);
        QCOMPARE(run({u"channels"_s, u"show"_s, u"--json"_s}), 0);
        const QJsonObject email = QJsonDocument::fromJson(m_out)[u"email"_s].toObject();
        const QString path = email[u"vaultPath"_s].toString();
        static const QRegularExpression form(uR"(^registry-kv/registry/experts/smtp-\d{8}T\d{6}Z$)"_s);
        QVERIFY2(form.match(path).hasMatch(), qPrintable(path));
        QCOMPARE(email[u"vaultKey"_s].toString(), u"smtp-password"_s);
        QCOMPARE(
            run({u"channels"_s, u"set"_s, u"diia"_s, u"--url"_s, u"https://api2.diia.gov.ua/"_s, u"--password-stdin"_s},
                canary.word + "-token\n"),
            0);
        QCOMPARE(run({u"channels"_s, u"show"_s, u"--json"_s}), 0);
        const QString secret = QJsonDocument::fromJson(m_out)[u"diia"_s][u"secret"_s].toString();
        static const QRegularExpression diia(
            uR"(^vault:registry-kv/registry/experts/external-systems/diia-\d{8}T\d{6}Z$)"_s);
        QVERIFY2(diia.match(secret).hasMatch(), qPrintable(secret));

        const QJsonObject stored =
            QJsonDocument::fromJson(readFile(m_folder->filePath(u"servers/vault.json"_s))->bytes).object();
        QCOMPARE(stored.size(), 2);
        QCOMPARE(stored[u"data/"_s + path.section(u'/', 1)][0][u"smtp-password"_s].toString(),
            QString::fromLatin1(canary.word));
        QCOMPARE(
            stored[u"data/"_s + secret.section(u'/', 1)][0][u"external-systems.diia.auth.secret.token"_s].toString(),
            QString::fromLatin1(canary.word + "-token"));
        // Where the vault refuses, nothing is written into the file either.
        const QByteArray before = m_clone->onDisk();
        m_vault->start(u"vaultserver.py"_s, {u"sealed"_s});
        QCOMPARE(run({u"channels"_s, u"set"_s, u"email"_s, u"--port"_s, u"587"_s, u"--password-stdin"_s}, "x\n"), 1);
        QVERIFY2(!m_err.isEmpty(), m_err.constData());
        QCOMPARE(m_clone->onDisk(), before);
        QFile::remove(m_folder->filePath(u"servers/vault.json"_s));
        lookForIt(canary);
    }

    void aCrashLeavesNothingBehind()
    {
        // The program waits for the password: a good moment to look at it.
        QProcess notifyctl;
        notifyctl.start(QStringLiteral(NC_BINARY_DIR "/bin/notifyctl"),
            {u"channels"_s, u"set"_s, u"email"_s, u"--password-stdin"_s, u"--registry"_s, m_clone->path(),
                u"--config-dir"_s, config()});
        QVERIFY(notifyctl.waitForStarted());
        const auto limit = [&] {
            QFile file(u"/proc/%1/limits"_s.arg(notifyctl.processId()));
            static const QRegularExpression core(u"Max core file size +(\\S+) +(\\S+)"_s);
            const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
            const auto match = core.match(text);
            return match.captured(1) + u' ' + match.captured(2);
        };
        QTRY_COMPARE(limit(), u"0 0"_s);
        notifyctl.closeWriteChannel();
        QVERIFY(notifyctl.waitForFinished());
        QCOMPARE(notifyctl.exitCode(), 2);
        QVERIFY(notifyctl.readAllStandardError().size() > 0);
        QCOMPARE(m_clone->onDisk(), m_clone->original);
    }

    void diiaOutAndBack()
    {
        profile({});
        QCOMPARE(run({u"channels"_s, u"set"_s, u"diia"_s, u"--remove"_s, u"--dry-run"_s}), 0);
        QCOMPARE(lines('-').size(), 7);
        QCOMPARE(lines('+').size(), 0);
        QCOMPARE(run({u"channels"_s, u"set"_s, u"diia"_s, u"--remove"_s}), 0);
        QCOMPARE(run({u"channels"_s, u"set"_s, u"diia"_s, u"--remove"_s}), 0);
        QCOMPARE(run({u"channels"_s, u"set"_s, u"diia"_s, u"--url"_s, u"https://api2t.diia.gov.ua/"_s, u"--secret"_s,
                     u"vault:registry-kv/registry/experts/external-systems/diia-1"_s}),
            0);
        QCOMPARE(run({u"channels"_s, u"show"_s, u"--json"_s}), 0);
        const QJsonObject diia = QJsonDocument::fromJson(m_out)[u"diia"_s].toObject();
        QCOMPARE(diia[u"url"_s].toString(), u"https://api2t.diia.gov.ua/"_s);
        QCOMPARE(diia[u"secret"_s].toString(), u"vault:registry-kv/registry/experts/external-systems/diia-1"_s);
        // The token itself is no place.
        const QByteArray before = m_clone->onDisk();
        QCOMPARE(run({u"channels"_s, u"set"_s, u"diia"_s, u"--secret"_s, u"CANARY"_s}), 2);
        QVERIFY(!m_err.contains("CANARY"));
        QCOMPARE(m_clone->onDisk(), before);
    }

private:
    /// In files, logs, git's objects, arguments of processes and what was said; the encrypted files are private.
    void lookForIt(const test::Canary& canary)
    {
        int looked = 0;
        QStringList found = canary.filesWithIt(m_folder->path(), &looked);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
        QVERIFY2(looked > 20, qPrintable(QString::number(looked)));
        QVERIFY(!canary.isIn(m_said));
        QVERIFY(canary.processesSeen() > 0);
        QVERIFY(!canary.wasInArguments());
        for (const QString& name : {u"secrets.json"_s, u"secrets.key"_s}) {
            const QFileInfo file(config() + u'/' + name);
            QVERIFY2(file.exists(), qPrintable(name));
            QCOMPARE(file.permissions() & 0x0077, QFile::Permissions());
        }
    }
};

QTEST_GUILESS_MAIN(TestJourney)
#include "tst_journey.moc"
