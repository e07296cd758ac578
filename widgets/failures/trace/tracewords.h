#pragma once

#include <QString>

namespace nc {

/// Words for the names in deadletters/trace/traceresult.h, in the window's language.
QString stageWord(const QString& stage);
QString outcomeWord(const QString& outcome);
/// "Email", "Inbox", "Diia"; "The event as a whole" for none.
QString channelWord(const QString& channel);

} // namespace nc
