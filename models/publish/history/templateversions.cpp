#include "publish/history/templateversions.h"

#include <algorithm>

namespace nc {
namespace {

bool same(const TemplateRow& a, const TemplateRow& b)
{
    return a.id == b.id && a.checksum == b.checksum && a.title == b.title && a.attributes == b.attributes;
}

/// The publish that brought the version, among the entries before it: the last that meant to write it.
void tellAuthor(TemplateVersion& version, const QList<HistoryEntry>& entries, qsizetype before)
{
    for (qsizetype i = before - 1; i >= 0; --i) {
        const HistoryEntry& entry = entries[i];
        if (entry.nextChecksum != version.row.checksum)
            continue;
        version.by = entry.by;
        version.origin = entry.origin;
        version.restored = entry.restored;
        return;
    }
}

} // namespace

QList<TemplateVersion> versionsOf(
    const QList<HistoryEntry>& entries, const std::optional<TemplateRow>& now, const std::optional<QByteArray>& content)
{
    QList<TemplateVersion> versions;
    EpochMs lastChange = 0;
    const auto begin = [&](const TemplateRow& row, const std::optional<QByteArray>& text, qsizetype before) {
        TemplateVersion version;
        version.number = int(versions.size()) + 1;
        version.row = row;
        version.content = text;
        // A change of attributes alone leaves updated_at; then our own note of the change is nearer to the truth.
        version.from = std::max(row.updatedAt / 1000, versions.isEmpty() ? 0 : lastChange);
        tellAuthor(version, entries, before);
        // Our own publish came right behind the one before, whatever the clocks of two machines say.
        if (!versions.isEmpty() && before > 0 && entries[before - 1].nextChecksum == row.checksum)
            versions.last().until = version.from;
        versions.append(version);
    };
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const HistoryEntry& entry = entries[i];
        if (entry.row) {
            if (versions.isEmpty() || !same(versions.last().row, *entry.row))
                begin(*entry.row, entry.content, i);
            if (!versions.last().content)
                versions.last().content = entry.content;
            versions.last().until = entry.at;
            versions.last().replacedBy = entry.action;
        }
        lastChange = entry.at;
    }
    if (now) {
        if (!versions.isEmpty() && same(versions.last().row, *now)) {
            // What was announced did not come about, or was taken back by somebody else.
            versions.last().until.reset();
            versions.last().replacedBy.clear();
            if (!versions.last().content)
                versions.last().content = content;
        } else {
            begin(*now, content, entries.size());
        }
    }
    return versions;
}

const TemplateVersion* versionAt(const QList<TemplateVersion>& versions, EpochMs time)
{
    const auto found = std::ranges::find_if(versions, [time](const TemplateVersion& version) {
        return version.from <= time && (!version.until || time < *version.until);
    });
    return found == versions.end() ? nullptr : &*found;
}

const TemplateVersion* versionNumbered(const QList<TemplateVersion>& versions, int number)
{
    const auto found = std::ranges::find(versions, number, &TemplateVersion::number);
    return found == versions.end() ? nullptr : &*found;
}

} // namespace nc
