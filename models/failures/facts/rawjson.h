#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace nc {

struct RawMember;

/// A JSON text as a tree that leaves alone what it is not asked to change: members keep their order, numbers and texts
/// the way they are written. A value.
struct RawJson {
    enum class Kind { Scalar, Object, Array };

    Kind kind = Kind::Scalar;
    QByteArray text = "null"; ///< of a scalar, as it is written
    std::vector<RawMember> members;
    std::vector<RawJson> items;

    /// Nothing unless `json` is one valid JSON object or array (UTF-8). A name that comes twice stays twice; find()
    /// gives the last one, as the platform reads it.
    static std::optional<RawJson> parse(const QByteArray& json);
    static RawJson object();
    static RawJson array();
    static RawJson string(const QString& text);
    static RawJson boolean(bool value);

    /// Without white space.
    QByteArray toJson() const;

    bool isObject() const { return kind == Kind::Object; }
    bool isArray() const { return kind == Kind::Array; }
    bool isNull() const { return kind == Kind::Scalar && text == "null"; }
    /// Of a text; empty for anything else.
    QString toString() const;

    const RawJson* find(const QString& name) const;
    /// The member, or a null.
    RawJson value(const QString& name) const;
    /// Changes the member where it stands, or appends it.
    void set(const QString& name, RawJson value);
    void remove(const QString& name);

    /// A JSON merge patch (RFC 7386) applied to this.
    void merge(const RawJson& patch);

    friend bool operator==(const RawJson& a, const RawJson& b) { return a.toJson() == b.toJson(); }
};

struct RawMember {
    QByteArray name; ///< as it is written, without quotation marks
    RawJson value;

    bool is(const QString& other) const;
    QString decodedName() const;
};

/// The merge patch that makes `after` of `before`; objects only, an empty one where nothing differs.
RawJson mergeDifference(const RawJson& before, const RawJson& after);

} // namespace nc
