#pragma once

#include "core/result.h"
#include "templates/source/problem.h"
#include "templates/source/template.h"

namespace nc {

/// A template's directory, nothing read yet.
struct TemplateDirectory {
    TemplateKey key;
    QString path;
};

/// What lies under <regulation>/notifications (docs/contracts.md, "Template directories").
struct Regulation {
    QString folder; ///< as given
    QString notifications; ///< may not exist: then there are no templates, and that is no error
    QList<TemplateDirectory> templates; ///< by channel, then name
    QList<Problem> problems; ///< unknown channels, stray files, files where directories belong

    const TemplateDirectory* find(const TemplateKey& key) const;
};

/// `folder` is the regulation or its notifications/ folder itself. errors::regulationNotFound when it is not there,
/// errors::cannotRead when it may not be read.
Result<Regulation> scanRegulation(const QString& folder);

} // namespace nc
