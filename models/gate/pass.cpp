#include "gate/pass.h"

#include "core/errors.h"
#include "gate/errors.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;

namespace nc {

Q_LOGGING_CATEGORY(gateLog, "nc.gate")

Ending Ending::ofError(const Error& error, qint64 count, QString run)
{
    if (error.is(errors::cancelled))
        return {JournalResult::Cancelled, count, {}, std::move(run)};
    QStringList words{error.id()};
    for (const QString& word : {error.subject, error.detail}) {
        if (!word.isEmpty())
            words += word;
    }
    return {JournalResult::Failed, count, words.join(u": "_s), std::move(run)};
}

Pass::Pass(Operation operation, Journal journal, JournalEntry entry)
    : m_operation(operation)
    , m_journal(std::move(journal))
    , m_entry(std::move(entry))
{
}

Pass::Pass(Pass&& other) noexcept
    : m_operation(other.m_operation)
    , m_journal(std::move(other.m_journal))
    , m_entry(std::move(other.m_entry))
    , m_open(std::exchange(other.m_open, false))
{
}

Pass& Pass::operator=(Pass&& other) noexcept
{
    if (this != &other) {
        end({JournalResult::BrokenOff});
        m_operation = other.m_operation;
        m_journal = std::move(other.m_journal);
        m_entry = std::move(other.m_entry);
        m_open = std::exchange(other.m_open, false);
    }
    return *this;
}

Pass::~Pass()
{
    end({JournalResult::BrokenOff});
}

void Pass::end(const Ending& ending)
{
    if (const auto written = finish(ending); !written)
        qCWarning(gateLog) << "the journal has no end of" << m_entry.operation << written.error().id();
}

Result<void> Pass::opens(Change change) const
{
    if (m_open && factsOf(m_operation).changes.testFlag(change))
        return {};
    return fail(errors::wrongPass, m_entry.operation);
}

Result<void> Pass::finish(const Ending& ending)
{
    if (!std::exchange(m_open, false))
        return {};
    m_entry.ended = QDateTime::currentMSecsSinceEpoch();
    m_entry.result = ending.result;
    m_entry.count = ending.count;
    m_entry.detail = ending.detail;
    m_entry.run = ending.run;
    return m_journal.append(m_entry);
}

} // namespace nc
