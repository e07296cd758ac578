#include "failures/facts/rawjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace nc {
namespace {

QString decoded(const QByteArray& quoted)
{
    return QJsonDocument::fromJson('[' + quoted + ']').array().first().toString();
}

QByteArray encoded(const QString& text)
{
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return json.sliced(1, json.size() - 2);
}

/// Of a text that is known to be valid.
class Reader {
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    {
    }

    RawJson value()
    {
        skip();
        RawJson out;
        if (peek() == '{') {
            out.kind = RawJson::Kind::Object;
            list('}', [this, &out] {
                RawMember member;
                const QByteArray name = string();
                member.name = name.sliced(1, name.size() - 2);
                skip();
                ++m_at; // the colon
                member.value = value();
                out.members.push_back(std::move(member));
            });
        } else if (peek() == '[') {
            out.kind = RawJson::Kind::Array;
            list(']', [this, &out] { out.items.push_back(value()); });
        } else {
            out.text = peek() == '"' ? string() : word();
        }
        return out;
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skip()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }
    template <class Element>
    void list(char close, Element element)
    {
        ++m_at;
        skip();
        while (m_at < m_text.size() && peek() != close) {
            element();
            skip();
            if (peek() == ',') {
                ++m_at;
                skip();
            }
        }
        ++m_at;
    }
    QByteArray string()
    {
        const qsizetype from = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        m_at = std::min(m_at + 1, m_text.size());
        return m_text.sliced(from, m_at - from).toByteArray();
    }
    QByteArray word()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(m_text[m_at]))
            ++m_at;
        return m_text.sliced(from, m_at - from).toByteArray();
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

void write(const RawJson& json, QByteArray& out)
{
    switch (json.kind) {
    case RawJson::Kind::Scalar:
        out += json.text;
        return;
    case RawJson::Kind::Object:
        out += '{';
        for (std::size_t i = 0; i < json.members.size(); ++i) {
            out += (i == 0 ? "\"" : ",\"") + json.members[i].name + "\":";
            write(json.members[i].value, out);
        }
        out += '}';
        return;
    case RawJson::Kind::Array:
        out += '[';
        for (std::size_t i = 0; i < json.items.size(); ++i) {
            if (i > 0)
                out += ',';
            write(json.items[i], out);
        }
        out += ']';
        return;
    }
}

} // namespace

bool RawMember::is(const QString& other) const
{
    // Names with escapes are rare.
    return name.contains('\\') ? decodedName() == other : QString::fromUtf8(name) == other;
}

QString RawMember::decodedName() const
{
    return decoded('"' + name + '"');
}

std::optional<RawJson> RawJson::parse(const QByteArray& json)
{
    QJsonParseError problem;
    QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return {};
    // A byte order mark is let through by Qt.
    return Reader(json.startsWith("\xef\xbb\xbf") ? QByteArrayView(json).sliced(3) : QByteArrayView(json)).value();
}

RawJson RawJson::object()
{
    RawJson out;
    out.kind = Kind::Object;
    return out;
}

RawJson RawJson::array()
{
    RawJson out;
    out.kind = Kind::Array;
    return out;
}

RawJson RawJson::string(const QString& text)
{
    RawJson out;
    out.text = encoded(text);
    return out;
}

RawJson RawJson::boolean(bool value)
{
    RawJson out;
    out.text = value ? "true" : "false";
    return out;
}

QByteArray RawJson::toJson() const
{
    QByteArray out;
    write(*this, out);
    return out;
}

QString RawJson::toString() const
{
    return kind == Kind::Scalar && text.startsWith('"') ? decoded(text) : QString();
}

const RawJson* RawJson::find(const QString& name) const
{
    const auto at =
        std::find_if(members.crbegin(), members.crend(), [&name](const RawMember& member) { return member.is(name); });
    return at == members.crend() ? nullptr : &at->value;
}

RawJson RawJson::value(const QString& name) const
{
    const RawJson* found = find(name);
    return found ? *found : RawJson{};
}

void RawJson::set(const QString& name, RawJson value)
{
    // Several of one name would leave it to the reader which one counts.
    bool done = false;
    std::erase_if(members, [&](RawMember& member) {
        if (!member.is(name))
            return false;
        if (done)
            return true;
        member.value = std::move(value);
        done = true;
        return false;
    });
    if (done)
        return;
    const QByteArray quoted = encoded(name);
    members.push_back({quoted.sliced(1, quoted.size() - 2), std::move(value)});
}

void RawJson::remove(const QString& name)
{
    std::erase_if(members, [&name](const RawMember& member) { return member.is(name); });
}

void RawJson::merge(const RawJson& patch)
{
    if (!patch.isObject()) {
        *this = patch;
        return;
    }
    if (!isObject())
        *this = object();
    for (const RawMember& change : patch.members) {
        const QString name = change.decodedName();
        if (change.value.isNull()) {
            remove(name);
            continue;
        }
        RawJson changed = value(name);
        changed.merge(change.value);
        set(name, std::move(changed));
    }
}

RawJson mergeDifference(const RawJson& before, const RawJson& after)
{
    if (!before.isObject() || !after.isObject())
        return after;
    RawJson patch = RawJson::object();
    for (const RawMember& member : before.members) {
        if (!after.find(member.decodedName()))
            patch.set(member.decodedName(), RawJson{});
    }
    for (const RawMember& member : after.members) {
        const QString name = member.decodedName();
        const RawJson* old = before.find(name);
        if (!old)
            patch.set(name, member.value);
        else if (*old != member.value)
            patch.set(name, mergeDifference(*old, member.value));
    }
    return patch;
}

} // namespace nc
