#include "failures/trace/tracemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// An index knows its notification and channel by numbers: 0 at the top, (n + 1) << 16 under notification n,
// plus (c + 1) under its channel c.
constexpr int channelBits = 16;

quintptr underNotification(int notification)
{
    return (static_cast<quintptr>(notification) + 1) << channelBits;
}

int notificationOf(const QModelIndex& index)
{
    return index.internalId() == 0 ? index.row() : static_cast<int>(index.internalId() >> channelBits) - 1;
}

/// -1: the index is a channel's own row.
int channelAbove(const QModelIndex& index)
{
    return static_cast<int>(index.internalId() & ((quintptr(1) << channelBits) - 1)) - 1;
}

int levelOf(const QModelIndex& index)
{
    if (index.internalId() == 0)
        return 0;
    return channelAbove(index) < 0 ? 1 : 2;
}

Tone toneOf(TraceOutcome outcome)
{
    switch (outcome) {
    case TraceOutcome::Delivered:
        return Tone::Ok;
    case TraceOutcome::Waiting:
        return Tone::Warning;
    case TraceOutcome::SilentlyFailed:
    case TraceOutcome::Dead:
        return Tone::Error;
    case TraceOutcome::Unknown:
    case TraceOutcome::Discarded:
    case TraceOutcome::Handled:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(TraceStage stage)
{
    switch (stage) {
    case TraceStage::Delivered:
    case TraceStage::Inbox:
        return Tone::Ok;
    case TraceStage::Attempt:
    case TraceStage::Missing:
    case TraceStage::Untold:
        return Tone::Warning;
    case TraceStage::SilentFailure:
    case TraceStage::Dead:
        return Tone::Error;
    default:
        return Tone::Neutral;
    }
}

QString placeText(const RecordPlace& place)
{
    if (place.topic.isEmpty() || place.offset < 0)
        return place.topic;
    return u"%1 %2:%3"_s.arg(place.topic).arg(place.partition).arg(place.offset);
}

/// Where it stands, in a line: why it failed and what has not happened since, or the last thing that did happen.
QString channelWords(const TraceChannel& channel, Language language)
{
    if (channel.steps.isEmpty())
        return {};
    const TraceStep& last = channel.steps.last();
    const QString lastWords = sentenceFor(last.summary, language).what;
    const bool failed = channel.outcome == TraceOutcome::SilentlyFailed || channel.outcome == TraceOutcome::Dead;
    if (!failed && channel.outcome != TraceOutcome::Delivered)
        return lastWords;
    for (auto step = channel.steps.crbegin(); step != channel.steps.crend(); ++step) {
        if (failed && step->cause) {
            const QString why = step->cause->summary(language);
            return last.isAbsence() ? why + u' ' + lastWords : why;
        }
        if (!failed && !step->isAbsence())
            return sentenceFor(step->summary, language).what;
    }
    return lastWords;
}

} // namespace

TraceModel::TraceModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void TraceModel::setResult(TraceResult result)
{
    QStringList wanted;
    for (const TraceNotification& one : result.notifications)
        wanted.append(one.id);
    QList<TraceNotification>& mine = m_result.notifications;
    const auto indexIn = [&mine](const QString& id, int from) {
        for (int i = from; i < mine.size(); ++i) {
            if (mine[i].id == id)
                return i;
        }
        return -1;
    };
    const auto remove = [this, &mine](int first, int last) {
        beginRemoveRows({}, first, last);
        mine.remove(first, last - first + 1);
        endRemoveRows();
    };
    for (int row = 0; row < result.notifications.size(); ++row) {
        const TraceNotification& next = result.notifications[row];
        if (const int at = indexIn(next.id, row); at > row) {
            remove(row, at - 1);
        } else if (at < 0) {
            beginInsertRows({}, row, row);
            mine.insert(row, next);
            endInsertRows();
            continue;
        }
        become(row, next);
    }
    if (mine.size() > wanted.size())
        remove(static_cast<int>(wanted.size()), static_cast<int>(mine.size()) - 1);
    m_result = std::move(result);
}

void TraceModel::become(int row, const TraceNotification& next)
{
    TraceNotification& mine = m_result.notifications[row];
    if (mine == next)
        return;
    const QModelIndex top = index(row, 0);
    const auto had = static_cast<int>(mine.channels.size());
    const auto has = static_cast<int>(next.channels.size());
    if (has < had) {
        beginRemoveRows(top, has, had - 1);
        mine.channels.resize(has);
        endRemoveRows();
    }
    for (int i = 0; i < std::min(had, has); ++i)
        becomeChannel(top, i, next.channels[i]);
    if (has > had) {
        beginInsertRows(top, had, has - 1);
        mine.channels += next.channels.sliced(had);
        endInsertRows();
    }
    mine = next;
    Q_EMIT dataChanged(top, index(row, ColumnCount - 1));
}

void TraceModel::becomeChannel(const QModelIndex& top, int row, const TraceChannel& next)
{
    TraceChannel& mine = m_result.notifications[top.row()].channels[row];
    if (mine == next)
        return;
    const QModelIndex branch = index(row, 0, top);
    const auto had = static_cast<int>(mine.steps.size());
    const auto has = static_cast<int>(next.steps.size());
    if (has < had) {
        beginRemoveRows(branch, has, had - 1);
        mine.steps.resize(has);
        endRemoveRows();
    } else if (has > had) {
        beginInsertRows(branch, had, has - 1);
        mine.steps += next.steps.sliced(had);
        endInsertRows();
    }
    mine = next;
    Q_EMIT dataChanged(branch, index(row, ColumnCount - 1, top));
    if (has > 0)
        Q_EMIT dataChanged(index(0, 0, branch), index(has - 1, ColumnCount - 1, branch));
}

void TraceModel::setLanguage(Language language)
{
    m_language = language;
    touch({});
}

void TraceModel::touch(const QModelIndex& parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    for (int row = 0; row < rows; ++row)
        touch(index(row, 0, parent));
}

const TraceNotification* TraceModel::notification(const QModelIndex& index) const
{
    return index.isValid() ? &m_result.notifications[notificationOf(index)] : nullptr;
}

const TraceChannel* TraceModel::channel(const QModelIndex& index) const
{
    if (!index.isValid() || levelOf(index) == 0)
        return nullptr;
    return &notification(index)->channels[levelOf(index) == 1 ? index.row() : channelAbove(index)];
}

const TraceStep* TraceModel::step(const QModelIndex& index) const
{
    return index.isValid() && levelOf(index) == 2 ? &channel(index)->steps[index.row()] : nullptr;
}

QModelIndex TraceModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    if (levelOf(parent) == 0)
        return createIndex(row, column, underNotification(parent.row()));
    return createIndex(row, column, parent.internalId() + static_cast<quintptr>(parent.row()) + 1);
}

