#include "deadletters/lettermodels.h"

#include "deadletters/exceptiontext.h"
#include "kafka/headertext.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Tone toneOf(LetterState state)
{
    switch (state) {
    case LetterState::Open:
        return Tone::Warning;
    case LetterState::Replayed:
        return Tone::Ok;
    case LetterState::Returned:
        return Tone::Error;
    case LetterState::Discarded:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

Tone toneOf(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Open:
        return Tone::Warning;
    case DeliveryState::Resent:
        return Tone::Ok;
    case DeliveryState::None:
    case DeliveryState::Discarded:
        break;
    }
    return Tone::Neutral;
}

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

QVariant stateCell(int role, const QString& state, Tone tone)
{
    switch (role) {
    case Qt::DisplayRole:
    case roles::State:
        return state;
    case roles::Tone:
        return static_cast<int>(tone);
    default:
        return {};
    }
}

/// The language only changes what stands in cells.
template <class Model>
void touch(Model* model)
{
    if (model->rowCount() > 0)
        Q_EMIT model->dataChanged(model->index(0, 0), model->index(model->rowCount() - 1, model->columnCount() - 1));
}

} // namespace

void LetterModel::setLanguage(Language language)
{
    m_language = language;
    touch(this);
}

QVariant LetterModel::cell(const LetterRow& row, int column, int role) const
{
    if (column == State)
        return stateCell(role, stateName(row.state), toneOf(row.state));
    if (role == roles::Identity)
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    if (column == Place && role == roles::Sort)
        return row.offset;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Written:
        return row.timestamp;
    case Cause:
        return sentenceFor(row.cause, m_language).what;
    case Template:
        return row.templateName;
    case Channel:
        return row.channel;
    case Recipient:
        return row.recipient;
    case Place:
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    default:
        return {};
    }
}

void LetterGroupModel::setLanguage(Language language)
{
    m_language = language;
    touch(this);
}

QVariant LetterGroupModel::cell(const LetterGroup& row, int column, int role) const
{
    if (role == roles::Identity)
        return row.key();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Count:
        return row.count;
    case Open:
        return row.open;
    case Cause:
        return row.cause.summary(m_language);
    case Template:
        return row.templateName;
    case Channel:
        return row.channel;
    case First:
        return row.first;
    case Last:
        return row.last;
    default:
        return {};
    }
}

void DeliveryModel::setLanguage(Language language)
{
    m_language = language;
    touch(this);
}

QVariant DeliveryModel::cell(const Delivery& row, int column, int role) const
{
    if (column == State)
        return stateCell(role, deliveryStateName(row.state), toneOf(row.state));
    if (role == roles::Identity)
        return u"%1:%2"_s.arg(row.audit.place.partition).arg(row.audit.place.offset);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case When:
        return row.audit.at;
    case Recipient:
        return row.audit.recipient;
    case Channel:
        return row.audit.channel;
    case Template:
        return row.audit.templateName;
    case Reason:
        return sentenceFor(row.cause, m_language).what;
    case Attempts:
        return row.attempts();
    default:
        return {};
    }
}

void DeliveryGroupModel::setLanguage(Language language)
{
    m_language = language;
    touch(this);
}

QVariant DeliveryGroupModel::cell(const DeliveryGroup& row, int column, int role) const
{
    if (role == roles::Identity)
        return QString(row.reason + u'\n' + row.channel + u'\n' + row.templateName);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Count:
        return row.count;
    case Open:
        return row.open;
    case Reason:
        return sentenceFor(row.cause, m_language).what;
    case Channel:
        return row.channel;
    case Template:
        return row.templateName;
    case First:
        return row.first;
    case Last:
        return row.last;
    default:
        return {};
    }
}

QVariant ReplayResultModel::cell(const ReplayResult& row, int column, int role) const
{
    if (column == Result)
        return stateCell(role, outcomeName(row.outcome), toneOf(row.outcome));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Place:
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    case Target:
        return row.target.offset < 0
            ? u"%1 %2"_s.arg(row.target.topic).arg(row.target.partition)
            : u"%1 %2:%3"_s.arg(row.target.topic).arg(row.target.partition).arg(row.target.offset);
    case Reason:
        return m_words ? m_words(row) : QString();
    default:
        return {};
    }
}

void StuckModel::setLanguage(Language language)
{
    m_language = language;
    touch(this);
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
        return sentenceFor(row.reason, m_language).what;
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

} // namespace nc
