#pragma once

#include "core/error.h"
#include "postgres/templaterow.h"
#include "publish/plan/templateorigin.h"
#include "templates/source/problem.h"

#include <QList>
#include <QString>

#include <optional>

namespace nc {

/// One template directory as publishing sees it: what would stand in the row, and what speaks against it.
struct PublishSource {
    TemplateValues values;
    /// Set where the platform's publisher itself would stop; `values` then has no content and no checksum.
    std::optional<Error> failure;
    /// Problems of severity error: they block a publish unless forced.
    QList<Problem> problems;
    /// Absent outside a clone.
    std::optional<TemplateOrigin> origin = {};

    QString key() const { return values.channel + u'/' + values.name; }
};

} // namespace nc
