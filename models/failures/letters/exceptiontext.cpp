#include "failures/letters/exceptiontext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr auto separator = "; nested exception is "_L1;

} // namespace

QString foldDoubled(const QString& message)
{
    for (qsizetype at = message.indexOf(separator); at >= 0; at = message.indexOf(separator, at + 1)) {
        const QStringView before = QStringView(message).first(at);
        const QStringView tail = QStringView(message).sliced(at + separator.size());
        if (before.endsWith(tail) && before.chopped(tail.size()).endsWith(separator))
            return before.toString();
    }
    return message;
}

QString foldPayload(const QString& text)
{
    // By hand: these lists run into megabytes, where a regular expression would run out of its stack.
    QString out;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u'['); at >= 0; at = text.indexOf(u'[', at + 1)) {
        qsizetype end = at + 1;
        qsizetype numbers = 1;
        bool digits = false;
        while (end < text.size()) {
            const QChar c = text[end];
            if (c >= u'0' && c <= u'9')
                digits = true;
            else if (c == u',')
                ++numbers;
            else if (c != u' ' && c != u'-')
                break;
            ++end;
        }
        const bool closed = end < text.size() && text[end] == u']';
        // A cut-off list is one too.
        if (!digits || (!closed && end < text.size()) || numbers < 4)
            continue;
        out += QStringView(text).sliced(done, at - done);
        out += u"[%1 bytes]"_s.arg(numbers);
        done = closed ? end + 1 : end;
        at = done - 1;
    }
    if (done == 0)
        return text;
    out += QStringView(text).sliced(done);
    return out;
}

QString simpleClassName(const QString& className)
{
    return className.sliced(className.lastIndexOf(u'.') + 1);
}

QString innermostMessage(const QString& message)
{
    const QString folded = foldDoubled(message);
    const qsizetype at = folded.indexOf(separator);
    if (at < 0)
        return folded.trimmed();
    // The first nested part is what the listener threw; what is nested deeper repeats it in other words.
    QString rest = folded.sliced(at + separator.size());
    static const QRegularExpression className(u"^[\\w.$]+(Exception|Error|Throwable)\\b:? ?"_s);
    rest.remove(className);
    return rest.trimmed();
}

QString normalizedMessage(const QString& message)
{
    static const QRegularExpression address(u"[\\w.+-]+@[\\w.-]+"_s);
    static const QRegularExpression identifier(
        u"\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{4,27}\\b|\\b(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{8,}\\b|@[0-9a-f]{6,8}\\b"_s);
    static const QRegularExpression time(
        u"\\b\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?|\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?"_s);
    static const QRegularExpression number(u"\\d+"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    QString text = foldPayload(innermostMessage(message)).left(2000);
    static const QRegularExpression payload(u"\\[\\d+ bytes\\]"_s);
    text.replace(payload, u"[bytes]"_s);
    // The marks below are ours alone.
    text.removeIf([](QChar c) { return c == u'\uE000' || c == u'\uE001'; });
    text.replace(address, u"<address>"_s);
    text.replace(identifier, u"<id>"_s);
    // Before status codes: thousandths of a second look like them.
    text.replace(time, u"<time>"_s);
    // A status code tells causes apart; a longer or shorter number does not.
    static const QRegularExpression status(u"(?<!\\d)([45]\\d\\d)(?!\\d)"_s);
    text.replace(status, u"\uE000\\1\uE001"_s);
    QString out;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf(u'\uE000', from);
        QString plain = text.sliced(from, (open < 0 ? text.size() : open) - from);
        out += plain.replace(number, u"<n>"_s);
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u'\uE001', open);
        out += QStringView(text).sliced(open + 1, close - open - 1);
        from = close + 1;
    }
    return out.replace(blanks, u" "_s).trimmed();
}

} // namespace nc
