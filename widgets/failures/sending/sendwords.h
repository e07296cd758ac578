#pragma once

#include "widgets/failures/sending/sendwork.h"

namespace nc {

class SendRun;

/// What the dialog says of a trial, a run and its end.

/// One topic by its name, several by their number.
QString targetsInWords(const ReplaySummary& summary);
/// How many go where, how many stay.
QString trialWords(const ReplaySummary& summary, qint64 leftOut);
/// Verdicts, how long it takes at `rate` a second (0: as fast as it goes), and what is to be known before.
QStringList trialNotes(const SendFindings& plan, int rate);
/// How far a run is; `target` empty: new events.
QString courseWords(const SendRun& run, bool canary, const QString& target);
/// A run that ended with an error or was stopped.
QString stoppedWords(const SendRun& run, const Error& error);
QString resultWords(const ReplaySummary& summary);
QStringList resultNotes(const ReplaySummary& summary);

} // namespace nc
