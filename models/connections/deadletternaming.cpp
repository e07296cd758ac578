#include "connections/deadletternaming.h"

#include "core/settings.h"
#include "core/settingstable.h"

namespace nc {

DeadLetterNaming::DeadLetterNaming()
    : DeadLetterNaming(settings::deadLetterNames.otherwise)
{
}

DeadLetterNaming::DeadLetterNaming(const QStringList& patterns)
{
    for (const QString& typed : patterns) {
        const QString pattern = typed.trimmed();
        const qsizetype star = pattern.indexOf(u'*');
        const Name name = star < 0 ? Name{{}, pattern} : Name{pattern.left(star), pattern.mid(star + 1)};
        if (!name.before.isEmpty() || !name.after.isEmpty())
            m_names.append(name);
    }
}

DeadLetterNaming DeadLetterNaming::of(const QString& configFolder)
{
    return DeadLetterNaming(
        Settings(configFolder, nullptr, Settings::Changes::OnlyByReload).get(settings::deadLetterNames));
}

QString DeadLetterNaming::sourceOf(const QString& topic) const
{
    qsizetype longest = 0;
    QString source;
    for (const Name& name : m_names) {
        const qsizetype fixed = name.before.size() + name.after.size();
        if (fixed > longest && topic.size() > fixed && topic.startsWith(name.before) && topic.endsWith(name.after)) {
            longest = fixed;
            source = topic.mid(name.before.size(), topic.size() - fixed);
        }
    }
    return source;
}

QString DeadLetterNaming::bare(const QString& topic) const
{
    const QString source = sourceOf(topic);
    return source.isEmpty() ? topic : source;
}

QStringList DeadLetterNaming::namesFor(const QString& topic) const
{
    QStringList names;
    for (const Name& name : m_names) {
        // A name that reads as another topic's (a-*-x under *-x) would not be found again.
        const QString made = name.before + topic + name.after;
        if (sourceOf(made) == topic)
            names.append(made);
    }
    return names;
}

QStringList DeadLetterNaming::among(const QString& topic, const QStringList& all) const
{
    QStringList names = namesFor(topic);
    names.removeIf([&all](const QString& name) { return !all.contains(name); });
    return names;
}

} // namespace nc
