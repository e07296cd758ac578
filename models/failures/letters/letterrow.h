#pragma once

#include "core/error.h"
#include "failures/letters/letterstate.h"

#include <QString>

namespace nc {

/// One dead letter in a list: what a table shows, without its payload and traces.
struct LetterRow {
    qint32 partition = -1;
    qint64 offset = -1;
    qint64 timestamp = -1;
    LetterState state = LetterState::Open;
    Error cause;
    QString group; ///< LetterGroup::key()
    QString templateName;
    QString channel;
    QString recipient;
    QString origin;
    int returns = 0;
};

} // namespace nc
