#pragma once

#include "core/task.h"
#include "templates/source/metadata.h"
#include "templates/source/regulation.h"
#include "templates/source/textfile.h"

namespace nc {

/// What lies in one template's directory, read once; everything else is made of this.
struct TemplateFolder {
    TemplateKey key;
    QString path;
    QString contentPath;
    QString metadataPath;

    bool hasContent = false;
    std::optional<Error> contentError; ///< it is there but cannot be read
    QByteArray bytes; ///< of the content file
    DecodedText content;
    Metadata metadata;

    /// Files beside content and metadata, with `/`, sorted; symbolic links included, not followed.
    QStringList otherFiles;
    /// Hex; changes whenever anything that preparation may read changes: content, every other file, where links lead.
    /// Only for email.
    QByteArray inputsKey;
};

/// Whether a file of the template at `directory` is a link (or lies behind one) that leads out of the regulation's
/// notifications/: such a file is neither read nor written.
bool leadsOut(const QString& file, const QString& directory);

/// Reads it. What is wrong with files is in the result, never an error.
TemplateFolder readTemplateFolder(const TemplateDirectory& directory);

} // namespace nc
