#include "kafka/reading/readrequest.h"

#include "core/timetext.h"
#include "kafka/client/errors.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

std::optional<qint64> number(QStringView text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < 0 || text.startsWith(u'+'))
        return std::nullopt;
    return value;
}

} // namespace

Result<ReadFrom> ReadFrom::parse(const QString& text, EpochMs now)
{
    const QString word = text.trimmed();
    if (word == u"beginning")
        return ReadFrom{Kind::Beginning, 0};
    if (word == u"end")
        return ReadFrom{Kind::End, 0};
    if (word.startsWith(u'@')) {
        const auto time = parseTime(word.mid(1), now);
        if (!time)
            return fail(time.error());
        return ReadFrom{Kind::Time, *time};
    }
    if (word.startsWith(u'-')) {
        if (const auto count = number(QStringView(word).mid(1)); count && *count > 0)
            return ReadFrom{Kind::Newest, *count};
    } else if (const auto offset = number(word)) {
        return ReadFrom{Kind::Offset, *offset};
    }
    return fail(errors::badRange, text);
}

QString ReadFrom::toString() const
{
    switch (kind) {
    case Kind::Beginning:
        return u"beginning"_s;
    case Kind::End:
        return u"end"_s;
    case Kind::Offset:
        return QString::number(value);
    case Kind::Newest:
        return u'-' + QString::number(value);
    case Kind::Time:
        return u'@' + isoTime(value);
    }
    return {};
}

Result<ReadTo> ReadTo::parse(const QString& text, EpochMs now)
{
    const QString word = text.trimmed();
    if (word == u"end")
        return ReadTo{};
    if (word.startsWith(u'@')) {
        const auto time = parseTime(word.mid(1), now);
        if (!time)
            return fail(time.error());
        return ReadTo{Kind::Time, *time};
    }
    if (const auto offset = number(word))
        return ReadTo{Kind::Offset, *offset};
    return fail(errors::badRange, text);
}

QString ReadTo::toString() const
{
    switch (kind) {
    case Kind::End:
        return u"end"_s;
    case Kind::Offset:
        return QString::number(value);
    case Kind::Time:
        return u'@' + isoTime(value);
    }
    return {};
}

} // namespace nc
