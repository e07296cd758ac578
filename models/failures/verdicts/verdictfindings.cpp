#include "failures/verdicts/verdictfindings.h"

#include "failures/facts/errors.h"

namespace nc {

Verdict VerdictFindings::verdict(const QString& rules) const
{
    Verdict out;
    out.rules = rules;
    out.reasons = m_against + m_unseen;
    out.troubles = m_troubles;
    if (!m_against.isEmpty())
        out.outcome = VerdictOutcome::WouldFail;
    else if (m_unknown || !m_judged)
        out.outcome = VerdictOutcome::Unknown;
    else
        out.outcome = VerdictOutcome::WouldSucceed;
    return out;
}

void VerdictFindings::fails(Error error)
{
    m_judged = true;
    if (!m_against.contains(error))
        m_against.append(std::move(error));
}

void VerdictFindings::fails(const TemplateTrouble& trouble)
{
    fails(Error{errors::verdictTemplate, trouble.templateName, trouble.words(Language::English), Next::Abort});
    if (!m_troubles.contains(trouble))
        m_troubles.append(trouble);
}

void VerdictFindings::cannotSee(Error error, bool decides)
{
    m_unknown = m_unknown || decides;
    if (m_unseen.contains(error))
        return;
    // What decides stands before what does not.
    if (decides)
        m_unseen.prepend(std::move(error));
    else
        m_unseen.append(std::move(error));
}

} // namespace nc
