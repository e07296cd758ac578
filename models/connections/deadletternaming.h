#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace nc {

/// How dead-letter topics are called: the one answer to whether a topic is one, whose, and what it would be called.
/// Made from the setting `deadletters.names` and carried by the access to a cluster (KafkaAccess::deadLetters); nobody
/// else knows an ending. A value; any thread.
///
/// A name is a pattern with one `*` for the topic: `*.DLT` (Spring Kafka), `*-dlt`, `dead-letter-topic-*` (SmallRye).
/// Without a `*` it is an ending. Where several fit, the longest decides, and among equals the first.
class DeadLetterNaming {
public:
    /// The usual names.
    DeadLetterNaming();
    /// Patterns that name nothing (empty, `*` alone) are left out.
    explicit DeadLetterNaming(const QStringList& patterns);
    /// What the settings of that folder say.
    static DeadLetterNaming of(const QString& configFolder);

    bool isDeadLetters(const QString& topic) const { return !sourceOf(topic).isEmpty(); }
    /// The topic whose dead letters stand there, by the name; empty when it is no such name.
    QString sourceOf(const QString& topic) const;
    /// The source of a dead-letter topic, every other topic itself.
    QString bare(const QString& topic) const;
    /// What its dead-letter topic may be called, the most likely first.
    QStringList namesFor(const QString& topic) const;
    /// Those of `all` that hold its dead letters, the most likely first.
    QStringList among(const QString& topic, const QStringList& all) const;

    friend bool operator==(const DeadLetterNaming&, const DeadLetterNaming&) = default;

private:
    struct Name {
        QString before;
        QString after;
        friend bool operator==(const Name&, const Name&) = default;
    };
    QList<Name> m_names; ///< in the order of the patterns
};

} // namespace nc
