#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace nc {

/// A source that an answer rests on and that could not be looked at, or only in part.
struct UnseenSource {
    QString source; ///< a stable name: `audit-events`, `ledger`, `inbox`, `schema-registry`, `groups`, a topic's name …
    Error reason; ///< said with sentenceFor()

    friend bool operator==(const UnseenSource&, const UnseenSource&) = default;
};

/// What an answer could not see; each source once.
class Unseen {
public:
    Unseen() = default;
    Unseen(QString source, Error reason) { add(std::move(source), std::move(reason)); }

    /// The first reason of a source stays.
    void add(QString source, Error reason)
    {
        if (!contains(source))
            m_sources += UnseenSource{std::move(source), std::move(reason)};
    }
    void add(const Unseen& others)
    {
        for (const UnseenSource& other : others.m_sources)
            add(other.source, other.reason);
    }
    bool contains(const QString& source) const
    {
        return std::any_of(
            m_sources.begin(), m_sources.end(), [&](const UnseenSource& one) { return one.source == source; });
    }
    /// All but this source: for whoever knows of it otherwise, and says so.
    Unseen without(const QString& source) const
    {
        Unseen rest = *this;
        rest.m_sources.removeIf([&](const UnseenSource& one) { return one.source == source; });
        return rest;
    }
    bool isEmpty() const { return m_sources.isEmpty(); }
    const QList<UnseenSource>& sources() const { return m_sources; }

    friend bool operator==(const Unseen&, const Unseen&) = default;

private:
    QList<UnseenSource> m_sources;
};

/// An answer together with what it could not see. There is no way to the value that does not take over what is missing:
/// who joins it into an answer of their own hands in that answer's Unseen, who shows it shows unseen() too.
/// "Nothing found" and "not known" are thereby two things: only a complete() answer may be taken for none.
template <class T>
class [[nodiscard]] Seen {
public:
    Seen(T value, Unseen unseen = {}) // NOLINT(google-explicit-constructor): what was wholly seen is an answer as it is
        : m_value(std::move(value))
        , m_unseen(std::move(unseen))
    {
    }

    bool complete() const { return m_unseen.isEmpty(); }
    const Unseen& unseen() const { return m_unseen; }

    /// The value; what it could not see becomes part of `mine`.
    const T& into(Unseen& mine) const&
    {
        mine.add(m_unseen);
        return m_value;
    }
    T into(Unseen& mine) &&
    {
        mine.add(m_unseen);
        return std::move(m_value);
    }

    friend bool operator==(const Seen&, const Seen&) = default;

private:
    T m_value;
    Unseen m_unseen;
};

} // namespace nc
