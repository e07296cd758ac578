#pragma once

#include "failures/facts/verdictresult.h"

namespace nc {

/// What is found on the way to one verdict.
class VerdictFindings {
public:
    Verdict verdict(const QString& rules) const;
    /// It would fail for this.
    void fails(Error error);
    /// Fails for what a template does not take.
    void fails(const TemplateTrouble& trouble);
    /// `decides`: without it nothing can be told.
    void cannotSee(Error error, bool decides = false);
    /// Something could be looked at.
    void looked() { m_judged = true; }

private:
    QList<Error> m_against;
    QList<Error> m_unseen;
    QList<TemplateTrouble> m_troubles;
    bool m_unknown = false;
    bool m_judged = false;
};

} // namespace nc
