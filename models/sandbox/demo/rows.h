#pragma once

#include "sandbox/demo/demodata.h"
#include "sandbox/demo/storyrecords.h"

namespace nc::demo {

/// SQL for the demo's rows: templates as published two months before `now`, and the inbox. Can be repeated.
QByteArray demoRows(const DemoData& data, const Story& story, qint64 now);

/// The checksum that the platform stores for it (docs/contracts.md, section 3).
QByteArray publishedChecksum(const PublishedTemplate& row);

} // namespace nc::demo
