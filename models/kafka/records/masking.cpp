#include "kafka/records/masking.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString hideEmails(QString text)
{
    static const QRegularExpression email(
        uR"(([A-Za-z0-9._%+-])[A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"_s);
    return text.replace(email, u"\\1***@***"_s);
}

QString hideNumbers(QString text)
{
    // A bare number of JSON becomes text, so that the whole stays JSON.
    static const QRegularExpression bare(uR"(([:\[,]\s*)(?:380\d{9}|\d{10})(?=\s*[,\]}]))"_s);
    static const QRegularExpression phone(uR"((?<!\d)(?:\+?38)?\(?0\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d))"_s);
    static const QRegularExpression rnokpp(uR"((?<!\d)\d{10}(?!\d))"_s);
    return text.replace(bare, u"\\1\"**********\""_s).replace(phone, u"**********"_s).replace(rnokpp, u"**********"_s);
}

} // namespace

QByteArray masked(const QByteArray& bytes)
{
    // As Latin-1 every byte is a character and comes back as it was, whatever the encoding.
    return hideNumbers(hideEmails(QString::fromLatin1(bytes))).toLatin1();
}

Record masked(Record record)
{
    if (record.key)
        record.key = masked(*record.key);
    if (record.value)
        record.value = masked(*record.value);
    for (Header& header : record.headers) {
        if (header.value)
            header.value = masked(*header.value);
    }
    return record;
}

} // namespace nc
