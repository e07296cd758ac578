#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>

namespace nc::test {

/// A tiny HTTP server in a thread of its own, so that a test may block on it: gives what it was told to, keeps what it
/// was asked. Closes each connection after its answer.
class HttpFake : public QThread {
public:
    struct Answer {
        int status = 200;
        QByteArray body;
        std::function<void()> instead = {}; ///< is called, and nothing is ever answered
    };

    HttpFake()
    {
        start();
        m_ready.acquire();
    }
    ~HttpFake() override
    {
        quit();
        wait();
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    void put(const QByteArray& path, const Answer& answer)
    {
        const QMutexLocker lock(&m_mutex);
        m_answers.insert(path, answer);
    }
    /// The heads of all requests so far.
    QList<QByteArray> requests() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }

private:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_port = server.serverPort();
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, &server] {
            while (QTcpSocket* socket = server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { serve(*socket); });
        });
        m_ready.release();
        exec();
    }
    void serve(QTcpSocket& socket)
    {
        const QByteArray head = socket.peek(65536);
        if (!head.contains("\r\n\r\n"))
            return;
        socket.readAll();
        Answer answer{404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"};
        {
            const QMutexLocker lock(&m_mutex);
            m_requests.append(head);
            answer = m_answers.value(head.split(' ').value(1), answer);
        }
        if (answer.instead) {
            answer.instead();
            return;
        }
        socket.write("HTTP/1.1 " + QByteArray::number(answer.status) + " x\r\nContent-Length: "
            + QByteArray::number(answer.body.size()) + "\r\nConnection: close\r\n\r\n" + answer.body);
        socket.disconnectFromHost();
    }

    mutable QMutex m_mutex;
    QSemaphore m_ready;
    quint16 m_port = 0;
    QMap<QByteArray, Answer> m_answers;
    QList<QByteArray> m_requests;
};

} // namespace nc::test
