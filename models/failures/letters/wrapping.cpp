#include "failures/letters/wrapping.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nc {
namespace {

constexpr int deepest = 64; // a record that loops grows by a third each time, so this is never reached in earnest

} // namespace

bool hasWrappedType(const Headers& headers)
{
    for (auto header = headers.crbegin(); header != headers.crend(); ++header) {
        if (header->name == "__TypeId__")
            return header->value == QByteArray("[B");
    }
    return false;
}

std::optional<QByteArray> unwrapOnce(const QByteArray& value)
{
    const QByteArray trimmed = value.trimmed();
    if (trimmed.size() < 2 || !trimmed.startsWith('"') || !trimmed.endsWith('"'))
        return {};
    QByteArray encoded = trimmed.sliced(1, trimmed.size() - 2);
    if (encoded.contains('\\') || encoded.contains('"')) {
        // Another JSON writer may escape the slashes of base64.
        const QJsonDocument document = QJsonDocument::fromJson('[' + trimmed + ']');
        if (document.array().size() != 1 || !document.array().first().isString())
            return {};
        encoded = document.array().first().toString().toUtf8();
    }
    auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.toBase64() != encoded)
        return {};
    return std::move(decoded.decoded);
}

Unwrapped unwrap(const Record& record)
{
    if (!record.value)
        return {};
    Unwrapped out{*record.value, 0};
    if (!hasWrappedType(record.headers))
        return out;
    while (out.layers < deepest) {
        auto inner = unwrapOnce(out.bytes);
        if (!inner)
            break;
        out.bytes = std::move(*inner);
        ++out.layers;
    }
    return out;
}

} // namespace nc
