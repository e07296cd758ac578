#pragma once

#include <QString>

#include <cstdint>

namespace nc {

/// A scalar to be written.
struct YamlValue {
    enum class Type : std::uint8_t { String, Integer, Boolean };

    Type type = Type::String;
    QString text;

    static YamlValue string(const QString& text) { return {Type::String, text}; }
    static YamlValue integer(qint64 number) { return {Type::Integer, QString::number(number)}; }
    static YamlValue boolean(bool on) { return {Type::Boolean, on ? QStringLiteral("true") : QStringLiteral("false")}; }
};

} // namespace nc
