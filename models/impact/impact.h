#pragma once

#include "failures/verdicts/templateevents.h"
#include "render/templateengine.h"
#include "templates/source/template.h"

#include <QMetaType>

namespace nc {

/// What a new text means for one recipient of a real event.
enum class ImpactResult {
    Same, ///< the recipient gets the same
    Differs, ///< another subject, or another text to the last character of its HTML
    Mended, ///< the published text fails, the new one does not
    Fails, ///< the new text fails where the published one did not
    StillFails, ///< both fail
    New, ///< nothing is published yet; the new text works
};
/// `same`, `differs`, `mended`, `fails`, `still-fails`, `new`.
QString wordFor(ImpactResult result);

/// A template as it is stored.
struct ImpactText {
    QByteArray content;
    std::optional<QString> title;

    friend bool operator==(const ImpactText&, const ImpactText&) = default;
};

struct ImpactCase {
    TemplateEvent event;
    ImpactResult result = ImpactResult::Same;
    QString before; ///< what the recipient got; empty where it failed
    QString after;
    /// The event's own title wins, even an empty one (docs/contracts.md, section 11).
    QString subjectBefore;
    QString subjectAfter;
    std::optional<Error> beforeError;
    std::optional<Error> afterError;

    bool isBroken() const { return result == ImpactResult::Fails || result == ImpactResult::StillFails; }
    /// `subject`, `text`: what is different where both work.
    QStringList differences() const;
};

struct ImpactReport {
    QString key;
    QList<ImpactCase> cases; ///< what fails first, then what differs; newest first within each
    qint64 scanned = 0;
    qsizetype matched = 0;
    bool isPublished = false;

    qsizetype count(ImpactResult result) const;
    qsizetype broken() const;
};

/// The newest `last` events of user-notifications that used the template on its channel, one row for each recipient.
/// Errors of findTemplateEvents(); errors::impactNoEvents when there is none.
Result<TemplateEvents> readImpactEvents(
    const KafkaAccess& access, const TemplateKey& key, int last, const TaskContext& task);

/// Renders the published and the new text with each event's own data, as the service would. Blocks; any thread. The
/// engine's own failures (Java is missing) are errors, those of templates and data are results.
Result<ImpactReport> judgeImpact(const TemplateKey& key, const std::optional<ImpactText>& published,
    const ImpactText& edited, const TemplateEvents& events, TemplateEngine& engine, const TaskContext& task);

} // namespace nc

Q_DECLARE_METATYPE(nc::ImpactReport)
