#include "templates/source/templateoperations.h"

#include "core/atomicfile.h"
#include "core/errors.h"
#include "templates/source/errors.h"
#include "templates/source/startingtext.h"
#include "templates/source/templatefolder.h"
#include "templates/source/templateuses.h"
#include "templates/source/textedit.h"
#include "templates/source/textfile.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype longestName = 200; // bytes of UTF-8; file systems take 255

Result<TemplateDirectory> existing(const QString& regulation, const TemplateKey& key)
{
    const auto scanned = scanRegulation(regulation);
    if (!scanned)
        return fail(scanned.error());
    const TemplateDirectory* found = scanned->find(key);
    if (!found)
        return fail(errors::templateNotFound, key.toString());
    return *found;
}

/// Where a template of that key would lie; errors::templateExists when something is there.
Result<TemplateDirectory> vacant(const QString& regulation, const TemplateKey& key)
{
    if (const auto name = checkTemplateName(key.name); !name)
        return fail(name.error());
    const auto scanned = scanRegulation(regulation);
    if (!scanned)
        return fail(scanned.error());
    const QString path = scanned->notifications + u'/' + channelName(key.channel) + u'/' + key.name;
    for (const Problem& problem : scanned->problems) {
        if (problem.error.is(lint::folderEscape) && path.startsWith(problem.path + u'/'))
            return fail(problem.error);
    }
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink())
        return fail(errors::templateExists, key.toString());
    return TemplateDirectory{key, path};
}

/// Everything below `from`, links as links. Leaves nothing behind when it fails.
Result<void> copyTree(const QString& from, const QString& to)
{
    const auto failed = [&](const QString& path, const QString& reason) {
        QDir(to).removeRecursively();
        return fail(errors::cannotWrite, path, reason);
    };
    if (!QDir().mkpath(to))
        return failed(to, {});
    QDirIterator entries(
        from, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QFileInfo info = entries.fileInfo();
        const QString target = to + path.mid(from.size());
        if (info.isSymLink()) {
            QFile link(path);
            if (!QFile::link(info.symLinkTarget(), target))
                return failed(target, {});
        } else if (info.isDir()) {
            if (!QDir().mkpath(target))
                return failed(target, {});
        } else {
            QFile file(path);
            if (!file.copy(target))
                return failed(target, file.errorString());
        }
    }
    return {};
}

/// Between file systems a copy.
Result<void> moveTree(const QString& from, const QString& to)
{
    if (!QDir().mkpath(QFileInfo(to).path()))
        return fail(errors::cannotWrite, QFileInfo(to).path());
    if (QDir().rename(from, to))
        return {};
    if (const auto copied = copyTree(from, to); !copied)
        return copied;
    if (!QDir(from).removeRecursively())
        return fail(errors::cannotWrite, from);
    return {};
}

/// Between file systems a copy; never over a file.
Result<void> moveFile(const QString& from, const QString& to)
{
    if (!QDir().mkpath(QFileInfo(to).path()))
        return fail(errors::cannotWrite, QFileInfo(to).path());
    QFile file(from);
    if (!file.rename(to))
        return fail(errors::cannotWrite, to, file.errorString());
    return {};
}

} // namespace

Result<void> checkTemplateName(const QString& name)
{
    if (name.trimmed().isEmpty() || name != name.trimmed())
        return fail(errors::badTemplateName, name);
    if (name.contains(u'/') || name.contains(u'\\') || name.startsWith(u'.') || name.toUtf8().size() > longestName)
        return fail(errors::badTemplateName, name);
    if (std::ranges::any_of(name, [](QChar c) { return !c.isPrint(); }))
        return fail(errors::badTemplateName, name);
    if (name.contains(u':') || name.contains(u';') || name.contains("%20"_L1))
        return fail(errors::oddTemplateName, name);
    return {};
}

Result<TemplateDirectory> createTemplate(
    const QString& regulation, const TemplateKey& key, const std::optional<TemplateKey>& copyOf)
{
    auto place = vacant(regulation, key);
    if (!place)
        return place;
    if (copyOf) {
        const auto original = existing(regulation, *copyOf);
        if (!original)
            return fail(original.error());
        if (copyOf->channel != key.channel)
            return fail(errors::templateNotFound, channelName(key.channel) + u'/' + copyOf->name);
        if (const auto copied = copyTree(original->path, place->path); !copied)
            return fail(copied.error());
        return place;
    }
    if (!QDir().mkpath(place->path))
        return fail(errors::cannotWrite, place->path);
    auto written = writeFile(place->path + u'/' + contentFileName(key.channel), startingContent(key).toUtf8());
    if (written)
        written = writeFile(place->path + u'/' + metadataFileName(), startingMetadata(key).toUtf8());
    if (!written) {
        QDir(place->path).removeRecursively();
        return fail(written.error());
    }
    return place;
}

