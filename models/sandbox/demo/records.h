#pragma once

#include "connections/profile.h"
#include "core/task.h"
#include "sandbox/demo/storyrecords.h"

namespace nc::demo {

/// Writes the story to empty topics and moves the service's group to their ends: it has read everything.
/// With `anew`, the topics are deleted and made again first (an attempt before was cut off).
Result<void> writeStory(const KafkaConnection& kafka, const Story& story, bool anew, const TaskContext& task);

} // namespace nc::demo
