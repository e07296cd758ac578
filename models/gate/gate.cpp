#include "gate/gate.h"

#include "core/whoami.h"
#include "gate/errors.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUuid>

namespace nc {

Gate::Gate(GuardedProfile profile, Journal journal, const Confirmer& confirmer)
    : m_profile(std::move(profile))
    , m_journal(std::move(journal))
    , m_confirmer(confirmer)
{
}

QString Gate::nameAsked(const GuardedProfile& profile, Operation operation, const QString& subject)
{
    const NameAsked asked = factsOf(operation).asked;
    if (!profile.production || asked == NameAsked::Nothing)
        return {};
    // Records that name their topics themselves go to no one topic.
    return asked == NameAsked::OfTopic && !subject.isEmpty() ? subject : profile.name;
}

Result<Pass> Gate::pass(Operation operation, const Undertaking& undertaking) const
{
    const OperationFacts& facts = factsOf(operation);
    if (m_profile.readOnly && facts.readOnlyForbids)
        return fail(errors::readOnlyProfile, m_profile.name);
    const QString name = nameAsked(m_profile, operation, undertaking.subject);
    if (!name.isEmpty() && m_confirmer.typed({operation, m_profile.name, undertaking.subject, name}).trimmed() != name)
        return fail(errors::declined, m_profile.name, name);
    JournalEntry entry{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
        .at = QDateTime::currentMSecsSinceEpoch(),
        .by = userName(),
        .host = hostName(),
        .program = QCoreApplication::applicationName(),
        .operation = operationName(operation),
        .profile = m_profile.name,
        .subject = undertaking.subject,
        .selection = undertaking.selection,
        .reason = undertaking.reason};
    if (const auto written = m_journal.append(entry); !written)
        return fail(errors::journalClosed, m_journal.path(), written.error().detail, Next::Retry);
    return Pass(operation, m_journal, std::move(entry));
}

} // namespace nc
