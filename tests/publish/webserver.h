#pragma once

#include <QByteArray>
#include <QMap>
#include <QMutex>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>

/// An HTTP server in a thread of its own with kept connections, so that a test may block on it. What it answers decides
/// `handle`, called in its thread; a subclass holds state under its own mutex.
class WebServer : public QThread {
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    struct Reply {
        int status = 200;
        QByteArray body = {};
        bool cut = false; ///< the connection ends without an answer
        bool hang = false; ///< nothing ever comes
    };
    using Handler = std::function<Reply(const Request&)>;

    explicit WebServer(Handler handle)
        : m_handle(std::move(handle))
    {
        start();
        m_ready.acquire();
    }
    ~WebServer() override
    {
        quit();
        wait();
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

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
        for (;;) {
            const QByteArray bytes = socket.peek(socket.bytesAvailable());
            const qsizetype end = bytes.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            Request request;
            const QList<QByteArray> lines = bytes.first(end).split('\n');
            request.method = lines[0].split(' ').value(0);
            request.path = lines[0].split(' ').value(1);
            for (const QByteArray& line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                request.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
            }
            const qsizetype length = request.headers.value("content-length").toLongLong();
            if (bytes.size() < end + 4 + length)
                return;
            request.body = bytes.mid(end + 4, length);
            socket.skip(end + 4 + length);
            const Reply reply = m_handle(request);
            if (reply.hang)
                return;
            if (reply.cut) {
                socket.abort();
                return;
            }
            socket.write("HTTP/1.1 " + QByteArray::number(reply.status) + " x\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
        }
    }

    Handler m_handle;
    QSemaphore m_ready;
    quint16 m_port = 0;
};
