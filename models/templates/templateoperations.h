#pragma once

#include "core/result.h"
#include "templates/regulation.h"

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

/// Writes another template name in the business processes that name `from`; gives the files that were changed. Other
/// bytes stay as they are. errors::changedMeanwhile.
Result<QStringList> renameUses(const QString& regulation, const QString& from, const QString& to);

} // namespace nc
