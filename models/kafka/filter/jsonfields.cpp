#include "kafka/filter/jsonfields.h"

#include <simdjson.h>
#include <vector>

namespace nc {

using namespace simdjson;

struct JsonFields::Private {
    ondemand::parser parser;
    std::vector<char> buffer;
    std::size_t size = 0;
    bool hasEscapes = false;

    bool walk(ondemand::value value, const QList<FilterStep>& path, qsizetype at,
        const std::function<bool(const JsonField&)>& visit);
    bool member(ondemand::object object, const QList<FilterStep>& path, qsizetype at,
        const std::function<bool(const JsonField&)>& visit);
    bool give(ondemand::value value, const std::function<bool(const JsonField&)>& visit);
};

JsonFields::JsonFields()
    : d(std::make_unique<Private>())
{
}

JsonFields::~JsonFields() = default;

void JsonFields::load(QByteArrayView json)
{
    d->size = static_cast<std::size_t>(json.size());
    if (d->buffer.size() < d->size + SIMDJSON_PADDING)
        d->buffer.resize(d->size + SIMDJSON_PADDING);
    if (d->size > 0)
        std::memcpy(d->buffer.data(), json.data(), d->size);
    std::memset(d->buffer.data() + d->size, 0, SIMDJSON_PADDING);
    d->hasEscapes = std::memchr(d->buffer.data(), '\\', d->size) != nullptr;
}

bool JsonFields::find(const QList<FilterStep>& path, const std::function<bool(const JsonField&)>& visit)
{
    ondemand::document document;
    if (d->parser.iterate(d->buffer.data(), d->size, d->buffer.size()).get(document))
        return false;
    ondemand::value root;
    if (document.get_value().get(root))
        return false; // a bare number or text at the top has no paths
    return d->walk(root, path, 0, visit);
}

bool JsonFields::Private::walk(ondemand::value value, const QList<FilterStep>& path, qsizetype at,
    const std::function<bool(const JsonField&)>& visit)
{
    if (at == path.size())
        return give(value, visit);
    const FilterStep& step = path[at];
    if (step.kind == FilterStep::Kind::Member) {
        ondemand::object object;
        return value.get_object().get(object) == SUCCESS && member(object, path, at, visit);
    }
    ondemand::array array;
    if (value.get_array().get(array))
        return false;
    qint64 index = 0;
    for (auto element : array) {
        ondemand::value one;
        if (element.get(one))
            return false;
        const bool wanted = step.kind == FilterStep::Kind::All || index == step.index;
        if (wanted && walk(one, path, at + 1, visit))
            return true;
        if (step.kind == FilterStep::Kind::Index && index == step.index)
            return false;
        ++index;
    }
    return false;
}

bool JsonFields::Private::member(ondemand::object object, const QList<FilterStep>& path, qsizetype at,
    const std::function<bool(const JsonField&)>& visit)
{
    const QByteArray name = path[at].name.toUtf8();
    const std::string_view key(name.constData(), static_cast<std::size_t>(name.size()));
    const bool plain = !hasEscapes && key.find_first_of("\\\"") == std::string_view::npos;
    if (plain) {
        ondemand::value value;
        return object.find_field_unordered(key).get(value) == SUCCESS && walk(value, path, at + 1, visit);
    }
    // Keys may be written with escapes: decode each.
    for (auto field : object) {
        std::string_view found;
        if (field.unescaped_key().get(found))
            return false;
        if (found == key) {
            ondemand::value value;
            return field.value().get(value) == SUCCESS && walk(value, path, at + 1, visit);
        }
    }
    return false;
}

bool JsonFields::Private::give(ondemand::value value, const std::function<bool(const JsonField&)>& visit)
{
    ondemand::json_type type{};
    if (value.type().get(type))
        return false;
    const auto view = [](std::string_view text) {
        while (
            !text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
            text.remove_suffix(1);
        return QByteArrayView(text.data(), static_cast<qsizetype>(text.size()));
    };
    std::string_view text;
    switch (type) {
    case ondemand::json_type::string:
        if (value.get_string().get(text))
            return false;
        return visit({JsonField::Kind::Text, QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))});
    case ondemand::json_type::number:
        return visit({JsonField::Kind::Number, view(value.raw_json_token())});
    case ondemand::json_type::boolean:
        return visit({JsonField::Kind::Bool, view(value.raw_json_token())});
    case ondemand::json_type::null:
        return value.is_null() && visit({JsonField::Kind::Null, {}});
    case ondemand::json_type::object: {
        ondemand::object object;
        if (value.get_object().get(object) || object.raw_json().get(text))
            return false;
        return visit({JsonField::Kind::Object, view(text)});
    }
    case ondemand::json_type::array: {
        ondemand::array array;
        if (value.get_array().get(array) || array.raw_json().get(text))
            return false;
        return visit({JsonField::Kind::Array, view(text)});
    }
    }
    return false;
}

} // namespace nc
