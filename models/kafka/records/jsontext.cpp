#include "kafka/records/jsontext.h"

#include "kafka/records/decimal.h"

#include <algorithm>
#include <simdjson.h>
#include <vector>

namespace nc {
namespace {

constexpr std::size_t maximumDepth = 100;

bool hasDuplicates(const simdjson::dom::element& element)
{
    simdjson::dom::array array;
    if (element.get(array) == simdjson::SUCCESS)
        return std::any_of(array.begin(), array.end(), [](const auto& one) { return hasDuplicates(one); });
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return false;
    std::vector<std::string_view> names;
    for (const auto& field : object) {
        if (hasDuplicates(field.value))
            return true;
        names.push_back(field.key);
    }
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
}

bool looksLikeBase64Marker(const simdjson::dom::element& element)
{
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS)
        return false;
    return object.size() == 1 && (*object.begin()).key == "base64";
}

/// Copies valid JSON without white space; nothing when a number would not survive.
std::optional<QByteArray> compact(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    const char* at = json.data();
    const char* const end = at + json.size();
    while (at < end) {
        const char* start = at;
        if (*at == '"') {
            for (++at; *at != '"'; ++at)
                at += *at == '\\' ? 1 : 0;
            ++at;
        } else if (*at == '-' || (*at >= '0' && *at <= '9')) {
            while (
                at < end && (std::isalnum(static_cast<unsigned char>(*at)) || *at == '.' || *at == '-' || *at == '+'))
                ++at;
            if (!survivesDouble(QByteArrayView(start, at - start)))
                return std::nullopt;
        } else if (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') {
            ++at;
            continue;
        } else {
            ++at;
        }
        out.append(start, at - start);
    }
    return out;
}

} // namespace

QByteArray jsonString(QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(utf8.size() + 16);
    out += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[c >> 4];
                out += hex[c & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
    return out;
}

QByteArray jsonBase64(QByteArrayView bytes)
{
    return "{\"base64\":\"" + bytes.toByteArray().toBase64() + "\"}";
}

std::optional<QByteArray> losslessJson(QByteArrayView bytes)
{
    qsizetype first = 0;
    while (first < bytes.size()
        && (bytes[first] == ' ' || bytes[first] == '\n' || bytes[first] == '\r' || bytes[first] == '\t'))
        ++first;
    // Most texts are told apart by their first byte.
    if (first == bytes.size() || !QByteArrayView("{[-0123456789tf").contains(bytes[first]))
        return std::nullopt;
    simdjson::dom::parser parser;
    if (parser.allocate(static_cast<std::size_t>(bytes.size()), maximumDepth))
        return std::nullopt;
    simdjson::dom::element root;
    if (parser.parse(bytes.data(), static_cast<std::size_t>(bytes.size())).get(root))
        return std::nullopt;
    if (hasDuplicates(root) || looksLikeBase64Marker(root))
        return std::nullopt;
    return compact(bytes);
}

} // namespace nc
