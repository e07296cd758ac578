#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QSemaphore>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <functional>

namespace nc::test {

/// A tiny HTTP server in a thread of its own, so that a test may block on it: gives what it was told to, keeps what it
/// was asked, counts connections. Keeps a connection open after its answer, as servers do. With a folder that holds
/// cert.pem and key.pem it speaks TLS.
class HttpFake : public QThread {
public:
    struct Answer {
        int status = 200;
        QByteArray body;
        std::function<void()> instead = {}; ///< is called, and nothing is ever answered
        QByteArray headers = {}; ///< further ones, each with its line end
        bool closes = false; ///< the connection ends without an answer
        bool drips = false; ///< a byte now and then, for ever
    };
    static Answer closing() { return {200, {}, {}, {}, true}; }
    static Answer dripping() { return {200, {}, {}, {}, false, true}; }

    explicit HttpFake(QString certificates = {})
        : m_certificates(std::move(certificates))
    {
        start();
        m_ready.acquire();
    }
    ~HttpFake() override
    {
        quit();
        wait();
    }

    quint16 port() const { return m_port; }
    QString url(const QString& host = QStringLiteral("127.0.0.1")) const
    {
        return QStringLiteral("%1://%2:%3")
            .arg(m_certificates.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"), host)
            .arg(m_port);
    }
    void put(const QByteArray& path, const Answer& answer)
    {
        const QMutexLocker lock(&m_mutex);
        m_answers.insert(path, answer);
    }
    /// What is answered where nothing was put; at first what a schema registry says of a schema that it has not.
    void putElse(const Answer& answer)
    {
        const QMutexLocker lock(&m_mutex);
        m_else = answer;
    }
    /// The heads of all requests so far.
    QList<QByteArray> requests() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }
    int connections() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_connections;
    }

private:
    void run() override
    {
        const std::unique_ptr<QTcpServer> server = make();
        server->listen(QHostAddress::LocalHost);
        m_port = server->serverPort();
        QObject::connect(server.get(), &QTcpServer::pendingConnectionAvailable, server.get(), [this, &server] {
            while (QTcpSocket* socket = server->nextPendingConnection()) {
                {
                    const QMutexLocker lock(&m_mutex);
                    ++m_connections;
                }
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(*socket); });
                serve(*socket);
            }
        });
        m_ready.release();
        exec();
    }
    std::unique_ptr<QTcpServer> make() const
    {
        if (m_certificates.isEmpty())
            return std::make_unique<QTcpServer>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(m_certificates + QStringLiteral("/cert.pem")));
        QFile key(m_certificates + QStringLiteral("/key.pem"));
        if (key.open(QIODevice::ReadOnly))
            configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(configuration);
        return server;
    }
    void serve(QTcpSocket& socket)
    {
        const QByteArray read = socket.peek(1024 * 1024);
        const qsizetype end = read.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = read.left(end + 4);
        const qsizetype at = head.toLower().indexOf("content-length:");
        const qsizetype length =
            at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (read.size() < head.size() + length)
            return;
        socket.read(head.size() + length);
        Answer answer;
        {
            const QMutexLocker lock(&m_mutex);
            m_requests.append(read.left(head.size() + length));
            answer = m_answers.value(head.split(' ').value(1), m_else);
        }
        if (answer.instead)
            return answer.instead();
        if (answer.closes)
            return socket.close();
        if (answer.drips)
            return drip(socket);
        socket.write("HTTP/1.1 " + QByteArray::number(answer.status) + " x\r\nContent-Length: "
            + QByteArray::number(answer.body.size()) + "\r\n" + answer.headers + "\r\n" + answer.body);
    }
    static void drip(QTcpSocket& socket)
    {
        socket.write("HTTP/1.1 200 x\r\nContent-Length: 1000000\r\n\r\n");
        auto* timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("."); });
        timer->start(20);
    }

    const QString m_certificates;
    mutable QMutex m_mutex;
    QSemaphore m_ready;
    quint16 m_port = 0;
    QMap<QByteArray, Answer> m_answers;
    Answer m_else{404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"};
    QList<QByteArray> m_requests;
    int m_connections = 0;
};

} // namespace nc::test
