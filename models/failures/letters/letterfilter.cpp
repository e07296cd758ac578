#include "failures/letters/letterfilter.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QStringList hopField(const Hop& hop, QStringView name)
{
    if (name == u"topic")
        return {hop.topic};
    if (name == u"group")
        return {hop.group};
    if (name == u"partition" && hop.partition)
        return {QString::number(*hop.partition)};
    if (name == u"offset" && hop.offset)
        return {QString::number(*hop.offset)};
    if (name == u"timestamp" && hop.timestamp)
        return {QString::number(*hop.timestamp)};
    return {};
}

QStringList present(const QString& text)
{
    return text.isEmpty() ? QStringList() : QStringList{text};
}

} // namespace

QStringList letterFields()
{
    QStringList names{u"state"_s, u"template"_s, u"channel"_s, u"reason"_s, u"cause.exception"_s, u"cause.message"_s,
        u"cause.summary"_s, u"cause.causedBy"_s, u"cause.code"_s, u"attempts"_s, u"recipient"_s, u"recipients"_s,
        u"process"_s, u"returns"_s, u"wrapped"_s, u"original"_s, u"verdict.outcome"_s, u"verdict.reasons"_s};
    for (const QString& hop : {u"origin."_s, u"lastHop."_s}) {
        for (const QString& name : {u"topic"_s, u"partition"_s, u"offset"_s, u"timestamp"_s, u"group"_s})
            names.append(hop + name);
    }
    return names;
}

QStringList letterField(const DeadLetter& letter, const QString& name, const VerdictOf& verdict)
{
    if (name.startsWith(u"verdict."))
        return verdict ? verdictField(verdict(letter), name) : QStringList();
    if (name == u"state")
        return {stateName(letter.state)};
    if (name == u"template")
        return present(letter.facts.templateName);
    if (name == u"channel")
        return present(letter.facts.channel);
    if (name == u"cause.exception")
        return present(letter.cause.exception);
    if (name == u"cause.causedBy")
        return present(letter.cause.causedBy);
    if (name == u"cause.message")
        return present(letter.cause.message);
    if (name == u"reason" || name == u"cause.summary")
        return {letter.cause.summary(Language::English), letter.cause.summary(Language::Ukrainian)};
    if (name == u"attempts")
        return letter.attempts ? QStringList{QString::number(*letter.attempts)} : QStringList();
    if (name == u"returns")
        return {QString::number(letter.returns)};
    if (name == u"cause.code")
        return {QString::fromLatin1(letter.cause.reason.code.name)};
    if (name == u"wrapped")
        return {QString::number(letter.layers)};
    if (name == u"original")
        return letter.layers > 0 ? QStringList{QString::fromUtf8(letter.original)} : QStringList();
    if (name == u"recipient" || name == u"recipients")
        return letter.facts.recipients;
    if (name == u"process")
        return present(letter.facts.process);
    if (name.startsWith(u"origin."))
        return hopField(letter.origin, QStringView(name).sliced(7));
    if (name.startsWith(u"lastHop."))
        return hopField(letter.lastHop, QStringView(name).sliced(8));
    return {};
}

LetterMatcher::LetterMatcher(const LetterQuery& query, VerdictOf verdict)
    : m_query(query)
    , m_matcher(query.filter)
    , m_verdict(std::move(verdict))
{
}

bool LetterMatcher::matches(const DeadLetter& letter, const RecordView& record) const
{
    if (m_query.state && letter.state != *m_query.state)
        return false;
    if (m_query.since && letter.record.timestamp < *m_query.since)
        return false;
    if (!m_query.offsets.isEmpty() && !m_query.offsets.contains(letter.record.partition, letter.record.offset))
        return false;
    if (m_query.filter.takesAll())
        return true;
    return m_matcher.matches(
        record, [this, &letter](const QString& name) { return letterField(letter, name, m_verdict); });
}

std::function<bool(const DeadLetter&)> letterTest(const LetterQuery& query, VerdictOf verdict)
{
    if (query.filter.takesAll() && !query.state && !query.since)
        return {};
    auto matcher = std::make_shared<LetterMatcher>(query, std::move(verdict));
    return [matcher](const DeadLetter& letter) { return matcher->matches(letter); };
}

} // namespace nc