QModelIndex TraceModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || levelOf(child) == 0)
        return {};
    const int above = notificationOf(child);
    if (levelOf(child) == 1)
        return createIndex(above, 0, quintptr(0));
    return createIndex(channelAbove(child), 0, underNotification(above));
}

int TraceModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_result.notifications.size());
    if (parent.column() != 0)
        return 0;
    switch (levelOf(parent)) {
    case 0:
        return static_cast<int>(notification(parent)->channels.size());
    case 1:
        return static_cast<int>(channel(parent)->steps.size());
    default:
        return 0;
    }
}

int TraceModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant TraceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TraceNotification& whole = *notification(index);
    const int level = levelOf(index);
    switch (role) {
    case Level:
        return level;
    case Template:
        return whole.templateName;
    case Recipient:
        return whole.recipient;
    case Process:
        return whole.process;
    case Channel:
        return level == 0 ? QString() : channel(index)->channel;
    default:
        break;
    }
    switch (level) {
    case 0:
        return notificationCell(whole, index.column(), role);
    case 1:
        return role == roles::Identity ? QVariant(whole.id + u'/' + channel(index)->channel)
                                       : channelCell(*channel(index), index.column(), role);
    default:
        return role == roles::Identity ? QVariant(u"%1/%2/%3"_s.arg(whole.id, channel(index)->channel).arg(index.row()))
                                       : stepCell(*step(index), index.column(), role);
    }
}

QVariant TraceModel::notificationCell(const TraceNotification& notification, int column, int role) const
{
    if (role == roles::Identity)
        return notification.id;
    if (role == roles::State || (role == Qt::DisplayRole && column == State))
        return outcomeName(notification.outcome);
    if (role == roles::Tone)
        return static_cast<int>(toneOf(notification.outcome));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case What:
        return notification.templateName;
    case When:
        return notification.at;
    case Words:
        return notification.recipient;
    default:
        return {};
    }
}

QVariant TraceModel::channelCell(const TraceChannel& channel, int column, int role) const
{
    if (role == Deliveries)
        return channel.deliveries;
    if (role == roles::State || (role == Qt::DisplayRole && column == State))
        return outcomeName(channel.outcome);
    if (role == roles::Tone)
        return static_cast<int>(toneOf(channel.outcome));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case What:
        return channel.channel;
    case When:
        return channel.steps.isEmpty() ? QVariant() : QVariant(channel.steps.last().at);
    case Words:
        return channelWords(channel, m_language);
    default:
        return {};
    }
}

QVariant TraceModel::stepCell(const TraceStep& step, int column, int role) const
{
    switch (role) {
    case Stage:
        return stageName(step.stage);
    case TraceId:
        return step.traceId;
    case Topic:
        return step.place.topic;
    case Partition:
        return step.place.partition;
    case Offset:
        return step.place.offset;
    case roles::State:
        return step.state;
    case roles::Tone:
        return static_cast<int>(toneOf(step.stage));
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case What:
        return stageName(step.stage);
    case When:
        return step.at;
    case State:
        return step.state;
    case Place:
        return placeText(step.place);
    case Words:
        return wordsOf(step, m_language);
    default:
        return {};
    }
}

} // namespace nc
