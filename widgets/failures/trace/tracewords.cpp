#include "widgets/failures/trace/tracewords.h"

#include <QCoreApplication>
#include <QHash>

namespace nc {

using Table = QHash<QByteArray, const char*>;

static QString word(const Table& table, const QString& name)
{
    const auto it = table.constFind(name.toUtf8());
    return it == table.constEnd() ? name : QCoreApplication::translate("trace", *it);
}

QString stageWord(const QString& stage)
{
    static const Table table{
        {"requested", QT_TRANSLATE_NOOP("trace", "requested")},
        {"failed-attempt", QT_TRANSLATE_NOOP("trace", "failed attempt")},
        {"silently-failed", QT_TRANSLATE_NOOP("trace", "failed silently")},
        {"handed", QT_TRANSLATE_NOOP("trace", "handed to the channel")},
        {"delivered", QT_TRANSLATE_NOOP("trace", "delivered")},
        {"inbox", QT_TRANSLATE_NOOP("trace", "in the inbox")},
        {"dead", QT_TRANSLATE_NOOP("trace", "dead letter")},
        {"sent-again", QT_TRANSLATE_NOOP("trace", "sent again")},
        {"discarded", QT_TRANSLATE_NOOP("trace", "discarded")},
        {"reopened", QT_TRANSLATE_NOOP("trace", "opened again")},
        {"mentioned", QT_TRANSLATE_NOOP("trace", "mentioned")},
        {"missing", QT_TRANSLATE_NOOP("trace", "missing")},
        {"untold", QT_TRANSLATE_NOOP("trace", "cannot be told")},
    };
    return word(table, stage);
}

QString outcomeWord(const QString& outcome)
{
    static const Table table{
        {"unknown", QT_TRANSLATE_NOOP("trace", "not known")},
        {"waiting", QT_TRANSLATE_NOOP("trace", "on its way")},
        {"delivered", QT_TRANSLATE_NOOP("trace", "delivered")},
        {"silently-failed", QT_TRANSLATE_NOOP("trace", "failed silently")},
        {"dead", QT_TRANSLATE_NOOP("trace", "dead letter")},
        {"discarded", QT_TRANSLATE_NOOP("trace", "discarded")},
        {"handled", QT_TRANSLATE_NOOP("trace", "taken up")},
    };
    return word(table, outcome);
}

QString channelWord(const QString& channel)
{
    static const Table table{
        {"email", QT_TRANSLATE_NOOP("trace", "Email")},
        {"inbox", QT_TRANSLATE_NOOP("trace", "Inbox")},
        {"diia", QT_TRANSLATE_NOOP("trace", "Diia")},
        {"", QT_TRANSLATE_NOOP("trace", "The event as a whole")},
    };
    return word(table, channel);
}

} // namespace nc
