#pragma once

#include "core/sentences.h"
#include "deadletters/delivery.h"
#include "deadletters/letterlist.h"
#include "deadletters/replayrequest.h"
#include "deadletters/rowsmodel.h"
#include "deadletters/stuck.h"

namespace nc {

/// Dead letters. Columns: written, state, cause, template, channel, recipient, place.
class LetterModel : public RowsModel<LetterRow> {
    Q_OBJECT

public:
    enum Column { Written, State, Cause, Template, Channel, Recipient, Place, ColumnCount };
    explicit LetterModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }
    /// The language of the causes; emits dataChanged.
    void setLanguage(Language language);

protected:
    QVariant cell(const LetterRow& row, int column, int role) const override;

private:
    Language m_language = Language::English;
};

/// Their groups. Columns: count, open, cause, template, channel, first, last.
class LetterGroupModel : public RowsModel<LetterGroup> {
    Q_OBJECT

public:
    enum Column { Count, Open, Cause, Template, Channel, First, Last, ColumnCount };
    explicit LetterGroupModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }
    void setLanguage(Language language);

protected:
    QVariant cell(const LetterGroup& row, int column, int role) const override;

private:
    Language m_language = Language::English;
};

/// Failed deliveries. Columns: when, state, recipient, channel, template, reason, attempts.
class DeliveryModel : public RowsModel<Delivery> {
    Q_OBJECT

public:
    enum Column { When, State, Recipient, Channel, Template, Reason, Attempts, ColumnCount };
    explicit DeliveryModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }
    void setLanguage(Language language);

protected:
    QVariant cell(const Delivery& row, int column, int role) const override;

private:
    Language m_language = Language::English;
};

/// Their groups. Columns: count, open, reason, channel, template, first, last.
class DeliveryGroupModel : public RowsModel<DeliveryGroup> {
    Q_OBJECT

public:
    enum Column { Count, Open, Reason, Channel, Template, First, Last, ColumnCount };
    explicit DeliveryGroupModel(QObject* parent = nullptr)
        : RowsModel(ColumnCount, parent)
    {
    }
    void setLanguage(Language language);

protected:
    QVariant cell(const DeliveryGroup& row, int column, int role) const override;

private:
    Language m_language = Language::English;
};

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

protected:
    QVariant cell(const ReplayResult& row, int column, int role) const override;

private:
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
    void setLanguage(Language language);

protected:
    QVariant cell(const StuckPartition& row, int column, int role) const override;

private:
    Language m_language = Language::English;
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

} // namespace nc
