#pragma once

#include "core/error.h"
#include "gate/pass.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace nc {

enum class PublishResult { Created, Updated, Unchanged, Deleted, Failed, Skipped };

/// The words of the command line: created, updated, unchanged, deleted, failed, skipped.
QString wordFor(PublishResult result);

/// What became of one template.
struct PublishOutcome {
    QString channel;
    QString name;
    PublishResult result = PublishResult::Skipped;
    QString id; ///< of the row; empty where there is none
    std::optional<Error> error; ///< why it failed or was skipped

    QString key() const { return channel + u'/' + name; }

    friend bool operator==(const PublishOutcome&, const PublishOutcome&) = default;
};

/// What became of all that was chosen.
struct PublishReport {
    QList<PublishOutcome> outcomes;
    /// Why the run ended before all were tried (problems in the way, cancelled, the database is gone); outcomes say
    /// which ones that left out.
    std::optional<Error> stopped;
    /// Another publisher held the lock first.
    bool waited = false;
    /// Diia templates whose rows were written without registering them, and those whose registration was found on disk.
    int diiaUnregistered = 0;
    int diiaRepaired = 0;

    qsizetype count(PublishResult result) const;
    bool ok() const { return !stopped && count(PublishResult::Failed) == 0; }
};

/// How it ended, for the journal.
Ending endingOf(const PublishReport& report);

} // namespace nc

Q_DECLARE_METATYPE(nc::PublishOutcome)
