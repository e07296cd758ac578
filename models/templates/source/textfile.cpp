#include "templates/source/textfile.h"

#include <QStringDecoder>

namespace nc {
namespace {

bool isContinuation(unsigned byte)
{
    return (byte & 0xC0U) == 0x80U;
}

/// How many bytes Java takes from `data` (at least one is there): positive for a character, negative for as many bytes
/// as one replacement stands for.
int step(const unsigned char* data, qsizetype size)
{
    const unsigned first = data[0];
    const auto at = [&](qsizetype i) -> unsigned { return i < size ? data[i] : 0U; };
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return isContinuation(at(1)) ? 2 : -1;
    if (first >= 0xE0 && first < 0xF0) {
        if ((first == 0xE0 && (at(1) & 0xE0U) == 0x80U) || !isContinuation(at(1)))
            return -1;
        if (!isContinuation(at(2)))
            return -2;
        // A surrogate is refused as a whole, where other decoders take it byte by byte.
        return first == 0xED && at(1) >= 0xA0 ? -3 : 3;
    }
    if (first >= 0xF0 && first < 0xF5) {
        if (!isContinuation(at(1)) || (first == 0xF0 && at(1) < 0x90) || (first == 0xF4 && at(1) >= 0x90))
            return -1;
        if (!isContinuation(at(2)))
            return -2;
        return isContinuation(at(3)) ? 4 : -3;
    }
    return -1;
}

/// Well-formed bytes; unlike QString::fromUtf8() keeps a byte order mark.
QString decodeGood(QByteArrayView bytes, bool* failed = nullptr)
{
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    if (failed)
        *failed = decoder.hasError();
    return text;
}

} // namespace

DecodedText decodeLikeJava(const QByteArray& bytes)
{
    DecodedText result;
    bool failed = false;
    result.text = decodeGood(bytes, &failed);
    if (!failed)
        return result;

    result.wellFormed = false;
    result.text.clear();
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.constData());
    qsizetype good = 0;
    for (qsizetype pos = 0; pos < bytes.size();) {
        const int length = step(data + pos, bytes.size() - pos);
        if (length < 0) {
            result.text += decodeGood(QByteArrayView(bytes).sliced(good, pos - good));
            if (result.brokenAt < 0)
                result.brokenAt = result.text.size();
            result.text += QChar::ReplacementCharacter;
            good = pos - length;
        }
        pos += std::abs(length);
    }
    result.text += decodeGood(QByteArrayView(bytes).sliced(good));
    return result;
}

} // namespace nc
