#pragma once

#include "failures/facts/rowsmodel.h"
#include "failures/facts/verdictresult.h"
#include "failures/letters/cause.h"
#include "failures/verdicts/failurerow.h"

#include <functional>

namespace nc {

/// Verdicts by FailureRow::place().
using Verdicts = QHash<quint64, Verdict>;

/// Failures, dead letters and failed deliveries alike.
class FailureModel : public RowsModel<FailureRow> {
    Q_OBJECT

public:
    enum Column { At, State, Recipient, Verdict, Expires, Cause, Template, Channel, Attempts, Place, ColumnCount };
    explicit FailureModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }
    /// Kept by whoever judges; must outlive the model or be taken away. Tell changes by verdictsChanged().
    void setVerdicts(const Verdicts* verdicts) { m_verdicts = verdicts; }
    void verdictsChanged();
    /// A place of the topic is taken by its retention that long after it was written; 0: never, or not known.
    void setRetention(qint64 milliseconds);
    /// Words for the time that is left; come from the widgets.
    using TimeWords = std::function<QString(EpochMs expires)>;
    void setTimeWords(TimeWords words) { m_timeWords = std::move(words); }

    /// Less than this left is marked.
    static constexpr qint64 soon = 24LL * 60 * 60 * 1000;

protected:
    QVariant cell(const FailureRow& row, int column, int role) const override;

private:
    QVariant verdictCell(const FailureRow& row, int role) const;
    QVariant expiryCell(const FailureRow& row, int role) const;

    const Verdicts* m_verdicts = nullptr;
    qint64 m_retention = 0;
    TimeWords m_timeWords;
};

/// verdictName(), or `too-late` where it would succeed but no longer makes sense.
QString verdictState(const Verdict& verdict, bool tooLate = false);
Tone verdictTone(const Verdict& verdict, bool tooLate = false);
/// `open`, `replayed`, … as both kinds of failures have them.
Tone failureStateTone(const QString& state);

/// Their groups.
class FailureGroupModel : public RowsModel<FailureGroup> {
    Q_OBJECT

public:
    enum Column { Count, Open, Verdict, Cause, Template, Channel, Course, First, Last, ColumnCount };
    /// QList<qint64> of a cell of column Course.
    static constexpr int CourseRole = roles::Area;

    explicit FailureGroupModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }
    void setVerdictCounts(const QHash<QString, VerdictCounts>& byKey);
    /// Words for the counts; come from the widgets.
    using CountWords = std::function<QString(const VerdictCounts&)>;
    void setCountWords(CountWords words) { m_countWords = std::move(words); }

protected:
    QVariant cell(const FailureGroup& row, int column, int role) const override;

private:
    CountWords m_countWords;
};

} // namespace nc