Result<TemplateDirectory> renameTemplate(const QString& regulation, const TemplateKey& key, const QString& newName)
{
    const auto from = existing(regulation, key);
    if (!from)
        return fail(from.error());
    auto to = vacant(regulation, {key.channel, newName});
    if (!to)
        return to;
    if (!QDir().rename(from->path, to->path))
        return fail(errors::cannotWrite, to->path);
    return to;
}

Result<DeletedTemplate> deleteTemplate(const QString& regulation, const TemplateKey& key, const QString& trash)
{
    const auto directory = existing(regulation, key);
    if (!directory)
        return fail(directory.error());
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const DeletedTemplate deleted{
        key, directory->path, trash + u'/' + stamp + u'-' + channelName(key.channel) + u'/' + key.name};
    if (const auto moved = moveTree(deleted.path, deleted.kept); !moved)
        return fail(moved.error());
    return deleted;
}

Result<TemplateDirectory> restoreTemplate(const DeletedTemplate& deleted)
{
    const QFileInfo info(deleted.path);
    if (info.exists() || info.isSymLink())
        return fail(errors::templateExists, deleted.key.toString());
    if (const auto moved = moveTree(deleted.kept, deleted.path); !moved)
        return fail(moved.error());
    QDir().rmdir(QFileInfo(deleted.kept).path());
    return TemplateDirectory{deleted.key, deleted.path};
}

Result<DeletedFile> deleteFile(const QString& directory, const QString& name, const QString& trash)
{
    const QString path = directory + u'/' + name;
    const QFileInfo info(path);
    if ((!info.isFile() && !info.isSymLink()) || QDir::cleanPath(name).startsWith(u".."))
        return fail(errors::cannotRead, path);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const DeletedFile deleted{path, trash + u'/' + stamp + u'-' + QFileInfo(directory).fileName() + u'/' + name};
    if (const auto moved = moveFile(deleted.path, deleted.kept); !moved)
        return fail(moved.error());
    return deleted;
}

Result<void> restoreFile(const DeletedFile& deleted)
{
    const QFileInfo info(deleted.path);
    if (info.exists() || info.isSymLink())
        return fail(errors::cannotWrite, deleted.path, u"a file of that name is there"_s);
    return moveFile(deleted.kept, deleted.path);
}

Result<void> checkSheetName(const QString& name)
{
    const bool plain = std::ranges::all_of(name, [](QChar c) { return c.isPrint() && c != u'/' && c != u'\\'; });
    if (!plain || !name.endsWith(".css"_L1, Qt::CaseInsensitive) || name.size() < 5 || name.startsWith(u'.')
        || name != name.trimmed() || name.toUtf8().size() > longestName)
        return fail(errors::badSheetName, name);
    return {};
}

Result<void> createSheet(const QString& directory, const QString& name, const QByteArray& content)
{
    if (const auto good = checkSheetName(name); !good)
        return good;
    const QString folder = directory + u"/css"_s;
    if (leadsOut(folder, directory))
        return fail(lint::pathEscape, u"css"_s);
    const QFileInfo info(folder + u'/' + name);
    if (info.exists() || info.isSymLink())
        return fail(errors::sheetExists, name);
    if (!QDir().mkpath(folder))
        return fail(errors::cannotWrite, folder);
    const FileStamp absent;
    const auto written = writeFile(info.filePath(), content, absent);
    return written ? Result<void>() : fail(written.error());
}

Result<void> renameSheet(const QString& directory, const QString& from, const QString& to)
{
    if (const auto good = checkSheetName(to); !good)
        return good;
    const QFileInfo info(directory + u"/css/"_s + to);
    if (info.exists() || info.isSymLink())
        return fail(errors::sheetExists, to);
    return moveFile(directory + u"/css/"_s + from, info.filePath());
}

Result<QStringList> renameUses(const QString& regulation, const QString& from, const QString& to)
{
    const auto uses = templateUses(regulation, TaskContext{});
    if (!uses)
        return fail(uses.error());
    QMap<QString, QList<TextEdit>> edits;
    for (const TemplateUse& use : *uses) {
        if (use.name == from && !use.isExpression && use.begin >= 0)
            edits[use.file].append({use.begin, use.length, to.toHtmlEscaped()});
    }
    QStringList changed;
    for (auto file = edits.cbegin(); file != edits.cend(); ++file) {
        const auto content = readFile(file.key());
        if (!content)
            return fail(content.error());
        // What is not UTF-8 would not come back as it was.
        if (!content->bytes.isValidUtf8())
            return fail(errors::cannotWrite, file.key(), u"not UTF-8"_s);
        const QByteArray bytes = applyEdits(decodeLikeJava(content->bytes).text, *file).toUtf8();
        if (const auto written = writeFile(file.key(), bytes, content->stamp); !written)
            return fail(written.error());
        changed += file.key();
    }
    return changed;
}

} // namespace nc
