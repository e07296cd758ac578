#include "kafka/filter/recordmatcher.h"

#include "core/timetext.h"
#include "kafka/filter/jsonfields.h"
#include "kafka/filter/textsearch.h"
#include "kafka/records/decimal.h"
#include "kafka/records/headertext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool contains(QByteArrayView haystack, QByteArrayView needle)
{
    return ::memmem(haystack.data(), static_cast<std::size_t>(haystack.size()), needle.data(),
               static_cast<std::size_t>(needle.size()))
        != nullptr;
}

/// One comparison made ready.
struct Compiled {
    explicit Compiled(const FilterComparison& from)
        : comparison(from)
        , utf8(from.text.toUtf8())
        , search(from.text)
        , numeric(isNumber(utf8))
    {
        if (from.op == FilterOperator::Matches) {
            regex = QRegularExpression(from.text,
                QRegularExpression::UseUnicodePropertiesOption
                    | (from.ignoreCase ? QRegularExpression::CaseInsensitiveOption
                                       : QRegularExpression::NoPatternOption));
            regex.optimize();
        }
        for (const FilterStep& step : from.field.path) {
            if (step.kind == FilterStep::Kind::Member)
                lastMember = step.name.toUtf8();
        }
    }

    FilterComparison comparison;
    QByteArray utf8;
    TextSearch search;
    bool numeric;
    QRegularExpression regex;
    QByteArray lastMember;
};

struct CompiledNode {
    FilterNode::Kind kind = FilterNode::Kind::All;
    std::vector<CompiledNode> children;
    std::unique_ptr<Compiled> comparison;
};

CompiledNode compile(const FilterNode& node)
{
    CompiledNode compiled;
    compiled.kind = node.kind;
    for (const FilterNode& child : node.children)
        compiled.children.push_back(compile(child));
    if (node.kind == FilterNode::Kind::Comparison)
        compiled.comparison = std::make_unique<Compiled>(node.comparison);
    return compiled;
}

bool holds(FilterOperator op, std::partial_ordering order)
{
    switch (op) {
    case FilterOperator::Less:
        return order < 0;
    case FilterOperator::LessOrEqual:
        return order <= 0;
    case FilterOperator::Greater:
        return order > 0;
    case FilterOperator::GreaterOrEqual:
        return order >= 0;
    case FilterOperator::Equal:
        return order == 0;
    case FilterOperator::NotEqual:
        return order != 0;
    default:
        return false;
    }
}

/// A value that is there, as text. `isNumber`: a number by its type, not only by its looks.
bool compareText(const Compiled& c, QByteArrayView actual, bool isTypedNumber)
{
    const FilterOperator op = c.comparison.op;
    switch (op) {
    case FilterOperator::Contains:
        return c.search.isIn(actual);
    case FilterOperator::Matches:
        return c.regex.match(QString::fromUtf8(actual)).hasMatch();
    case FilterOperator::Exists:
    case FilterOperator::IsNotNull:
        return true;
    case FilterOperator::IsNull:
        return false;
    case FilterOperator::Equal:
    case FilterOperator::NotEqual:
        if (isTypedNumber && c.numeric && !c.comparison.quoted) {
            // Some JSON numbers are too long to be taken apart.
            if (const auto order = compareNumbers(actual, c.utf8))
                return holds(op, *order);
        }
        return (actual == QByteArrayView(c.utf8)) == (op == FilterOperator::Equal);
    default:
        break;
    }
    if (c.numeric) {
        if (const auto order = compareNumbers(actual, c.utf8))
            return holds(op, *order);
    }
    return holds(op, actual.compare(c.utf8) <=> 0);
}

/// A value that is there and null.
bool compareNull(FilterOperator op)
{
    return op == FilterOperator::IsNull || op == FilterOperator::NotEqual;
}

bool compareOptional(const Compiled& c, const std::optional<QByteArrayView>& actual)
{
    return actual ? compareText(c, *actual, false) : compareNull(c.comparison.op);
}

bool compareTime(const Compiled& c, qint64 timestamp)
{
    if (timestamp < 0)
        return compareNull(c.comparison.op);
    if (c.comparison.time)
        return holds(c.comparison.op, timestamp <=> *c.comparison.time);
    const QByteArray iso = isoTime(timestamp).toLatin1();
    return compareText(c, iso, false)
        || (c.comparison.op == FilterOperator::Contains && c.search.isIn(QByteArray::number(timestamp)));
}

} // namespace

struct RecordMatcher::Private {
    CompiledNode root;
    ValueDecoder decoder;
    JsonFields json;

    // Of the record at hand
    const RecordView* record = nullptr;
    const ExtraField* extra = nullptr;
    std::optional<QByteArray> decoded;
    bool decodeTried = false;
    bool loaded = false;

    bool evaluate(const CompiledNode& node);
    bool compare(const Compiled& c);
    bool headers(const Compiled& c) const;
    bool path(const Compiled& c);
    bool anywhere(const Compiled& c);
    bool extraField(const Compiled& c) const;
    std::optional<QByteArrayView> value();
};

RecordMatcher::RecordMatcher(const RecordFilter& filter, ValueDecoder decoder)
    : d(std::make_unique<Private>())
{
    d->root = compile(filter.root());
    d->decoder = std::move(decoder);
}

RecordMatcher::~RecordMatcher() = default;
RecordMatcher::RecordMatcher(RecordMatcher&&) noexcept = default;
RecordMatcher& RecordMatcher::operator=(RecordMatcher&&) noexcept = default;

