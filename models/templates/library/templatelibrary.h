#pragma once

#include "core/task.h"
#include "render/templateengine.h"
#include "templates/source/publishable.h"
#include "templates/source/regulation.h"

namespace nc {

/// The templates of one regulation, read from disk anew on every call; what preparation made of unchanged files comes
/// from a cache on disk. Functions block; any thread, several at a time.
class TemplateLibrary {
public:
    /// `folder`: the regulation, or its notifications/ folder itself. `cacheFolder`: where prepared texts are kept
    /// (PreparedCache::defaultFolder()); empty: nothing is kept. `engine` must outlive the library.
    TemplateLibrary(QString folder, TemplateEngine& engine, QString cacheFolder);

    /// What is there, by directory names alone. errors::regulationNotFound when the folder does not exist.
    Result<Regulation> scan() const;

    /// Each template (or those named in `only`) as it would be published, in the order of channel and name.
    /// With `check`, all of lint's findings are in `problems`, else only those that reading brings along.
    /// A missing helper blocks the email templates that are not in the cache, one by one, with the helper's error.
    /// errors::templateNotFound for a name in `only` that has no directory.
    Result<QList<PublishableTemplate>> publishables(
        const TaskContext& task, const QList<TemplateKey>& only = {}, bool check = true) const;

    Result<PublishableTemplate> publishable(const TemplateKey& key, const TaskContext& task) const;

    /// What a template reads of its data, with lines of the author's file (for Diia: its `{key}` places).
    /// errors::templateNotFound, notPreparable, templateSyntax.
    Result<QList<TemplateVariable>> variables(const TemplateKey& key, const TaskContext& task) const;

    /// Everything wrong in the regulation, strays included, in order of path and place.
    Result<QList<Problem>> lint(const TaskContext& task) const;

private:
    QString m_folder;
    TemplateEngine& m_engine;
    QString m_cacheFolder;
};

} // namespace nc
