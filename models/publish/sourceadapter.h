#pragma once

#include "publish/publishsource.h"
#include "templates/publishable.h"

namespace nc {

/// A template of a regulation as publishing sees it.
PublishSource toPublishSource(const PublishableTemplate& publishable);
QList<PublishSource> toPublishSources(const QList<PublishableTemplate>& publishables);

} // namespace nc
