#pragma once

#include "postgres/connection.h"
#include "publish/plan/publishplan.h"
#include "publish/plan/publishsource.h"
#include "render/templateengine.h"

#include <QMetaType>

namespace nc {

/// What of a template is compared before it is published.
enum class CompareWhat {
    Prepared, ///< title, attributes and the text as it stands in the row, and would
    Source, ///< the author's files, as of the commit that was published (else the newest commit), and as they are now
    Reader, ///< what a reader sees of both, with the template's sample data
};

/// Two texts for side by side; left what was, right what would be.
struct PublishComparison {
    QString key;
    CompareWhat what = CompareWhat::Prepared;
    QByteArray left;
    QByteArray right;
    /// Source: the commit that the left side is of; empty where none is known (then it is empty, too).
    QString commit;
    bool isPublishedCommit = false; ///< it is the one that the row came from
    /// Reader: why a side cannot be rendered, so that what a reader sees of it is not known.
    std::optional<Error> leftFault = {};
    std::optional<Error> rightFault = {};
};

struct ComparePlace {
    QString regulation;
    QString configFolder; ///< of the sample data
    QString historyFolder;
    DatabaseTarget database;
};

/// Blocks; any thread. `source` is null for a row without a directory. Errors of the connection, git and the engine.
Result<PublishComparison> compareForPublish(CompareWhat what, const PlanItem& item, const PublishSource* source,
    const ComparePlace& place, TemplateEngine& engine, const TaskContext& context);

} // namespace nc

Q_DECLARE_METATYPE(nc::PublishComparison)