bool RecordMatcher::matches(const RecordView& record, const ExtraField& extra) const
{
    if (d->root.kind == FilterNode::Kind::All)
        return true;
    d->record = &record;
    d->extra = &extra;
    d->decoded.reset();
    d->decodeTried = false;
    d->loaded = false;
    return d->evaluate(d->root);
}

bool RecordMatcher::Private::evaluate(const CompiledNode& node)
{
    switch (node.kind) {
    case FilterNode::Kind::All:
        return true;
    case FilterNode::Kind::And:
        return std::ranges::all_of(node.children, [this](const CompiledNode& child) { return evaluate(child); });
    case FilterNode::Kind::Or:
        return std::ranges::any_of(node.children, [this](const CompiledNode& child) { return evaluate(child); });
    case FilterNode::Kind::Not:
        return !evaluate(node.children.front());
    case FilterNode::Kind::Comparison:
        return compare(*node.comparison);
    }
    return false;
}

std::optional<QByteArrayView> RecordMatcher::Private::value()
{
    if (decoder && !decodeTried) {
        decodeTried = true;
        decoded = decoder(*record);
    }
    return decoded ? QByteArrayView(*decoded) : record->value();
}

bool RecordMatcher::Private::compare(const Compiled& c)
{
    using Kind = FilterField::Kind;
    switch (c.comparison.field.kind) {
    case Kind::Anywhere:
        return anywhere(c);
    case Kind::Key: {
        const bool isThere = record->key().has_value();
        return c.comparison.op == FilterOperator::Exists ? isThere : compareOptional(c, record->key());
    }
    case Kind::Value: {
        const auto text = value();
        return c.comparison.op == FilterOperator::Exists ? text.has_value() : compareOptional(c, text);
    }
    case Kind::Partition:
        return compareText(c, QByteArray::number(record->partition()), true);
    case Kind::Offset:
        return compareText(c, QByteArray::number(record->offset()), true);
    case Kind::Size:
        return compareText(c, QByteArray::number(record->size()), true);
    case Kind::Timestamp:
        return compareTime(c, record->timestamp());
    case Kind::Header:
        return headers(c);
    case Kind::Path:
        return path(c);
    case Kind::Extra:
        return extraField(c);
    }
    return false;
}

bool RecordMatcher::Private::headers(const Compiled& c) const
{
    const QByteArray name = c.comparison.field.name.toUtf8();
    const qsizetype count = record->headerCount();
    for (qsizetype i = 0; i < count; ++i) {
        const HeaderView header = record->header(i);
        if (header.name != QByteArrayView(name))
            continue;
        if (c.comparison.op == FilterOperator::Exists)
            return true;
        const HeaderType type = headerType(header.name, header.value);
        const bool hit = type == HeaderType::Null ? compareNull(c.comparison.op)
            : type == HeaderType::Text || type == HeaderType::Bytes
            ? compareText(c, *header.value, false)
            : compareText(c, headerText(header.name, header.value), true);
        if (hit)
            return true;
    }
    return false;
}

bool RecordMatcher::Private::path(const Compiled& c)
{
    const auto text = value();
    if (!text || text->isEmpty())
        return false;
    // What does not hold the member's name, or the very text it is to equal or contain, cannot match; unless it is
    // written with escapes.
    const FilterOperator op = c.comparison.op;
    const bool exactText = op == FilterOperator::Equal && !c.utf8.isEmpty() && (!c.numeric || c.comparison.quoted);
    const bool missing = (exactText && !contains(*text, c.utf8))
        || (op == FilterOperator::Contains && !c.search.isIn(*text))
        || (!c.lastMember.isEmpty() && !contains(*text, c.lastMember));
    if (missing && !std::memchr(text->data(), '\\', static_cast<std::size_t>(text->size())))
        return false;
    if (!loaded) {
        json.load(*text);
        loaded = true;
    }
    return json.find(c.comparison.field.path, [&](const JsonField& found) {
        if (op == FilterOperator::Exists)
            return true;
        if (found.kind == JsonField::Kind::Null)
            return compareNull(op);
        return compareText(c, found.text, found.kind == JsonField::Kind::Number);
    });
}

bool RecordMatcher::Private::anywhere(const Compiled& c)
{
    if (record->key() && c.search.isIn(*record->key()))
        return true;
    if (const auto text = value(); text && c.search.isIn(*text))
        return true;
    const qsizetype count = record->headerCount();
    for (qsizetype i = 0; i < count; ++i) {
        const HeaderView header = record->header(i);
        if (!header.value)
            continue;
        const HeaderType type = headerType(header.name, header.value);
        if (type == HeaderType::Int32 || type == HeaderType::Int64
                ? c.search.isIn(headerText(header.name, header.value))
                : c.search.isIn(*header.value))
            return true;
    }
    return false;
}

bool RecordMatcher::Private::extraField(const Compiled& c) const
{
    if (!extra || !*extra)
        return false;
    const QStringList values = (*extra)(c.comparison.field.name);
    return std::ranges::any_of(values, [&](const QString& one) {
        if (c.comparison.op == FilterOperator::Exists)
            return true;
        if (one.isNull())
            return compareNull(c.comparison.op);
        // A person's number is a text that looks like one: 0123 and 123 are two people.
        return compareText(c, one.toUtf8(), false);
    });
}

} // namespace nc
