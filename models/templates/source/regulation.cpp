#include "templates/source/regulation.h"

#include "core/errors.h"
#include "templates/source/errors.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QFileInfoList entriesOf(const QString& folder)
{
    return QDir(folder).entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

/// Files that keep an empty directory in git.
bool isPlaceholder(const QString& name)
{
    return name == ".gitkeep"_L1 || name == ".gitignore"_L1;
}

void noteStray(const QFileInfo& entry, Regulation& regulation)
{
    if (!isPlaceholder(entry.fileName()))
        regulation.problems.append(
            Problem::make(Severity::Warning, {lint::strayFile, entry.fileName(), {}}, entry.filePath()));
}

void noteOddName(const TemplateDirectory& directory, Regulation& regulation)
{
    const QString& name = directory.key.name;
    if (name.contains(u':') || name.contains(u';') || name.contains("%20"_L1))
        regulation.problems.append(Problem::make(Severity::Warning, {lint::oddName, name, {}}, directory.path));
}

/// Behind a link that leads out of `inside` lies what nobody has put into the regulation: it is not looked at.
bool isLinkOut(const QFileInfo& entry, const QString& inside)
{
    const QString root = QFileInfo(inside).canonicalFilePath();
    const QString real = entry.canonicalFilePath();
    return !real.isEmpty() && real != root && !real.startsWith(root.endsWith(u'/') ? root : root + u'/');
}

bool noteLinkOut(const QFileInfo& entry, const QString& inside, Regulation& regulation)
{
    if (!isLinkOut(entry, inside))
        return false;
    regulation.problems.append(
        Problem::make(Severity::Error, {lint::folderEscape, entry.fileName(), {}}, entry.filePath()));
    return true;
}

void scanChannel(Channel channel, const QFileInfo& folder, Regulation& regulation)
{
    if (!folder.isDir()) {
        regulation.problems.append(
            Problem::make(Severity::Error, {lint::notADirectory, folder.fileName(), {}}, folder.filePath()));
        return;
    }
    if (noteLinkOut(folder, regulation.notifications, regulation))
        return;
    const QFileInfoList entries = entriesOf(folder.filePath());
    for (const QFileInfo& entry : entries) {
        if (!entry.isDir()) {
            noteStray(entry, regulation);
            continue;
        }
        regulation.templates.append({{channel, entry.fileName()}, entry.filePath()});
        noteOddName(regulation.templates.last(), regulation);
    }
}

QString notificationsFolder(const QString& folder)
{
    const QString inside = QDir(folder).filePath(u"notifications"_s);
    const QFileInfo info(inside);
    // The folder of templates itself may be named as well.
    if (!info.exists() && QFileInfo(QDir::cleanPath(QDir(folder).absolutePath())).fileName() == "notifications"_L1)
        return QDir::cleanPath(folder);
    return inside;
}

} // namespace

const TemplateDirectory* Regulation::find(const TemplateKey& key) const
{
    const auto found = std::ranges::find(templates, key, &TemplateDirectory::key);
    return found == templates.end() ? nullptr : &*found;
}

Result<Regulation> scanRegulation(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return fail(errors::regulationNotFound, folder);
    if (!info.isReadable() || !info.isExecutable())
        return fail(errors::cannotRead, folder, u"no right to enter it"_s);

    Regulation regulation;
    regulation.folder = folder;
    regulation.notifications = notificationsFolder(folder);
    const QFileInfo notifications(regulation.notifications);
    if (!notifications.exists() && !notifications.isSymLink())
        return regulation;
    if (!notifications.isDir()) {
        regulation.problems.append(Problem::make(
            Severity::Error, {lint::notADirectory, notifications.fileName(), {}}, notifications.filePath()));
        return regulation;
    }
    // Who names the folder of templates itself means what is behind it.
    if (regulation.notifications != QDir::cleanPath(folder) && noteLinkOut(notifications, folder, regulation))
        return regulation;
    const QFileInfoList entries = entriesOf(regulation.notifications);
    for (const QFileInfo& entry : entries) {
        if (const auto channel = channelFromName(entry.fileName()))
            scanChannel(*channel, entry, regulation);
        else if (entry.isDir())
            regulation.problems.append(
                Problem::make(Severity::Warning, {lint::unknownChannel, entry.fileName(), {}}, entry.filePath()));
        else
            noteStray(entry, regulation);
    }
    std::ranges::sort(
        regulation.templates, [](const TemplateDirectory& a, const TemplateDirectory& b) { return a.key < b.key; });
    return regulation;
}

} // namespace nc
