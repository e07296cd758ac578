#include "process/rpcframe.h"

#include "core/errors.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype headSize = 4;

/// What a person needs to recognise output that went to the wrong place ("Exception in thread …").
QString excerpt(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 200)));
    for (QChar& c : text) {
        if (!c.isPrint())
            c = u' ';
    }
    return text.simplified();
}

bool looksLikeText(QByteArrayView bytes)
{
    return std::all_of(
        bytes.begin(), bytes.end(), [](char c) { return (c >= 32 && c < 127) || c == '\n' || c == '\t'; });
}

} // namespace

QByteArray rpcFrame(const QJsonObject& message)
{
    const QByteArray json = QJsonDocument(message).toJson(QJsonDocument::Compact);
    QByteArray frame(headSize, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(json.size()), frame.data());
    return frame + json;
}

Result<std::optional<QJsonObject>> RpcFrameReader::next()
{
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_start);
    if (rest.size() < headSize)
        return std::nullopt;
    const qint64 size = qFromBigEndian<quint32>(rest.data());
    if (size > m_limit) {
        if (looksLikeText(rest.first(headSize)))
            return fail(errors::badAnswer, {}, excerpt(rest), Next::Retry);
        return fail(errors::answerTooLarge, {}, QString::number(size), Next::Abort);
    }
    if (rest.size() < headSize + size)
        return std::nullopt;
    const QByteArrayView json = rest.sliced(headSize, size);
    QJsonParseError parseError;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &parseError);
    if (!document.isObject())
        return fail(errors::badAnswer, {}, excerpt(json), Next::Retry);
    m_start += headSize + size;
    // Moved together only now and then, so that many small frames cost no copying.
    if (m_start == m_buffer.size() || m_start > 1024 * 1024) {
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
    return document.object();
}

} // namespace nc
