#include "authoring/problemmodel.h"

#include "core/itemroles.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Tone::Error;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Info:
        return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

} // namespace

ProblemModel::ProblemModel(std::function<QString(const Error&)> words, QObject* parent)
    : QAbstractTableModel(parent)
    , m_words(std::move(words))
{
}

void ProblemModel::setProblems(const QList<Problem>& problems)
{
    if (problems == m_problems)
        return;
    // Common head and tail stay; what is between is replaced.
    qsizetype head = 0;
    while (head < qMin(problems.size(), m_problems.size()) && problems[head] == m_problems[head])
        ++head;
    qsizetype tail = 0;
    while (tail < qMin(problems.size(), m_problems.size()) - head
        && problems[problems.size() - 1 - tail] == m_problems[m_problems.size() - 1 - tail])
        ++tail;
    if (const qsizetype gone = m_problems.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_problems.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype come = problems.size() - head - tail; come > 0) {
        beginInsertRows({}, int(head), int(head + come - 1));
        for (qsizetype i = 0; i < come; ++i)
            m_problems.insert(head + i, problems[head + i]);
        endInsertRows();
    }
}

void ProblemModel::reword()
{
    if (!m_problems.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_problems.size()) - 1, ColumnCount - 1));
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Problem& problem = m_problems.at(index.row());
    if (role == roles::Tone)
        return int(toneOf(problem.severity));
    if (role == roles::State && index.column() == SeverityColumn)
        return severityName(problem.severity);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SeverityColumn:
        return severityName(problem.severity);
    case PlaceColumn:
        return QString(QFileInfo(problem.path).fileName() + u':' + QString::number(problem.line));
    case CodeColumn:
        return problem.code();
    case TextColumn:
        return m_words(problem.error);
    default:
        return {};
    }
}

} // namespace nc
