#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace nc {

/// The frame of RpcPeer's protocol: a length of 4 bytes (big-endian), then that many bytes of UTF-8 JSON.
QByteArray rpcFrame(const QJsonObject& message);

/// Takes a stream of bytes apart into messages. After an error the stream cannot be trusted any more.
class RpcFrameReader {
public:
    explicit RpcFrameReader(qint64 limit)
        : m_limit(limit)
    {
    }

    void add(QByteArrayView bytes) { m_buffer.append(bytes); }

    /// The next whole message; nothing when more bytes are needed. errors::answerTooLarge for a frame over the limit
    /// (found out from its length, before it is held), errors::badAnswer for what is no frame of JSON.
    Result<std::optional<QJsonObject>> next();

private:
    QByteArray m_buffer;
    qsizetype m_start = 0;
    qint64 m_limit;
};

} // namespace nc
