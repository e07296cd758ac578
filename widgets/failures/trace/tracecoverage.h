#pragma once

#include "core/seen.h"
#include "failures/trace/traceresult.h"

#include <QStringList>

namespace nc {

/// How far back a search looked, in words.
QString traceCoverage(const TraceResult& result, const TraceQuery& query);
/// What it could not look at, a sentence each.
QStringList traceUnseen(const Unseen& unseen);

} // namespace nc
