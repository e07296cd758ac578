#include "kafka/writing/transfer.h"

#include "kafka/client/errors.h"
#include "kafka/filter/jsonfields.h"
#include "kafka/filter/recordmatcher.h"
#include "kafka/reading/recordreader.h"
#include "kafka/writing/recordwriter.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// A path as the filter language writes it.
Result<FilterField> fieldOf(const QString& text)
{
    const auto filter = RecordFilter::parse(text + u": *"_s);
    if (!filter)
        return fail(filter.error());
    const FilterNode& root = filter->root();
    if (root.kind != FilterNode::Kind::Comparison || root.comparison.field.kind == FilterField::Kind::Anywhere)
        return fail(errors::badFilter, u"1"_s, text);
    return root.comparison.field;
}

QByteArray asJson(const JsonField& field)
{
    if (field.kind != JsonField::Kind::Text)
        return field.text.toByteArray();
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(field.text)}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

class Run {
public:
    Run(const TransferRequest& request, RecordWriter& writer, TransferSummary& summary, const TransferReject& rejected,
        const TaskContext& task)
        : m_request(request)
        , m_writer(writer)
        , m_summary(summary)
        , m_rejected(rejected)
        , m_task(task)
    {
    }

    Result<void> prepare();
    Flow take(RecordBatch batch, const RecordMatcher& matcher);
    const std::optional<Error>& error() const { return m_error; }

private:
    void split(const Record& record);
    void check(const Record& record);
    std::optional<QByteArray> identityOf(const Record& record);
    void reject(const Record& record, const QString& reason);
    void write(Record record, const QString& topic, qint64& counter);

    const TransferRequest& m_request;
    RecordWriter& m_writer;
    TransferSummary& m_summary;
    const TransferReject& m_rejected;
    const TaskContext& m_task;
    JsonFields m_fields;
    std::optional<FilterField> m_unbundle;
    std::optional<FilterField> m_dedupe;
    QSet<QByteArray> m_seen;
    std::optional<Error> m_error;
};

Result<void> Run::prepare()
{
    if (!m_request.unbundle.isEmpty()) {
        const auto field = fieldOf(m_request.unbundle);
        if (!field)
            return fail(field.error());
        if (field->kind != FilterField::Kind::Path)
            return fail(errors::badFilter, u"1"_s, m_request.unbundle);
        m_unbundle = *field;
    }
    if (!m_request.dedupe.isEmpty()) {
        const auto field = fieldOf(m_request.dedupe);
        if (!field)
            return fail(field.error());
        m_dedupe = *field;
    }
    return {};
}

Flow Run::take(RecordBatch batch, const RecordMatcher& matcher)
{
    for (const RecordView& view : batch) {
        ++m_summary.scanned;
        if (!matcher.matches(view))
            continue;
        ++m_summary.matched;
        const Record record = view.toRecord();
        if (m_unbundle)
            split(record);
        else
            check(record);
        if (m_error)
            return Flow::Stop;
    }
    m_task.report(m_summary.scanned);
    return Flow::Continue;
}

void Run::split(const Record& record)
{
    QList<QByteArray> parts;
    bool isList = false;
    m_fields.load(record.value.value_or(QByteArray()));
    m_fields.find(m_unbundle->path, [&](const JsonField& field) {
        isList = field.kind == JsonField::Kind::Array;
        return true;
    });
    if (!isList)
        return reject(record, u"no list at %1"_s.arg(m_request.unbundle));
    QList<FilterStep> path = m_unbundle->path;
    path.append({FilterStep::Kind::All, {}, 0});
    m_fields.find(path, [&](const JsonField& field) {
        parts.append(asJson(field));
        return false;
    });
    for (const QByteArray& part : std::as_const(parts)) {
        Record one = record;
        one.value = part;
        check(one);
    }
}

void Run::check(const Record& record)
{
    if (m_request.schema) {
        const QString problem = record.value ? m_request.schema->problemOf(*record.value) : u"no value"_s;
        if (!problem.isEmpty())
            return reject(record, problem);
    }
    if (m_dedupe) {
        if (const auto identity = identityOf(record)) {
            if (m_seen.contains(*identity)) {
                ++m_summary.duplicates;
                return;
            }
            m_seen.insert(*identity);
        }
    }
    write(record, m_request.target, m_summary.written);
}

/// A hash, so that a million long values take little room.
std::optional<QByteArray> Run::identityOf(const Record& record)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    bool any = false;
    const auto add = [&](QByteArrayView bytes) {
        any = true;
        hash.addData(QByteArray::number(bytes.size()));
        hash.addData(":");
        hash.addData(bytes.toByteArray());
    };
    if (m_dedupe->kind == FilterField::Kind::Key) {
        if (record.key)
            add(*record.key);
    } else if (m_dedupe->kind == FilterField::Kind::Value) {
        if (record.value)
            add(*record.value);
    } else if (m_dedupe->kind == FilterField::Kind::Header) {
        for (const Header& header : record.headers) {
            if (header.value && header.name == m_dedupe->name.toUtf8())
                add(*header.value);
        }
    } else if (record.value) {
        m_fields.load(*record.value);
        m_fields.find(m_dedupe->path, [&](const JsonField& field) {
            if (field.kind != JsonField::Kind::Null)
                add(asJson(field));
            return false;
        });
    }
    return any ? std::optional(hash.result()) : std::nullopt;
}

void Run::reject(const Record& record, const QString& reason)
{
    if (m_rejected)
        m_rejected(record.place(), reason);
    if (m_request.rejects.isEmpty()) {
        ++m_summary.rejected;
        return;
    }
    Record kept = record;
    kept.headers.append({rejectReasonHeader.toByteArray(), reason.toUtf8()});
    write(std::move(kept), m_request.rejects, m_summary.rejected);
}

void Run::write(Record record, const QString& topic, qint64& counter)
{
    record.topic = topic;
    record.partition = -1;
    const auto sent = m_writer.enqueue(
        record, 0,
        [this, &counter](const Result<WriteTarget>& result, qint64) {
            if (result)
                ++counter;
            else if (!m_error)
                m_error = result.error();
        },
        m_task);
    if (!sent && !m_error)
        m_error = sent.error();
}

} // namespace

Result<void> transferRecords(const KafkaAccess& access, const TransferRequest& request, TransferSummary& summary,
    const TransferReject& rejected, const Pass& pass, const TaskContext& task)
{
    const auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    const auto writer = RecordWriter::open(access, pass);
    if (!writer)
        return fail(writer.error());
    Run run(request, **writer, summary, rejected, task);
    if (const auto ready = run.prepare(); !ready)
        return ready;
    const RecordMatcher matcher(request.filter);
    const auto read = (*reader)->scan(
        request.read, [&](RecordBatch batch) { return run.take(batch, matcher); }, task);
    // What was handed over is on its way: wait for it, also after a cancel.
    const auto flushed = (*writer)->flush(TaskContext());
    if (run.error())
        return fail(*run.error());
    if (!read && !(request.read.follow && read.error().is(errors::cancelled)))
        return fail(read.error());
    return flushed;
}

} // namespace nc
