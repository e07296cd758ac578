#include "failures/lists/lettermodels.h"

#include "failures/letters/exceptiontext.h"
#include "kafka/records/headertext.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Tone toneOf(ReplayOutcome outcome)
{
    switch (outcome) {
    case ReplayOutcome::Replayed:
    case ReplayOutcome::WouldReplay:
        return Tone::Ok;
    case ReplayOutcome::Skipped:
        return Tone::Neutral;
    case ReplayOutcome::Failed:
        return Tone::Error;
    }
    return Tone::Neutral;
}

} // namespace

QVariant ReplayResultModel::cell(const ReplayResult& row, int column, int role) const
{
    if (column == Result) {
        QString state = outcomeName(row.outcome);
        if (m_resends && toneOf(row.outcome) == Tone::Ok)
            state = row.outcome == ReplayOutcome::Replayed ? u"sent"_s : u"would-send"_s;
        return stateCell(role, state, toneOf(row.outcome));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Place:
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    case Target:
        // What stays has no partition there, nor has what may go to any.
        if (row.target.partition < 0)
            return row.target.topic;
        return row.target.offset < 0
            ? u"%1 %2"_s.arg(row.target.topic).arg(row.target.partition)
            : u"%1 %2:%3"_s.arg(row.target.topic).arg(row.target.partition).arg(row.target.offset);
    case Reason:
        return m_words ? m_words(row) : QString();
    default:
        return {};
    }
}

void ReplayResultModel::update(const QList<ReplayResult>& results)
{
    QHash<std::pair<qint32, qint64>, ReplayResult> byPlace;
    for (const ReplayResult& result : results) {
        if (!result.joined)
            byPlace.insert({result.partition, result.offset}, result);
    }
    if (byPlace.isEmpty())
        return;
    for (ReplayResult& row : changeableRows()) {
        const auto known = byPlace.constFind({row.partition, row.offset});
        if (known != byPlace.constEnd() && !row.joined)
            row = *known;
    }
    touch();
}

QVariant StuckModel::cell(const StuckPartition& row, int column, int role) const
{
    if (role == roles::Identity)
        return u"%1 %2:%3:%4"_s.arg(row.group, row.topic).arg(row.partition).arg(row.offset);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Group:
        return row.group;
    case Topic:
        return row.topic;
    case Place:
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    case Size:
        return row.size;
    case Behind:
        return row.lag;
    case Why:
        return sentenceFor(row.reason, language()).what;
    default:
        return {};
    }
}

QVariant LetterHeaderModel::cell(const Header& row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const std::optional<QByteArrayView> value = row.value ? std::optional<QByteArrayView>(*row.value) : std::nullopt;
    switch (column) {
    case Name:
        return QString::fromUtf8(row.name);
    case Value:
        return foldPayload(QString::fromUtf8(headerText(row.name, value))).left(4000);
    case Type:
        return headerTypeName(headerType(row.name, value));
    default:
        return {};
    }
}

QVariant WhoGotModel::cell(const WhoGotRow& row, int column, int role) const
{
    if (column == What)
        return stateCell(
            role, row.how ? earlierName(*row.how) : u"nothing-known"_s, row.how ? Tone::Ok : Tone::Neutral);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Recipient:
        return shown(row.recipient);
    case Channel:
        return row.channel;
    case At:
        return row.at >= 0 ? QVariant(row.at) : QVariant();
    default:
        return {};
    }
}

} // namespace nc
