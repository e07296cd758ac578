// The other end of RpcPeer in tests: answers as the protocol says, or misbehaves as it is told.
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray readExactly(qsizetype size)
{
    QByteArray bytes(size, '\0');
    if (std::fread(bytes.data(), 1, static_cast<std::size_t>(size), stdin) != static_cast<std::size_t>(size))
        return {};
    return bytes;
}

void writeRaw(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void writeFrame(const QByteArray& json)
{
    QByteArray head(4, '\0');
    qToBigEndian(static_cast<quint32>(json.size()), head.data());
    writeRaw(head + json);
}

void answer(qint64 id, const QJsonValue& result)
{
    writeFrame(QJsonDocument(QJsonObject{{u"id"_s, id}, {u"result"_s, result}}).toJson(QJsonDocument::Compact));
}

[[noreturn]] void sleepForever()
{
    for (;;)
        std::this_thread::sleep_for(std::chrono::hours(1));
}

void misbehave(const QString& method, qint64 id, const QJsonObject& params)
{
    if (method == u"die") {
        for (int i = 1; i <= 8; ++i)
            std::cerr << "line " << i << std::endl;
        std::_Exit(params["code"_L1].toInt());
    } else if (method == u"crash") {
        std::abort();
    } else if (method == u"hang") {
        sleepForever();
    } else if (method == u"text") {
        writeRaw("Exception in thread main\n");
    } else if (method == u"broken json") {
        writeFrame("{\"id\":");
    } else if (method == u"wrong id") {
        answer(id + 1000, 1);
    } else if (method == u"huge") {
        answer(id, QString(params["size"_L1].toInt(), u'x'));
    } else if (method == u"close") {
        ::close(STDOUT_FILENO);
        sleepForever();
    } else if (method == u"half") {
        writeRaw(QByteArray("\0\0\0\x50{\"id\":", 10));
        sleepForever();
    } else if (method == u"long stderr") {
        std::cerr << std::string(100'000, 'e') << std::endl;
        answer(id, true);
    } else if (method == u"child") {
        // A grandchild that keeps the pipes open must not keep its parent's death from being seen.
        if (::fork() == 0)
            sleepForever();
        std::_Exit(5);
    }
}

} // namespace

int main()
{
    std::optional<QJsonObject> held;
    for (;;) {
        const QByteArray head = readExactly(4);
        if (head.isEmpty())
            return 0;
        const QByteArray body = readExactly(qFromBigEndian<quint32>(head.constData()));
        const QJsonObject request = QJsonDocument::fromJson(body).object();
        const qint64 id = request["id"_L1].toInteger();
        const QString method = request["method"_L1].toString();
        const QJsonObject params = request["params"_L1].toObject();
        if (method == u"echo") {
            answer(id, params);
        } else if (method == u"pid") {
            answer(id, static_cast<qint64>(::getpid()));
        } else if (method == u"refuse") {
            const QJsonObject error{{u"code"_s, u"no"_s}, {u"message"_s, u"not today"_s}};
            writeFrame(QJsonDocument(QJsonObject{{u"id"_s, id}, {u"error"_s, error}}).toJson(QJsonDocument::Compact));
        } else if (method == u"hold") {
            // Answered after the next request: answers need not come in order.
            held = request;
        } else if (method == u"sleep") {
            std::this_thread::sleep_for(std::chrono::milliseconds(params["ms"_L1].toInt()));
            answer(id, true);
        } else {
            misbehave(method, id, params);
        }
        if (held && method != u"hold") {
            answer((*held)["id"_L1].toInteger(), u"held"_s);
            held.reset();
        }
    }
}
