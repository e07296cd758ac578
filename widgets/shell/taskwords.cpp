#include "widgets/shell/taskwords.h"

#include <QCoreApplication>
#include <QHash>

namespace nc {

static const QHash<QByteArray, const char*>& kinds()
{
    static const QHash<QByteArray, const char*> table{
        {"publish", QT_TRANSLATE_NOOP("tasks", "Publishing templates")},
        {"restore", QT_TRANSLATE_NOOP("tasks", "Putting a version back")},
        {"impact", QT_TRANSLATE_NOOP("tasks", "Trying a template on real events")},
        {"plan", QT_TRANSLATE_NOOP("tasks", "Planning the publication")},
        {"prune", QT_TRANSLATE_NOOP("tasks", "Deleting templates")},
        {"lint", QT_TRANSLATE_NOOP("tasks", "Checking templates")},
        {"prepare", QT_TRANSLATE_NOOP("tasks", "Preparing a template")},
        {"render", QT_TRANSLATE_NOOP("tasks", "Rendering a preview")},
        {"templates", QT_TRANSLATE_NOOP("tasks", "Reading templates")},
        {"replay", QT_TRANSLATE_NOOP("tasks", "Replaying records")},
        {"dry-run", QT_TRANSLATE_NOOP("tasks", "Trying out a replay")},
        {"discard", QT_TRANSLATE_NOOP("tasks", "Marking records as discarded")},
        {"deadletters", QT_TRANSLATE_NOOP("tasks", "Reading dead letters")},
        {"deliveries", QT_TRANSLATE_NOOP("tasks", "Reading failed deliveries")},
        {"trace", QT_TRANSLATE_NOOP("tasks", "Looking up what happened to a message")},
        {"verdicts", QT_TRANSLATE_NOOP("tasks", "Finding out what would succeed now")},
        {"resend", QT_TRANSLATE_NOOP("tasks", "Resending notifications")},
        {"read", QT_TRANSLATE_NOOP("tasks", "Reading records")},
        {"scan", QT_TRANSLATE_NOOP("tasks", "Searching records")},
        {"follow", QT_TRANSLATE_NOOP("tasks", "Following new records")},
        {"export", QT_TRANSLATE_NOOP("tasks", "Exporting records")},
        {"produce", QT_TRANSLATE_NOOP("tasks", "Sending a record")},
        {"topics", QT_TRANSLATE_NOOP("tasks", "Reading the list of topics")},
        {"commit", QT_TRANSLATE_NOOP("tasks", "Committing")},
        {"push", QT_TRANSLATE_NOOP("tasks", "Pushing")},
        {"test-email", QT_TRANSLATE_NOOP("tasks", "Testing the mail server")},
        {"test-diia", QT_TRANSLATE_NOOP("tasks", "Testing Diia")},
        {"save", QT_TRANSLATE_NOOP("tasks", "Saving")},
        {"send", QT_TRANSLATE_NOOP("tasks", "Sending a test letter")},
        {"test", QT_TRANSLATE_NOOP("tasks", "Testing")},
        {"skip", QT_TRANSLATE_NOOP("tasks", "Skipping a record")},
        {"undo-discard", QT_TRANSLATE_NOOP("tasks", "Taking a discard back")},
        {"test-connection", QT_TRANSLATE_NOOP("tasks", "Testing the connection")},
        {"sandbox-up", QT_TRANSLATE_NOOP("tasks", "Starting the sandbox")},
        {"sandbox-down", QT_TRANSLATE_NOOP("tasks", "Stopping the sandbox")},
    };
    return table;
}

QString taskWords(const TaskInfo& task)
{
    const auto it = kinds().find(task.kind.toUtf8());
    const QString words = it == kinds().end() ? task.kind : QCoreApplication::translate("tasks", *it);
    return task.subject.isEmpty() ? words : words + QStringLiteral(": ") + task.subject;
}

QString stageWords(const QString& stage)
{
    static const QHash<QByteArray, const char*> table{
        {"reading", QT_TRANSLATE_NOOP("tasks", "reading")},
        {"planning", QT_TRANSLATE_NOOP("tasks", "planning")},
        {"preparing", QT_TRANSLATE_NOOP("tasks", "preparing")},
        {"publishing", QT_TRANSLATE_NOOP("tasks", "publishing")},
        {"replaying", QT_TRANSLATE_NOOP("tasks", "replaying")},
        {"writing", QT_TRANSLATE_NOOP("tasks", "writing")},
        {"waiting", QT_TRANSLATE_NOOP("tasks", "waiting for another one")},
        {"starting", QT_TRANSLATE_NOOP("tasks", "starting")},
        {"ledger", QT_TRANSLATE_NOOP("tasks", "reading the ledger")},
    };
    const auto it = table.find(stage.toUtf8());
    return it == table.end() ? stage : QCoreApplication::translate("tasks", *it);
}

} // namespace nc
