#pragma once

#include "core/result.h"
#include "templates/source/regulation.h"

namespace nc {

/// Whether a template may be called so: errors::badTemplateName (empty, `/`, a leading dot, control
/// characters, too long), errors::oddTemplateName for `:`, `;` and `%20`, which get lost on the way
/// (docs/contracts.md, "How the running service behaves").
Result<void> checkTemplateName(const QString& name);

/// Makes the directory with the channel's starting text and metadata, or as a copy of another template of the same
/// channel (all its files; links stay links). errors::templateExists, templateNotFound (of the original), those of
/// checkTemplateName() and of writing; then nothing is left behind.
Result<TemplateDirectory> createTemplate(
    const QString& regulation, const TemplateKey& key, const std::optional<TemplateKey>& copyOf = {});

/// Gives the directory another name. Its uses in business processes are not touched: renameUses().
Result<TemplateDirectory> renameTemplate(const QString& regulation, const TemplateKey& key, const QString& newName);

/// A template that was deleted and can be put back.
struct DeletedTemplate {
    TemplateKey key;
    QString path; ///< where it stood
    QString kept; ///< where it is now
};

/// Moves the directory out of the regulation into `trash` (made when missing), whole.
Result<DeletedTemplate> deleteTemplate(const QString& regulation, const TemplateKey& key, const QString& trash);
/// Puts it back where it stood; errors::templateExists when something is there by now.
Result<TemplateDirectory> restoreTemplate(const DeletedTemplate& deleted);

/// A file of a template that was deleted and can be put back.
struct DeletedFile {
    QString path;
    QString kept;
};

/// Moves one file of the template at `directory` into `trash`; `name` as in css/style.css. errors::cannotRead when it
/// is no file there, cannotWrite.
Result<DeletedFile> deleteFile(const QString& directory, const QString& name, const QString& trash);
/// Never over a file that is there by now.
Result<void> restoreFile(const DeletedFile& deleted);

/// Whether a style sheet may be called so: a bare name that ends in .css (docs/contracts.md, section 3);
/// errors::badSheetName.
Result<void> checkSheetName(const QString& name);
/// A new sheet css/`name` of a letter. errors::sheetExists and those of checkSheetName() and of writing.
Result<void> createSheet(const QString& directory, const QString& name, const QByteArray& content);
/// Gives it another name; what names it in the letter is the caller's.
Result<void> renameSheet(const QString& directory, const QString& from, const QString& to);

/// Writes another template name in the business processes that name `from`; gives the files that were changed. Other
/// bytes stay as they are. errors::changedMeanwhile.
Result<QStringList> renameUses(const QString& regulation, const QString& from, const QString& to);

} // namespace nc
