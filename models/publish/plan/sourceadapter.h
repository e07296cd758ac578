#pragma once

#include "publish/plan/publishsource.h"
#include "templates/source/publishable.h"

namespace nc {

/// A template of a regulation as publishing sees it.
PublishSource toPublishSource(const PublishableTemplate& publishable);
QList<PublishSource> toPublishSources(const QList<PublishableTemplate>& publishables);

} // namespace nc
