#pragma once

#include "sandbox/demo/chance.h"
#include "sandbox/demo/demodata.h"
#include "sandbox/demo/people.h"
#include "sandbox/demo/script.h"
#include "sandbox/demo/storyrecords.h"
#include "sandbox/demo/wiretext.h"

#include <optional>

namespace nc::demo {

/// Writes what notification-service would have written for one event after the other (docs/contracts.md, section 11).
class StoryTeller {
public:
    StoryTeller(const DemoData& data, quint32 seed, int partitions, std::optional<qint32> auditSchema);

    enum class Letter { Sent, NoTemplate, NoVariable, Refused };
    /// An event for one citizen, channels by preference: the inbox message, and what became of the letter.
    void citizen(const TemplateUse& use, qint64 at, Letter letter, bool withEmail);
    void address(const TemplateUse& use, qint64 at);
    void diia(const TemplateUse& use, qint64 at);
    void unknownUser(const TemplateUse& use, qint64 at, bool sentBack, qint64 sentBackAt);
    void poison(qint64 at);

    Chance& chance() { return m_chance; }
    Story finish();

private:
    struct Event {
        const TemplateUse* use;
        Source source;
        Person person;
        QMap<QString, QString> values;
        QJsonObject parameters;
        QString trace;
        qint64 at;
    };
    Event begin(const TemplateUse& use, qint64 at, const Person& person);
    QByteArray body(const Event& event, const QByteArray& recipient, bool ignorePreferences) const;
    QByteArray recipient(const Event& event, const QByteArray& channels, bool withRoles) const;
    Script::Id put(
        const QString& topic, qint64 at, const QByteArray& value, const QByteArray& type, const QString& trace = {});
    void audit(const Event& event, const QString& request, qint64 at, const QByteArray& context);
    void inboxMessage(const Event& event);
    void letter(const Event& event, const QString& recipient, bool refused);
    Script::Id failedEvent(const Event& event, Script::Id origin, const QByteArray& value, qint64 at);
    QString span() { return m_chance.hex(16); }
    qint32 anyPartition() { return static_cast<qint32>(m_chance.below(m_partitions)); }

    const DemoData& m_data;
    Chance m_chance;
    int m_partitions;
    std::optional<qint32> m_auditSchema;
    QList<Person> m_people;
    QList<Person> m_readers; ///< those with email
    Script m_script;
    QList<InboxRow> m_inbox;
};

} // namespace nc::demo
