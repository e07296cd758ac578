#pragma once

#include "impact/impactevents.h"
#include "render/templateengine.h"

#include <QMetaType>

namespace nc {

/// What a new text means for one recipient of a real event.
enum class ImpactResult {
    Same, ///< the recipient gets the same
    Differs,
    Mended, ///< the published text fails, the new one does not
    Fails, ///< the new text fails where the published one did not
    StillFails, ///< both fail
    New, ///< nothing is published yet; the new text works
};
/// `same`, `differs`, `mended`, `fails`, `still-fails`, `new`.
QString wordFor(ImpactResult result);

struct ImpactCase {
    ImpactEvent event;
    ImpactResult result = ImpactResult::Same;
    QString before; ///< what the recipient got; empty where it failed
    QString after;
    std::optional<Error> beforeError;
    std::optional<Error> afterError;

    bool isBroken() const { return result == ImpactResult::Fails || result == ImpactResult::StillFails; }
};

struct ImpactReport {
    QString key;
    QList<ImpactCase> cases; ///< newest first
    qint64 scanned = 0;
    qsizetype matched = 0;
    bool isPublished = false;

    qsizetype count(ImpactResult result) const;
    qsizetype broken() const;
};

/// Renders the published and the new text with each event's own data, as the service would. Blocks; any thread. The
/// engine's own failures (Java is missing) are errors, those of templates and data are results.
Result<ImpactReport> judgeImpact(const TemplateKey& key, const std::optional<QByteArray>& published,
    const QByteArray& edited, const ImpactEvents& events, TemplateEngine& engine, const TaskContext& task);

} // namespace nc

Q_DECLARE_METATYPE(nc::ImpactReport)
