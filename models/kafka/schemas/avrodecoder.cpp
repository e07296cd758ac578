#include "kafka/schemas/avrodecoder.h"

#include "kafka/client/errors.h"
#include "kafka/schemas/avroschema.h"
#include "kafka/schemas/schemaregistryclient.h"

#include <QHash>
#include <QtEndian>

#include <mutex>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype frameSize = 5;
constexpr qsizetype mostKept = 1000;

/// Values that only begin with a zero byte are no Avro, and nothing is wrong.
bool isWorthSaying(qint32 id, const Error& error)
{
    if (error.is(errors::cancelled))
        return false;
    const bool isFrame =
        !error.is(errors::unknownSchema) && !error.is(errors::noSchemaRegistry) && !error.is(errors::schemaNotAsked);
    return isFrame || SchemaRegistryClient::isLikely(id);
}

} // namespace

struct AvroDecoder::Private {
    explicit Private(const KafkaAccess& access)
        : registry(access)
    {
    }

    SchemaRegistryClient registry;
    std::mutex mutex; // never held while the network is waited for
    QHash<qint32, Result<std::shared_ptr<const AvroSchema>>> schemas;
    std::optional<Error> problem;

    Result<std::shared_ptr<const AvroSchema>> schema(qint32 id, const TaskContext& task);
    Result<QByteArray> decode(QByteArrayView framed, const TaskContext& task);
};

Result<std::shared_ptr<const AvroSchema>> AvroDecoder::Private::schema(qint32 id, const TaskContext& task)
{
    {
        const std::lock_guard lock(mutex);
        if (const auto known = schemas.constFind(id); known != schemas.constEnd())
            return *known;
    }
    const auto text = registry.schema(id, task);
    if (!text)
        return fail(text.error());
    const auto parsed = AvroSchema::parse(*text, QString::number(id));
    const std::lock_guard lock(mutex);
    if (schemas.size() >= mostKept)
        schemas.clear();
    schemas.insert(id, parsed);
    return parsed;
}

Result<QByteArray> AvroDecoder::Private::decode(QByteArrayView framed, const TaskContext& task)
{
    if (!isFramed(framed))
        return fail(errors::badAvro, u"?"_s, u"no number of a schema before it"_s);
    const auto id = qFromBigEndian<qint32>(framed.data() + 1);
    const auto known = schema(id, task);
    auto json = known ? (*known)->toJson(framed.sliced(frameSize)) : Result<QByteArray>(fail(known.error()));
    if (!json && isWorthSaying(id, json.error())) {
        const std::lock_guard lock(mutex);
        if (!problem)
            problem = json.error();
    }
    return json;
}

AvroDecoder::AvroDecoder(const KafkaAccess& access)
    : d(std::make_shared<Private>(access))
{
}

bool AvroDecoder::isFramed(QByteArrayView value)
{
    return value.size() >= frameSize && value.front() == 0 && qFromBigEndian<qint32>(value.data() + 1) > 0;
}

Result<QByteArray> AvroDecoder::toJson(QByteArrayView framed, const TaskContext& task) const
{
    return d->decode(framed, task);
}

RecordMatcher::ValueDecoder AvroDecoder::forRecords(const TaskContext& task) const
{
    return [shared = d, task](const RecordView& record) -> std::optional<QByteArray> {
        if (!record.value() || !isFramed(*record.value()))
            return std::nullopt;
        auto json = shared->decode(*record.value(), task);
        return json ? std::optional(std::move(*json)) : std::nullopt;
    };
}

std::optional<Error> AvroDecoder::problem() const
{
    const std::lock_guard lock(d->mutex);
    return d->problem;
}

} // namespace nc
