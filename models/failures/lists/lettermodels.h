#pragma once

#include "failures/facts/rowsmodel.h"
#include "failures/letters/stuck.h"
#include "failures/sending/sendingresult.h"
#include "failures/sending/whogot.h"

#include <functional>

namespace nc {

/// What a replay did or would do. Columns: place, result, target, reason.
class ReplayResultModel : public RowsModel<ReplayResult> {
    Q_OBJECT

public:
    enum Column { Place, Result, Target, Reason, ColumnCount };
    explicit ReplayResultModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }
    /// Words for SkipReason come from the widgets.
    using ReasonWords = std::function<QString(const ReplayResult&)>;
    void setReasonWords(ReasonWords words) { m_words = std::move(words); }
    /// New events instead of records that go back: `would-send`, `sent`.
    void setResends(bool resends) { m_resends = resends; }
    /// What became of some of the rows; others are left as they are.
    void update(const QList<ReplayResult>& results);

protected:
    QVariant cell(const ReplayResult& row, int column, int role) const override;

private:
    bool m_resends = false;
    ReasonWords m_words;
};

/// Consumers that stand still. Columns: group, topic, place, size, behind, why.
class StuckModel : public RowsModel<StuckPartition> {
    Q_OBJECT

public:
    enum Column { Group, Topic, Place, Size, Behind, Why, ColumnCount };
    explicit StuckModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const StuckPartition& row, int column, int role) const override;
};

/// Headers with how their bytes were read. Columns: name, value, type.
class LetterHeaderModel : public RowsModel<Header> {
    Q_OBJECT

public:
    enum Column { Name, Value, Type, ColumnCount };
    explicit LetterHeaderModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const Header& row, int column, int role) const override;
};

/// Who already got what. Columns: recipient, channel, what is known (`delivered`, `handed-over`, `in-inbox`, `resent`,
/// `nothing-known`), when.
class WhoGotModel : public RowsModel<WhoGotRow> {
    Q_OBJECT

public:
    enum Column { Recipient, Channel, What, At, ColumnCount };
    explicit WhoGotModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }

protected:
    QVariant cell(const WhoGotRow& row, int column, int role) const override;
};

} // namespace nc
