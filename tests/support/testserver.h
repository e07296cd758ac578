#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace nc {

/// One of the servers beside this file as a child process: `start("mailserver.py", "starttls")` gives its port. Ends
/// with the object.
class TestServer {
public:
    explicit TestServer(QString folder)
        : m_folder(std::move(folder))
    {
    }
    ~TestServer() { stop(); }
    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    int start(const QString& script, const QStringList& arguments)
    {
        stop();
        m_process = std::make_unique<QProcess>();
        m_process->start(QStringLiteral("/usr/bin/python3"),
            QStringList{QStringLiteral(NC_SOURCE_DIR "/tests/channels/") + script, arguments.value(0), m_folder}
                + arguments.mid(1));
        while (!m_process->canReadLine() && m_process->waitForReadyRead(20'000)) { }
        const int port = m_process->readLine().trimmed().toInt();
        if (port == 0)
            qWarning("%s", m_process->readAllStandardError().constData());
        return port;
    }
    void stop()
    {
        if (m_process) {
            m_process->kill();
            m_process->waitForFinished();
        }
        m_process.reset();
    }

    /// cert.pem and key.pem in the folder, for that name but of the year 2020.
    void expiredCertificate(const QString& name) const
    {
        certificate(name);
        QProcess shell;
        shell.setWorkingDirectory(m_folder);
        // "req" knows no dates; "ca" does.
        shell.start(QStringLiteral("sh"),
            {QStringLiteral("-c"),
                QStringLiteral("set -e; : > index.txt; echo 01 > serial\n"
                               "printf '[ca]\\ndefault_ca=d\\n[d]\\ndatabase=index.txt\\nserial=serial\\n"
                               "new_certs_dir=.\\ndefault_md=sha256\\npolicy=p\\ncopy_extensions=copy\\n"
                               "[p]\\ncommonName=supplied\\n' > ca.cnf\n"
                               "openssl req -new -key key.pem -subj /CN=%1 -addext subjectAltName=DNS:%1 -out r.csr\n"
                               "openssl ca -batch -notext -selfsign -config ca.cnf -keyfile key.pem -in r.csr "
                               "-startdate 20200101000000Z -enddate 20200201000000Z -out cert.pem\n")
                    .arg(name)});
        QVERIFY2(shell.waitForFinished() && shell.exitCode() == 0, shell.readAllStandardError().constData());
    }

    /// cert.pem and key.pem in the folder, valid for that name.
    void certificate(const QString& name, int days = 30) const
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder);
        openssl.start(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                QStringLiteral("-keyout"), QStringLiteral("key.pem"), QStringLiteral("-out"),
                QStringLiteral("cert.pem"), QStringLiteral("-days"), QString::number(days), QStringLiteral("-subj"),
                QStringLiteral("/CN=") + name, QStringLiteral("-addext"),
                QStringLiteral("subjectAltName=DNS:") + name});
        QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
    }

private:
    QString m_folder;
    std::unique_ptr<QProcess> m_process;
};

} // namespace nc
