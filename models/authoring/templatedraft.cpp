#include "authoring/templatedraft.h"

#include "templates/source/templatefolder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr QByteArrayView bomBytes = "\xEF\xBB\xBF";

// Larger ones belong into no editor; the checks still read them from disk.
constexpr qint64 editorLimit = 16 * 1024 * 1024;

void take(DraftFile& file, const FileContent& content)
{
    file.exists = true;
    file.stamp = content.stamp;
    file.bom = content.bytes.startsWith(bomBytes);
    file.saved = file.bom ? content.bytes.mid(bomBytes.size()) : content.bytes;
    file.editable = file.saved.isValidUtf8() && !file.saved.contains('\0');
    file.text = QString::fromUtf8(file.saved);
}

Result<void> read(DraftFile& file, const QString& directory)
{
    if (!QFileInfo::exists(file.path)) {
        file.exists = false;
        file.saved.clear();
        file.stamp = {};
        file.text.clear();
        return {};
    }
    if (leadsOut(file.path, directory)) {
        file.exists = true;
        file.leadsOut = true;
        file.editable = false;
        const auto stamp = stampOf(file.path);
        file.stamp = stamp ? *stamp : FileStamp{};
        return {};
    }
    const auto content = readFile(file.path, editorLimit);
    if (!content)
        return fail(content.error());
    take(file, *content);
    return {};
}

QStringList filesOf(const TemplateDirectory& directory)
{
    QStringList names{contentFileName(directory.key.channel), metadataFileName()};
    if (directory.key.channel == Channel::Email) {
        for (const QFileInfo& sheet : QDir(directory.path + u"/css"_s).entryInfoList(QDir::Files, QDir::Name)) {
            // A link may lead out of the regulation; the checks report it, nothing is written through it.
            if (!sheet.isSymLink())
                names += u"css/"_s + sheet.fileName();
        }
    }
    return names;
}

} // namespace

bool DraftFile::isDirty() const
{
    return editable && text.toUtf8() != saved;
}

QByteArray DraftFile::bytes() const
{
    return (bom ? bomBytes.toByteArray() : QByteArray()) + text.toUtf8();
}

TemplateDraft::TemplateDraft(TemplateDirectory directory)
    : m_directory(std::move(directory))
{
}

Result<std::unique_ptr<TemplateDraft>> TemplateDraft::open(const TemplateDirectory& directory)
{
    std::unique_ptr<TemplateDraft> draft(new TemplateDraft(directory));
    for (const QString& name : filesOf(directory)) {
        DraftFile file;
        file.name = name;
        file.path = directory.path + u'/' + name;
        if (auto done = read(file, directory.path); !done)
            return fail(done.error());
        draft->m_files.push_back(std::move(file));
    }
    return draft;
}

QStringList TemplateDraft::names() const
{
    QStringList names;
    for (const DraftFile& file : m_files)
        names += file.name;
    return names;
}

const DraftFile* TemplateDraft::file(const QString& name) const
{
    const auto found = std::ranges::find(m_files, name, &DraftFile::name);
    return found == m_files.end() ? nullptr : &*found;
}

DraftFile* TemplateDraft::find(const QString& name)
{
    const auto found = std::ranges::find(m_files, name, &DraftFile::name);
    return found == m_files.end() ? nullptr : &*found;
}

void TemplateDraft::setText(const QString& name, const QString& text)
{
    DraftFile* file = find(name);
    if (!file || !file->editable || file->text == text)
        return;
    const bool before = file->isDirty();
    file->text = text;
    if (const bool now = file->isDirty(); now != before)
        Q_EMIT dirtyChanged(name, now);
    Q_EMIT textChanged(name);
}

void TemplateDraft::convert(const QString& name, const QString& text)
{
    DraftFile* file = find(name);
    if (!file)
        return;
    const bool before = file->isDirty();
    file->editable = true;
    file->text = text;
    if (const bool now = file->isDirty(); now != before)
        Q_EMIT dirtyChanged(name, now);
    Q_EMIT reloaded(name);
    Q_EMIT textChanged(name);
}

Result<void> TemplateDraft::rebase(const QString& name, const QString& text)
{
    DraftFile* file = find(name);
    if (!file)
        return {};
    if (auto done = read(*file, m_directory.path); !done)
        return done;
    file->editable = true;
    file->text = text;
    Q_EMIT dirtyChanged(name, file->isDirty());
    Q_EMIT reloaded(name);
    Q_EMIT textChanged(name);
    return {};
}

bool TemplateDraft::isDirty() const
{
    return std::ranges::any_of(m_files, &DraftFile::isDirty);
}

Result<void> TemplateDraft::write(DraftFile& file, const FileStamp* expected)
{
    const QByteArray bytes = file.bytes();
    const auto stamp = expected ? writeFile(file.path, bytes, *expected) : writeFile(file.path, bytes);
    if (!stamp)
        return fail(stamp.error());
    const bool before = file.isDirty();
    file.exists = true;
    file.stamp = *stamp;
    file.saved = file.text.toUtf8();
    if (before)
        Q_EMIT dirtyChanged(file.name, false);
    return {};
}

Result<void> TemplateDraft::save(const QString& name)
{
    DraftFile* file = find(name);
    if (!file || !file->isDirty())
        return {};
    return write(*file, &file->stamp);
}

Result<void> TemplateDraft::saveAll()
{
    for (const QString& name : names()) {
        if (auto saved = save(name); !saved)
            return saved;
    }
    return {};
}

Result<void> TemplateDraft::overwrite(const QString& name)
{
    DraftFile* file = find(name);
    return file ? write(*file, nullptr) : Result<void>{};
}

Result<void> TemplateDraft::reload(const QString& name)
{
    DraftFile* file = find(name);
    if (!file)
        return {};
    const bool before = file->isDirty();
    if (auto done = read(*file, m_directory.path); !done)
        return done;
    if (before)
        Q_EMIT dirtyChanged(name, false);
    Q_EMIT reloaded(name);
    return {};
}

Result<void> TemplateDraft::refreshSheets()
{
    QStringList wanted = filesOf(m_directory);
    for (const DraftFile& file : m_files) {
        if (!wanted.contains(file.name) && file.isDirty())
            wanted += file.name; // what was typed is not thrown away
    }
    if (wanted.size() > 2)
        std::sort(wanted.begin() + 2, wanted.end());
    if (wanted == names())
        return {};
    std::vector<DraftFile> files;
    for (const QString& name : std::as_const(wanted)) {
        if (const DraftFile* known = file(name)) {
            files.push_back(*known);
            continue;
        }
        DraftFile added;
        added.name = name;
        added.path = m_directory.path + u'/' + name;
        if (auto done = read(added, m_directory.path); !done)
            return done;
        files.push_back(std::move(added));
    }
    m_files = std::move(files);
    Q_EMIT filesChanged();
    return {};
}

QStringList TemplateDraft::changedOnDisk() const
{
    QStringList changed;
    for (const DraftFile& file : m_files) {
        const auto now = stampOf(file.path);
        if (now && *now != file.stamp)
            changed += file.name;
    }
    return changed;
}

} // namespace nc
