#include "publish/plan/sourceadapter.h"

using namespace Qt::StringLiterals;

namespace nc {

PublishSource toPublishSource(const PublishableTemplate& publishable)
{
    PublishSource source;
    source.values.channel = channelName(publishable.key.channel);
    source.values.name = publishable.key.name;
    source.values.title = publishable.title;
    source.values.attributes = publishable.attributes;
    source.values.content = publishable.content;
    source.values.checksum = QString::fromLatin1(publishable.checksum);
    source.failure = publishable.blocked;
    for (const Problem& problem : publishable.problems) {
        if (problem.severity == Severity::Error)
            source.problems.append(problem);
    }
    return source;
}

QList<PublishSource> toPublishSources(const QList<PublishableTemplate>& publishables)
{
    QList<PublishSource> sources;
    sources.reserve(publishables.size());
    for (const PublishableTemplate& publishable : publishables)
        sources.append(toPublishSource(publishable));
    return sources;
}

} // namespace nc
