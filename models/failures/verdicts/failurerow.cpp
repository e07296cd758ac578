#include "failures/verdicts/failurerow.h"

#include "failures/deliveries/auditrecord.h"
#include "failures/deliveries/delivery.h"
#include "failures/facts/errors.h"
#include "failures/letters/exceptiontext.h"
#include "failures/letters/letterrow.h"
#include "failures/letters/letterstate.h"

#include <algorithm>
#include <numeric>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nc {

VerdictCounts& VerdictCounts::operator+=(const VerdictCounts& other)
{
    wouldSucceed += other.wouldSucceed;
    wouldFail += other.wouldFail;
    unknown += other.unknown;
    tooLate += other.tooLate;
    waiting += other.waiting;
    return *this;
}

bool takeFoundCause(FailureRow& row, const Verdict& verdict)
{
    if (!row.cause.is(errors::causeTemplateFailed) || row.found)
        return false;
    for (const TemplateTrouble& trouble : verdict.troubles) {
        if (trouble.templateName != row.templateName || trouble.channel.compare(row.channel, Qt::CaseInsensitive) != 0)
            continue;
        row.found = trouble;
        row.group += u'\n' + trouble.words(Language::English);
        return true;
    }
    return false;
}

Sentence causeSentence(const Error& cause, const std::optional<TemplateTrouble>& found, Language language)
{
    return DeliveryCause{cause, found}.sentence(language);
}

FailureRow failureRow(const LetterRow& letter)
{
    FailureRow row;
    row.partition = letter.partition;
    row.offset = letter.offset;
    row.at = letter.timestamp;
    row.state = stateName(letter.state);
    row.cause = letter.cause;
    row.group = letter.group;
    row.templateName = letter.templateName;
    row.channel = letter.channel;
    row.recipient = letter.recipient;
    row.origin = letter.origin;
    row.returns = letter.returns;
    return row;
}

FailureRow failureRow(const Delivery& delivery)
{
    const AuditDelivery& audit = delivery.audit;
    FailureRow row;
    row.partition = audit.place.partition;
    row.offset = audit.place.offset;
    row.at = audit.at;
    row.state = deliveryStateName(delivery.state);
    row.cause = delivery.cause;
    row.group = normalizedMessage(foldPayload(audit.reason)) + u'\n' + audit.channel + u'\n' + audit.templateName;
    row.templateName = audit.templateName;
    row.channel = audit.channel;
    row.recipient = audit.recipient;
    row.origin = audit.place.topic;
    row.attempts = delivery.attempts();
    return row;
}

void markTooLate(QList<FailureRow>& rows, const ShelfLives& lives, qint64 now)
{
    QHash<QString, std::optional<ShelfLives::Duration>> known;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const FailureRow& row = std::as_const(rows)[i];
        if (row.templateName.isEmpty())
            continue;
        const QString key = row.channel + u'/' + row.templateName;
        auto life = known.constFind(key);
        if (life == known.constEnd())
            life = known.insert(key, lives.of(row.channel, row.templateName));
        const bool tooLate = *life && now - row.at > (*life)->count();
        // Rows that are shared are copied only where something changes.
        if (tooLate != row.tooLate)
            rows[i].tooLate = tooLate;
    }
}

QList<FailureGroup> groupFailures(const QList<FailureRow>& rows, int parts)
{
    QList<int> all(rows.size());
    std::iota(all.begin(), all.end(), 0);
    return groupFailures(rows, all, parts);
}

QList<FailureGroup> groupFailures(const QList<FailureRow>& rows, const QList<int>& which, int parts)
{
    if (which.isEmpty())
        return {};
    const auto [oldest, newest] =
        std::ranges::minmax(which | std::views::transform([&rows](int at) { return rows[at].at; }));
    const EpochMs from = oldest;
    const EpochMs span = std::max<EpochMs>(1, newest - from + 1);
    QHash<QString, qsizetype> index;
    QList<FailureGroup> groups;
    for (const int number : which) {
        const FailureRow& row = rows[number];
        const auto known = index.constFind(row.group);
        const qsizetype at = known == index.constEnd() ? groups.size() : *known;
        if (at == groups.size()) {
            index.insert(row.group, at);
            FailureGroup fresh;
            fresh.key = row.group;
            fresh.first = row.at;
            fresh.course = QList<qint64>(parts, 0);
            groups.append(fresh);
        }
        FailureGroup& group = groups[at];
        ++group.count;
        group.open += row.isOpen() ? 1 : 0;
        group.first = std::min(group.first, row.at);
        if (row.at >= group.last) {
            group.last = row.at;
            group.cause = row.cause;
            group.found = row.found;
            group.templateName = row.templateName;
            group.channel = row.channel;
            group.origin = row.origin;
        }
        ++group.course[static_cast<qsizetype>((row.at - from) * parts / span)];
    }
    std::ranges::stable_sort(groups, std::ranges::greater(), &FailureGroup::count);
    return groups;
}

} // namespace nc
