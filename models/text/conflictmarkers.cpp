#include "text/conflictmarkers.h"

#include <QByteArrayView>

namespace nc {
namespace {

bool isMark(QByteArrayView line, char sign)
{
    qsizetype length = 0;
    while (length < line.size() && line[length] == sign)
        ++length;
    return length >= 7 && (length == line.size() || line[length] == ' ' || line[length] == '\r');
}

} // namespace

std::optional<int> conflictMarker(const QByteArray& text)
{
    if (text.contains('\0'))
        return std::nullopt;
    std::optional<int> divider;
    int number = 0;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf('\n', begin);
        if (end < 0)
            end = text.size();
        const QByteArrayView line = QByteArrayView(text).sliced(begin, end - begin);
        ++number;
        if (isMark(line, '<') || isMark(line, '>') || isMark(line, '|'))
            return divider.value_or(number);
        if (!divider && isMark(line, '='))
            divider = number;
        begin = end + 1;
    }
    return std::nullopt;
}

} // namespace nc
