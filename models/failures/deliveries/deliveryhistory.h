#pragma once

#include "core/result.h"
#include "core/seen.h"
#include "core/task.h"
#include "failures/ledger/ledgerindex.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <limits>

namespace nc {

class AvroDecoder;
class ClusterAdmin;
class RecordReader;
class ShelfLives;
struct AuditDelivery;

/// That somebody got something on a channel before.
struct EarlierDelivery {
    enum class How {
        Delivered, ///< audit-events says so
        HandedOver, ///< its record stands in the channel's topic
        InInbox, ///< it stands in the inbox table
        Resent, ///< somebody sent this failed delivery again
    };
    QString recipient;
    QString channel;
    How how = How::Delivered;
    qint64 at = -1; ///< epoch milliseconds; -1: not known

    friend bool operator==(const EarlierDelivery&, const EarlierDelivery&) = default;
};

/// `delivered`, `handed-over`, `in-inbox`, `resent`.
QString earlierName(EarlierDelivery::How how);

/// `first: email, inbox; ann: inbox`
QString describeEarlier(const QList<EarlierDelivery>& earlier);

/// Who got what of which event (docs/contracts.md, section 11): the source's ids and the recipient join them. Asking is
/// thread-safe.
class DeliveryHistory {
public:
    void addDelivered(const AuditDelivery& audit);
    /// A record of email-notifications, inbox-notifications or diia-notifications.
    void addHandedOver(const QString& channel, QByteArrayView value, qint64 at);
    /// A row of the inbox table, as the identity service calls its recipient: tells only what the topics do not reach
    /// back to. `message`: its messageHash(). Whom it is about is told by a record of the inbox topic with the same
    /// text at the same time, or by the recipient's name itself.
    void addInbox(const QString& recipient, const QString& subject, qint64 at, const QByteArray& message = {});
    /// What an inbox message of this template is titled where its event has no title.
    void addInboxTitle(const QString& templateName, const QString& title);
    /// An event whose template has a shelf life: its channel records do not name the template.
    void addPerishable(const QJsonObject& event);
    /// The ledger of audit-events.
    void addResent(const LedgerIndex& ledger);

    /// What could not be looked at: nothing that is asked is complete then.
    void addUnseen(const Unseen& unseen) { m_unseen.add(unseen); }

    bool isEmpty() const
    {
        return m_unseen.isEmpty() && m_facts.isEmpty() && m_resent.isEmpty() && m_inbox.isEmpty()
            && m_perishable.isEmpty();
    }

    /// False when the event's bytes surely have nothing to do with anything in here; costs next to nothing.
    bool mayConcern(QByteArrayView value) const;
    /// What the recipients of an event got since its time (epoch milliseconds), one entry a recipient and channel.
    /// `failedAt`, when it was dead-lettered, ends what the inbox table may tell; -1: that is not asked.
    Seen<QList<EarlierDelivery>> ofEvent(const QJsonObject& event, qint64 since, qint64 failedAt = -1) const;
    /// Whether the recipient of a channel's record got it in the end, by another record of the same event.
    Seen<QList<EarlierDelivery>> ofChannelRecord(const QString& channel, const QJsonObject& record, qint64 since) const;

    /// The template that a channel's record was made from, as far as it has a shelf life; else empty.
    QString templateOf(const QString& channel, const QJsonObject& record) const;

private:
    struct Fact {
        QString recipient;
        QString address;
        QString channel;
        EarlierDelivery::How how;
        qint64 at;
    };
    struct InboxRow {
        QString recipient;
        QString subject;
        qint64 at;
    };
    /// Somebody's message that was handed over, to find out who they are in the inbox table.
    struct Handed {
        QString recipient;
        qint64 at;
    };
    bool mayBeTitledAs(QByteArrayView event) const;
    QList<EarlierDelivery> foundFor(const QJsonObject& event, qint64 since, qint64 failedAt, Unseen& unseen) const;
    /// What the table tells about an event of this title; nothing found, and nobody can tell whose a row is: unseen.
    std::optional<qint64> inInbox(
        const QString& recipient, const QString& title, qint64 from, qint64 to, Unseen& unseen) const;
    void add(const QByteArray& source, const QByteArray& instance, Fact fact);

    QHash<QByteArray, QList<Fact>> m_facts; ///< by source
    QSet<QByteArray> m_instances; ///< process instances that facts are about
    QSet<QByteArray> m_resent;
    QHash<QByteArray, QString> m_perishable; ///< template by source
    QHash<QString, QList<InboxRow>> m_inbox; ///< by subject
    QHash<QByteArray, QList<Handed>> m_handed; ///< by hash of subject and message
    QHash<QString, QSet<QString>> m_names; ///< of the table's recipients: who they are in events
    Unseen m_unseen;
    QHash<QString, QString> m_inboxTitles; ///< by template
    qint64 m_inboxTopicFrom = std::numeric_limits<qint64>::max(); ///< its oldest record
};

/// Reads audit-events, the channels' topics and the events; what could not be read is also in the history itself.
/// Blocks. Topics that are not there are no problem; those that cannot be read, in whole or in part, are unseen.
Result<Seen<DeliveryHistory>> readHistory(ClusterAdmin& admin, RecordReader& reader, const AvroDecoder& avro,
    const ShelfLives& lives, const TaskContext& task);

} // namespace nc
