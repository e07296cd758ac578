#include "cli/topics/producecommand.h"

#include "cli/access.h"
#include "cli/rules.h"
#include "cli/topics/linesource.h"
#include "kafka/client/errors.h"
#include "kafka/records/recordjson.h"
#include "kafka/writing/recordwriter.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

struct Wanted {
    QString topic;
    bool byTopic = false;
    bool lines = false;
    std::optional<qint32> partition; ///< -1: any
    Record record;
};

Typed<Wanted> read(const Arguments& arguments)
{
    Wanted wanted;
    wanted.topic = arguments.positional.value(0);
    wanted.byTopic = arguments.has(u"by-topic"_s);
    wanted.lines = arguments.has(u"jsonl"_s);
    if (wanted.byTopic == !wanted.topic.isEmpty())
        return std::unexpected(tr_("name a topic, or say --by-topic"));
    if (arguments.value(u"partition"_s) == u"any")
        wanted.partition = -1;
    else if (const auto number = arguments.number(u"partition"_s))
        wanted.partition = static_cast<qint32>(*number);
    wanted.record.topic = wanted.topic;
    wanted.record.partition = wanted.partition.value_or(-1);
    if (arguments.has(u"key"_s))
        wanted.record.key = arguments.value(u"key"_s).toUtf8();
    for (const QString& header : arguments.values(u"header"_s))
        wanted.record.headers.append({header.section(u'=', 0, 0).toUtf8(), header.section(u'=', 1).toUtf8()});
    return wanted;
}

void printTarget(const WriteTarget& target, Environment& env)
{
    if (env.json)
        env.out().json({{u"topic"_s, target.place.topic}, {u"partition"_s, target.place.partition},
            {u"offset"_s, target.place.offset}, {u"timestamp"_s, target.timestamp}});
}

int produceOne(const Wanted& wanted, bool null, RecordWriter& writer, Environment& env)
{
    Record record = wanted.record;
    if (!null) {
        const auto bytes = LineSource(env.in(), env.task()).all();
        if (!bytes)
            return env.fail(bytes.error());
        record.value = bytes->isNull() ? QByteArray("", 0) : *bytes;
    }
    const auto target = writer.write(record, env.task());
    if (!target)
        return env.fail(target.error());
    printTarget(*target, env);
    env.say(tr_("Written to %1, partition %2, offset %3")
                .arg(target->place.topic)
                .arg(target->place.partition)
                .arg(target->place.offset));
    return exitcode::done;
}

class LineProducer {
public:
    LineProducer(const Wanted& wanted, RecordWriter& writer, Environment& env)
        : m_wanted(wanted)
        , m_writer(writer)
        , m_env(env)
    {
    }

    int run();

private:
    Result<void> produce(const QByteArray& line, qint64 number);
    void acknowledged(const Result<WriteTarget>& result);

    const Wanted& m_wanted;
    RecordWriter& m_writer;
    Environment& m_env;
    qint64 m_written = 0;
    std::optional<Error> m_error;
};

void LineProducer::acknowledged(const Result<WriteTarget>& result)
{
    if (result) {
        ++m_written;
        printTarget(*result, m_env);
    } else if (!m_error) {
        m_error = result.error();
    }
}

Result<void> LineProducer::produce(const QByteArray& line, qint64 number)
{
    auto record = recordFromJson(line, number);
    if (!record)
        return fail(record.error());
    if (!m_wanted.byTopic)
        record->topic = m_wanted.topic;
    if (record->topic.isEmpty())
        return fail(errors::badRecordJson, QString::number(number), u"no topic"_s);
    if (m_wanted.partition)
        record->partition = *m_wanted.partition;
    return m_writer.enqueue(
        *record, number, [this](const Result<WriteTarget>& result, qint64) { acknowledged(result); }, m_env.task());
}

int LineProducer::run()
{
    LineSource lines(m_env.in(), m_env.task());
    std::optional<Error> stopped;
    for (qint64 number = 1; !stopped && !m_error; ++number) {
        const auto line = lines.next();
        if (!line) {
            stopped = line.error();
        } else if (!*line) {
            break;
        } else if (!(*line)->trimmed().isEmpty()) {
            if (const auto sent = produce(**line, number); !sent)
                stopped = sent.error();
        }
        m_env.task().report(m_written);
    }
    // What was handed over is on its way: wait for it, also after an error.
    if (const auto flushed = m_writer.flush(m_env.task()); !flushed && !stopped)
        stopped = flushed.error();
    m_env.say(tr_("%1 records written").arg(m_written));
    if (!stopped)
        stopped = m_error;
    return stopped ? m_env.fail(*stopped) : exitcode::done;
}

} // namespace

QStringList TopicsProduceCommand::words() const
{
    return {u"topics"_s, u"produce"_s};
}

QString TopicsProduceCommand::summary() const
{
    return tr_("write one record (its value from stdin), or records from JSON lines");
}

QStringList TopicsProduceCommand::positionals() const
{
    return {u"[TOPIC]"_s};
}

QList<OptionSpec> TopicsProduceCommand::options() const
{
    return {
        {u"key"_s, u"K"_s, tr_("the record's key; none without it")},
        {u"header"_s, u"N=V"_s, tr_("a header; may be repeated")},
        {u"null"_s, {}, tr_("no value (a tombstone), stdin is not read")},
        {u"partition"_s, u"PARTITION|any"_s, tr_("this partition; any: the one that Java's partitioner takes")},
        {u"jsonl"_s, {}, tr_("records from stdin, one JSON object a line, as “topics read” writes them")},
        {u"by-topic"_s, {}, tr_("with --jsonl: each to its own topic")},
    };
}

QList<OptionRule> TopicsProduceCommand::rules() const
{
    return {rules::needs(u"by-topic"_s, {u"jsonl"_s}), rules::apart(u"jsonl"_s, {u"key"_s, u"header"_s, u"null"_s})};
}

int TopicsProduceCommand::run(const Arguments& arguments, Environment& env)
{
    const auto typed = read(arguments);
    if (!typed)
        return env.usage(typed.error());
    const Wanted& wanted = *typed;
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    // stdin carries the data, so nobody can be asked.
    if (profile->production && !env.yes)
        return env.usage(tr_("“%1” is a production profile: add --yes to write there").arg(profile->name));
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto writer = RecordWriter::open(*access);
    if (!writer)
        return env.fail(writer.error());
    if (wanted.lines)
        return LineProducer(wanted, **writer, env).run();
    return produceOne(wanted, arguments.has(u"null"_s), **writer, env);
}

} // namespace nc::cli
