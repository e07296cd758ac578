#include "failures/lists/failuremodels.h"

#include "failures/letters/cause.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc {
QString verdictState(const Verdict& verdict, bool tooLate)
{
    return tooLate && verdict.outcome == VerdictOutcome::WouldSucceed ? u"too-late"_s : verdictName(verdict.outcome);
}

Tone verdictTone(const Verdict& verdict, bool tooLate)
{
    if (tooLate && verdict.outcome == VerdictOutcome::WouldSucceed)
        return Tone::Warning;
    switch (verdict.outcome) {
    case VerdictOutcome::WouldSucceed:
        return Tone::Ok;
    case VerdictOutcome::WouldFail:
        return Tone::Error;
    case VerdictOutcome::Unknown:
        break;
    }
    return Tone::Neutral;
}

Tone failureStateTone(const QString& state)
{
    if (state == u"open")
        return Tone::Warning;
    if (state == u"replayed" || state == u"resent")
        return Tone::Ok;
    return state == u"returned" ? Tone::Error : Tone::Neutral;
}

void FailureModel::verdictsChanged()
{
    touch(Verdict, Verdict);
}

void FailureModel::setRetention(qint64 milliseconds)
{
    m_retention = milliseconds;
    touch(Expires, Expires);
}

QVariant FailureModel::verdictCell(const FailureRow& row, int role) const
{
    if (!m_verdicts || !row.isOpen())
        return {};
    const auto verdict = m_verdicts->constFind(row.place());
    if (verdict == m_verdicts->constEnd())
        return {};
    if (role == Qt::ToolTipRole)
        return shown(verdict->sentences(language()).join(u'\n'));
    return stateCell(role, verdictState(*verdict, row.tooLate), verdictTone(*verdict, row.tooLate));
}

QVariant FailureModel::expiryCell(const FailureRow& row, int role) const
{
    if (m_retention <= 0)
        return {};
    const EpochMs expires = row.at + m_retention;
    switch (role) {
    case Qt::DisplayRole:
        return m_timeWords ? QVariant(m_timeWords(expires)) : QVariant(expires);
    case roles::Sort:
        return expires;
    case roles::Tone:
        // Only what is open is missed when it is gone.
        return row.isOpen() && expires - QDateTime::currentMSecsSinceEpoch() < soon
            ? QVariant(static_cast<int>(Tone::Warning))
            : QVariant();
    default:
        return {};
    }
}

QVariant FailureModel::cell(const FailureRow& row, int column, int role) const
{
    if (column == State)
        return stateCell(role, row.state, failureStateTone(row.state));
    if (role == roles::Identity)
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    if (column == Verdict)
        return verdictCell(row, role);
    if (column == Expires)
        return expiryCell(row, role);
    if (column == Place && role == roles::Sort)
        return row.offset;
    // Stars would stand in no order, and hiding takes its time.
    if (column == Recipient && role == roles::Sort)
        return row.recipient;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case At:
        return row.at;
    case Cause:
        return shown(causeSentence(row.cause, row.found, language()).what);
    case Template:
        return row.templateName;
    case Channel:
        return row.channel;
    case Recipient:
        return shown(row.recipient);
    case Attempts:
        return row.attempts > 0 ? QVariant(row.attempts) : QVariant();
    case Place:
        return u"%1:%2"_s.arg(row.partition).arg(row.offset);
    default:
        return {};
    }
}

void FailureGroupModel::setVerdictCounts(const QHash<QString, VerdictCounts>& byKey)
{
    for (FailureGroup& group : changeableRows())
        group.verdicts = byKey.value(group.key);
    touch(Verdict, Verdict);
}

QVariant FailureGroupModel::cell(const FailureGroup& row, int column, int role) const
{
    if (role == roles::Identity)
        return row.key;
    if (column == Course && role == CourseRole)
        return QVariant::fromValue(row.course);
    if (column == Verdict && role == roles::Sort)
        return row.verdicts.wouldSucceed;
    if (column == Verdict && role == roles::Tone) {
        const VerdictCounts& counts = row.verdicts;
        if (counts == VerdictCounts{}
            || (counts.wouldSucceed + counts.wouldFail + counts.unknown + counts.tooLate == 0))
            return {};
        const Tone tone = counts.wouldSucceed > 0 ? Tone::Ok
            : counts.wouldFail > 0                ? Tone::Error
            : counts.tooLate > 0                  ? Tone::Warning
                                                  : Tone::Neutral;
        return static_cast<int>(tone);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Count:
        return row.count;
    case Open:
        return row.open;
    case Verdict:
        return m_countWords ? QVariant(m_countWords(row.verdicts)) : QVariant(row.verdicts.wouldSucceed);
    case Cause:
        return shown(causeSentence(row.cause, row.found, language()).what);
    case Template:
        return row.templateName.isEmpty() ? row.channel
            : row.channel.isEmpty()       ? row.templateName
                                          : QString(row.channel + u'/' + row.templateName);
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

} // namespace nc
