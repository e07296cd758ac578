#pragma once

#include "core/sentences.h"

#include <QList>
#include <QMetaType>

#include <optional>

namespace nc {

enum class VerdictOutcome { WouldSucceed, WouldFail, Unknown };
/// `would-succeed`, `would-fail`, `unknown`.
QString verdictName(VerdictOutcome outcome);

/// Where a published template does not take an event's data: found by rendering it, the service itself never tells.
struct TemplateTrouble {
    QString channel;
    QString templateName;
    QString variable; ///< what the data lacks or what is to blame; may be empty
    int line = 0; ///< in the published content; 0: not known
    int column = 0;
    QString message; ///< FreeMarker's words
    Error error; ///< one of render's errors

    /// The sentence with the place: `… (20:48)`.
    QString words(Language language) const;

    friend bool operator==(const TemplateTrouble&, const TemplateTrouble&) = default;
};

/// Would it succeed if it went again now? With the reasons: those that decide first, then what could not be seen.
struct Verdict {
    VerdictOutcome outcome = VerdictOutcome::Unknown;
    QList<Error> reasons;
    QList<TemplateTrouble> troubles; ///< more about the reasons that are errors::verdictTemplate
    QString rules; ///< version of the service whose rules were applied; empty: none are known

    QStringList sentences(Language language) const;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// What a filter's `verdict.outcome` and `verdict.reasons` (in both languages) hold.
QStringList verdictField(const Verdict& verdict, const QString& name);

} // namespace nc

Q_DECLARE_METATYPE(nc::Verdict)
