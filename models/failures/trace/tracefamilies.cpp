#include "failures/trace/tracefamilies.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QString keyOf(const RecordPlace& place)
{
    return u"%1\n%2\n%3"_s.arg(place.topic).arg(place.partition).arg(place.offset);
}

/// Those tell their template, or are the event itself: they make families. All else joins one.
bool isAnchor(const TraceFact& fact)
{
    switch (fact.kind) {
    case TraceFact::Kind::Event:
        return true;
    case TraceFact::Kind::Audit:
        return fact.hasEvent;
    case TraceFact::Kind::DeadLetter:
        return fact.channel.isEmpty();
    default:
        return false;
    }
}

bool overlap(const QList<TracePerson>& some, const QList<TracePerson>& others)
{
    return std::ranges::any_of(some, [&others](const TracePerson& one) {
        return std::ranges::any_of(others, [&one](const TracePerson& other) { return one.overlaps(other); });
    });
}

} // namespace

qsizetype TraceFamily::indexOf(const TracePerson& person) const
{
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (people[i].overlaps(person))
            return i;
    }
    return -1;
}

TraceFamilies::TraceFamilies(const QMap<QString, LedgerIndex>& ledgers)
    : m_ledgers(ledgers)
{
}

qsizetype TraceFamilies::familyByPlace(const TraceFact& fact) const
{
    if (const auto known = m_byPlace.constFind(keyOf(fact.place)); known != m_byPlace.constEnd())
        return *known;
    for (const RecordPlace& hop : fact.hops) {
        if (const auto known = m_byPlace.constFind(keyOf(hop)); known != m_byPlace.constEnd())
            return *known;
    }
    return -1;
}

qsizetype TraceFamilies::familyOfEvent(const TraceFact& fact) const
{
    if (const qsizetype known = familyByPlace(fact); known >= 0)
        return known;
    const QString context = fact.context();
    const QList<qsizetype> candidates = m_byContext.value(context);
    if (!context.isEmpty()) {
        for (const qsizetype one : candidates) {
            if (m_families[one].templateName == fact.templateName)
                return one;
        }
        return -1;
    }
    // Another event without a context is another event; an audit of one belongs to the latest that fits.
    if (fact.kind != TraceFact::Kind::Audit)
        return -1;
    for (auto one = candidates.crbegin(); one != candidates.crend(); ++one) {
        const TraceFamily& family = m_families[*one];
        if (family.templateName == fact.templateName && family.facts.first().process == fact.process
            && overlap(family.people, fact.people))
            return *one;
    }
    return -1;
}

qsizetype TraceFamilies::familyOfRecord(const TraceFact& fact) const
{
    if (const qsizetype known = familyByPlace(fact); known >= 0)
        return known;
    qsizetype best = -1;
    bool bestShares = false;
    for (const qsizetype one : m_byContext.value(fact.context())) {
        const TraceFamily& family = m_families[one];
        const bool same = overlap(family.people, fact.people);
        if (fact.context().isEmpty() && (!same || family.facts.first().process != fact.process))
            continue;
        // Undeserializable records and some audits name nobody.
        if (!same && !fact.people.isEmpty() && !family.people.isEmpty() && !fact.people.first().id.isEmpty())
            continue;
        if (!fact.templateName.isEmpty() && !family.templateName.isEmpty() && fact.templateName != family.templateName)
            continue;
        const bool shares =
            std::ranges::any_of(fact.traces, [&family](const QString& trace) { return family.traces.contains(trace); });
        const bool later = best < 0 || family.facts.first().at <= fact.at;
        if (best < 0 || (shares && !bestShares) || (shares == bestShares && later)) {
            best = one;
            bestShares = shares;
        }
    }
    return best;
}

qsizetype TraceFamilies::newFamily(const TraceFact& fact)
{
    m_families.append({fact.context(), fact.templateName, {}, {}, {}});
    m_byContext[fact.context()].append(m_families.size() - 1);
    return m_families.size() - 1;
}

void TraceFamilies::add(qsizetype number, const TraceFact& fact)
{
    TraceFamily& family = m_families[number];
    if (family.templateName.isEmpty())
        family.templateName = fact.templateName;
    for (const TracePerson& person : fact.people) {
        const qsizetype known = family.indexOf(person);
        if (known < 0) {
            if (!person.key().isEmpty())
                family.people.append(person);
            continue;
        }
        TracePerson& mine = family.people[known];
        if (mine.id.isEmpty())
            mine.id = person.id;
        for (const QString& address : person.addresses) {
            if (!mine.addresses.contains(address, Qt::CaseInsensitive))
                mine.addresses.append(address);
        }
    }
    for (const QString& trace : fact.traces)
        family.traces.insert(trace);
    family.facts.append(fact);
    m_byPlace.insert(keyOf(fact.place), number);
    for (const RecordPlace& hop : fact.hops)
        m_byPlace.insert(keyOf(hop), number);
    // What the ledger says it became.
    const auto ledger = m_ledgers.constFind(fact.place.topic);
    if (ledger == m_ledgers.constEnd())
        return;
    if (const auto mark = ledger->latest(fact.place.partition, fact.place.offset); mark && mark->target.offset >= 0)
        m_byPlace.insert(keyOf(mark->target), number);
}

QList<TraceFamily> TraceFamilies::join(QList<TraceFact> facts)
{
    std::ranges::stable_sort(
        facts, [](const TraceFact& a, const TraceFact& b) { return a.at != b.at ? a.at < b.at : a.place < b.place; });
    for (const TraceFact& fact : std::as_const(facts)) {
        if (!isAnchor(fact))
            continue;
        const qsizetype known = familyOfEvent(fact);
        add(known < 0 ? newFamily(fact) : known, fact);
    }
    for (const TraceFact& fact : std::as_const(facts)) {
        if (isAnchor(fact))
            continue;
        const qsizetype known = fact.kind == TraceFact::Kind::Other ? familyByPlace(fact) : familyOfRecord(fact);
        add(known < 0 ? newFamily(fact) : known, fact);
    }
    for (TraceFamily& family : m_families)
        std::ranges::stable_sort(family.facts, {}, &TraceFact::at);
    m_byPlace.clear();
    m_byContext.clear();
    return std::exchange(m_families, {});
}

} // namespace nc
