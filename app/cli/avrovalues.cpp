#include "cli/avrovalues.h"

#include "core/sentences.h"

namespace nc::cli {

AvroValues::AvroValues(const KafkaAccess& access, Environment& env)
    : m_env(env)
    , m_avro(access)
    , m_decode(m_avro.forRecords(env.task()))
{
}

RecordMatcher::ValueDecoder AvroValues::decoder()
{
    return [this](const RecordView& record) { return of(record); };
}

std::optional<QByteArray> AvroValues::of(const RecordView& record)
{
    if (!record.value() || !AvroDecoder::isFramed(*record.value()))
        return std::nullopt;
    auto json = m_decode(record);
    if (!json && !m_told) {
        if (const auto problem = m_avro.problem()) {
            m_told = true;
            m_env.say(describe(*problem, m_env.language));
        }
    }
    return json;
}

} // namespace nc::cli
