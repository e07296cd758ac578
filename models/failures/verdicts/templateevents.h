#pragma once

#include "core/task.h"
#include "failures/facts/rowsmodel.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"

#include <QStringList>

namespace nc {

/// What one recipient of a real event brought to a template.
struct TemplateEvent {
    enum class Source { Event, DeadLetter, SilentFailure };

    RecordPlace place; ///< of the record that it was taken from
    Source source = Source::Event;
    qint64 at = -1; ///< epoch milliseconds
    QString templateName;
    int recipient = 0; ///< its number in the event
    QString person; ///< id, else an address
    QStringList channels; ///< that the event names
    bool ignoresPreferences = false; ///< only those channels count; else the person's own do, which nobody here knows
    std::optional<QString> title; ///< the event's own, which wins over the template's, even an empty one
    QString process; ///< business process instance
    /// JSON object as the service gives it to the template: the recipient's parameters as they were written, a list of
    /// {key, value} made one, and `recipientRoles` (by the realm, where the event does not say them).
    QByteArray parameters;

    /// `TOPIC:PARTITION:OFFSET`, with `:RECIPIENT` for others than the first; fetchTemplateEvent() reads it.
    QString address() const;
    /// False only where the event says itself that it is for other channels.
    bool mayUse(const QString& channel) const;
};

/// Each recipient of an event (user-notifications), or the one of a record for Diia; nothing for what is no event
/// (docs/contracts.md, section 6). `json`: the record's value, unwrapped.
QList<TemplateEvent> templateEventsIn(const RecordPlace& place, qint64 at, const QByteArray& json,
    TemplateEvent::Source source = TemplateEvent::Source::Event);

struct TemplateEventQuery {
    QString templateName;
    QStringList topics; ///< empty: user-notifications and its dead letters
    QString localLedger; ///< where it is given, silent failures of audit-events are looked through as well
    QString channel; ///< only recipients that may get it on this channel; empty: all
    int limit = 100;
    bool wholeEvents = false; ///< the limit counts events with all their recipients, not recipients
};

struct TemplateEvents {
    QList<TemplateEvent> rows; ///< newest first
    qint64 scanned = 0; ///< records of the topics
    qsizetype matched = 0; ///< records that use the template, also those beyond the limit
    std::optional<Error> problem; ///< of a topic that could not be read, while others could
};

/// Looks through the topics from beginning to end (a million records a second) for events that use the template.
/// Blocks; the connection's errors when no topic could be read.
Result<TemplateEvents> findTemplateEvents(
    const KafkaAccess& access, const TemplateEventQuery& query, const TaskContext& task);

/// One event by its address(). errors::badEventAddress, noSuchEvent, those of the connection.
Result<TemplateEvent> fetchTemplateEvent(const KafkaAccess& access, const QString& address, const TaskContext& task);

/// Columns: when, source, recipient, process, parameters. People are shown masked; roles::Copy is masked as well.
class TemplateEventModel : public RowsModel<TemplateEvent> {
    Q_OBJECT

public:
    enum Column { When, Source, Recipient, Process, Parameters, ColumnCount };
    explicit TemplateEventModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const TemplateEvent& row, int column, int role) const override;
};

} // namespace nc
