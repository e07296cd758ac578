#include "widgets/common/statewords.h"

#include <QCoreApplication>
#include <QHash>

namespace nc {

static const QHash<QByteArray, const char*>& words()
{
    static const QHash<QByteArray, const char*> table{
        // How a thing stands
        {"ok", QT_TRANSLATE_NOOP("states", "ok")},
        {"warning", QT_TRANSLATE_NOOP("states", "warning")},
        {"error", QT_TRANSLATE_NOOP("states", "error")},
        {"info", QT_TRANSLATE_NOOP("states", "note")},
        {"unknown", QT_TRANSLATE_NOOP("states", "unknown")},
        // Templates: what a publish would do, what it did
        {"create", QT_TRANSLATE_NOOP("states", "new")},
        {"update", QT_TRANSLATE_NOOP("states", "changed")},
        {"unchanged", QT_TRANSLATE_NOOP("states", "unchanged")},
        {"database-only", QT_TRANSLATE_NOOP("states", "only in the database")},
        {"drift", QT_TRANSLATE_NOOP("states", "changed in the database")},
        {"created", QT_TRANSLATE_NOOP("states", "created")},
        {"updated", QT_TRANSLATE_NOOP("states", "updated")},
        {"deleted", QT_TRANSLATE_NOOP("states", "deleted")},
        {"failed", QT_TRANSLATE_NOOP("states", "failed")},
        {"skipped", QT_TRANSLATE_NOOP("states", "skipped")},
        {"waiting", QT_TRANSLATE_NOOP("states", "waiting")},
        {"running", QT_TRANSLATE_NOOP("states", "running")},
        {"done", QT_TRANSLATE_NOOP("states", "done")},
        {"cancelled", QT_TRANSLATE_NOOP("states", "cancelled")},
        {"published", QT_TRANSLATE_NOOP("states", "published")},
        {"stands-now", QT_TRANSLATE_NOOP("states", "stands there now")},
        // What a new text means for a real event
        {"same", QT_TRANSLATE_NOOP("states", "the same")},
        {"differs", QT_TRANSLATE_NOOP("states", "differs")},
        {"mended", QT_TRANSLATE_NOOP("states", "works again")},
        {"fails", QT_TRANSLATE_NOOP("states", "fails")},
        {"still-fails", QT_TRANSLATE_NOOP("states", "fails as before")},
        // Failures: state of a record, verdict
        {"open", QT_TRANSLATE_NOOP("states", "open")},
        {"new", QT_TRANSLATE_NOOP("states", "new")},
        {"replayed", QT_TRANSLATE_NOOP("states", "replayed")},
        {"would-replay", QT_TRANSLATE_NOOP("states", "would be replayed")},
        {"would-send", QT_TRANSLATE_NOOP("states", "would be sent")},
        {"returned", QT_TRANSLATE_NOOP("states", "came back")},
        {"discarded", QT_TRANSLATE_NOOP("states", "discarded")},
        {"resent", QT_TRANSLATE_NOOP("states", "resent")},
        {"would-succeed", QT_TRANSLATE_NOOP("states", "would succeed now")},
        {"would-fail", QT_TRANSLATE_NOOP("states", "would fail again")},
        {"too-late", QT_TRANSLATE_NOOP("states", "too late")},
        {"held", QT_TRANSLATE_NOOP("states", "held")},
        {"exactly-once", QT_TRANSLATE_NOOP("states", "exactly once")},
        {"at-least-once", QT_TRANSLATE_NOOP("states", "at least once")},
        {"delivered", QT_TRANSLATE_NOOP("states", "delivered")},
        {"handed-over", QT_TRANSLATE_NOOP("states", "handed to the channel")},
        {"in-inbox", QT_TRANSLATE_NOOP("states", "in the inbox")},
        {"nothing-known", QT_TRANSLATE_NOOP("states", "nothing known")},
        {"sent", QT_TRANSLATE_NOOP("states", "sent")},
        // Where a template's data come from
        {"event", QT_TRANSLATE_NOOP("states", "event")},
        {"dead-letter", QT_TRANSLATE_NOOP("states", "dead letter")},
        {"silent-failure", QT_TRANSLATE_NOOP("states", "failed silently")},
        // What was done
        {"publish", QT_TRANSLATE_NOOP("states", "templates published")},
        {"prune", QT_TRANSLATE_NOOP("states", "templates deleted")},
        {"replay", QT_TRANSLATE_NOOP("states", "records replayed")},
        {"discard", QT_TRANSLATE_NOOP("states", "records discarded")},
        {"undo-discard", QT_TRANSLATE_NOOP("states", "discard undone")},
        {"resend", QT_TRANSLATE_NOOP("states", "notifications resent")},
        {"produce", QT_TRANSLATE_NOOP("states", "records sent")},
        {"transfer", QT_TRANSLATE_NOOP("states", "records transferred")},
        {"keep", QT_TRANSLATE_NOOP("states", "records kept")},
        {"commit", QT_TRANSLATE_NOOP("states", "changes committed")},
        {"push", QT_TRANSLATE_NOOP("states", "changes pushed")},
        {"restore", QT_TRANSLATE_NOOP("states", "version put back")},
        {"impact", QT_TRANSLATE_NOOP("states", "impact looked at")},
        {"set-channel", QT_TRANSLATE_NOOP("states", "channel changed")},
        {"edit-template", QT_TRANSLATE_NOOP("states", "template changed")},
        {"new-template", QT_TRANSLATE_NOOP("states", "template made")},
        {"rename-template", QT_TRANSLATE_NOOP("states", "template renamed")},
        {"delete-template", QT_TRANSLATE_NOOP("states", "template deleted")},
        {"fix-templates", QT_TRANSLATE_NOOP("states", "templates corrected")},
        {"save-sample", QT_TRANSLATE_NOOP("states", "sample data saved")},
        {"rename-sample", QT_TRANSLATE_NOOP("states", "sample data renamed")},
        {"delete-sample", QT_TRANSLATE_NOOP("states", "sample data deleted")},
        {"set-shelf-life", QT_TRANSLATE_NOOP("states", "shelf life set")},
        {"add-profile", QT_TRANSLATE_NOOP("states", "profile added")},
        {"edit-profile", QT_TRANSLATE_NOOP("states", "profile changed")},
        {"remove-profile", QT_TRANSLATE_NOOP("states", "profile removed")},
        {"skip", QT_TRANSLATE_NOOP("states", "record skipped")},
        {"test-email", QT_TRANSLATE_NOOP("states", "test letter sent")},
        {"use-profile", QT_TRANSLATE_NOOP("states", "profile chosen")},
        {"start-sandbox", QT_TRANSLATE_NOOP("states", "sandbox started")},
        {"stop-sandbox", QT_TRANSLATE_NOOP("states", "sandbox stopped")},
        {"reset-sandbox", QT_TRANSLATE_NOOP("states", "sandbox deleted")},
        {"started", QT_TRANSLATE_NOOP("states", "started, no end")},
        {"broken-off", QT_TRANSLATE_NOOP("states", "broken off")},
    };
    return table;
}

QString stateWord(const QString& state)
{
    const auto it = words().find(state.toUtf8());
    return it == words().end() ? state : QCoreApplication::translate("states", *it);
}

} // namespace nc
