#include "templates/library/lintfix.h"

#include "core/atomicfile.h"
#include "templates/lint/quickfix.h"
#include "templates/source/templateoperations.h"
#include "templates/source/textfile.h"

#include <QFileInfo>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int mostPasses = 10;

struct Pending {
    FileContent file;
    QList<TextEdit> edits;
    std::optional<QString> whole;
    int fixes = 0;
    bool removed = false;
};

QString textOf(const QByteArray& bytes)
{
    return decodeLikeJava(bytes).text;
}

Result<FileContent> contentOf(const QString& path)
{
    return QFileInfo::exists(path) ? readFile(path) : Result<FileContent>(FileContent{});
}

/// The fixes of one template, by path. Files that are not UTF-8 are left alone.
Result<QMap<QString, Pending>> fixesOf(const PublishableTemplate& one, const QStringList& also)
{
    QMap<QString, Pending> pending;
    if (one.problems.isEmpty())
        return pending;
    const QString contentPath = one.directory + u'/' + contentFileName(one.key.channel);
    const QString metadataPath = one.directory + u'/' + metadataFileName();
    const auto content = contentOf(contentPath);
    if (!content)
        return fail(content.error());
    const auto metadata = contentOf(metadataPath);
    if (!metadata)
        return fail(metadata.error());
    if (!content->bytes.isValidUtf8() || !metadata->bytes.isValidUtf8())
        return pending;
    FixTexts texts{one.key, one.directory, textOf(content->bytes), content->bytes, {}};
    if (metadata->stamp.exists)
        texts.metadata = textOf(metadata->bytes);
    for (const Problem& problem : one.problems) {
        for (const QuickFix& fix : quickFixes(problem, texts)) {
            const bool possible = fix.kind == QuickFix::Kind::Edit || fix.kind == QuickFix::Kind::Remove;
            if (!possible || (!fix.mechanical && !also.contains(problem.code())))
                continue;
            Pending& file = pending[one.directory + u'/' + fix.file];
            if (fix.kind == QuickFix::Kind::Remove) {
                const auto old = contentOf(one.directory + u'/' + fix.file);
                if (!old)
                    return fail(old.error());
                file = {*old, {}, {}, 1, true};
                break;
            }
            if (fix.whole && file.whole)
                break; // the next pass
            file.file = fix.file == metadataFileName() ? *metadata : *content;
            file.edits += fix.edits;
            if (fix.whole)
                file.whole = fix.whole;
            ++file.fixes;
            break;
        }
    }
    return pending;
}

void note(QList<FixedFile>& list, const QString& path, const Pending& pending, const QByteArray& after)
{
    const auto known = std::ranges::find(list, path, &FixedFile::path);
    if (known == list.end()) {
        list.append({path, pending.file.bytes, after, pending.fixes, pending.removed});
    } else {
        known->after = after;
        known->fixes += pending.fixes;
    }
}

} // namespace

Result<QList<FixedFile>> fixProblems(const TemplateLibrary& library, const LintFixing& wanted, const TaskContext& task)
{
    QList<FixedFile> fixed;
    for (int pass = 0; pass < (wanted.write ? mostPasses : 1); ++pass) {
        const auto templates = library.publishables(task);
        if (!templates)
            return fail(templates.error());
        bool changed = false;
        for (const PublishableTemplate& one : *templates) {
            if (task.isCancelled())
                return TaskContext::cancelled();
            const auto pending = fixesOf(one, wanted.also);
            if (!pending)
                return fail(pending.error());
            for (auto file = pending->cbegin(); file != pending->cend(); ++file) {
                const QByteArray before = file->file.bytes;
                if (file->removed) {
                    if (wanted.write) {
                        const auto gone =
                            deleteFile(one.directory, file.key().mid(one.directory.size() + 1), wanted.trash);
                        if (!gone)
                            return fail(gone.error());
                    }
                    changed = true;
                    note(fixed, file.key(), *file, {});
                    continue;
                }
                const QByteArray after =
                    (file->whole ? *file->whole : applyEdits(textOf(before), file->edits)).toUtf8();
                if (after == before)
                    continue;
                if (wanted.write) {
                    if (const auto written = writeFile(file.key(), after, file->file.stamp); !written)
                        return fail(written.error());
                }
                changed = true;
                note(fixed, file.key(), *file, after);
            }
        }
        if (!changed)
            break;
    }
    return fixed;
}

} // namespace nc
