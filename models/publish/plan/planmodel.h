#pragma once

#include "publish/plan/publishoutcome.h"
#include "publish/plan/publishplan.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <functional>

namespace nc {

/// A publish plan with a choice of rows and what became of each. Rows that are only in the database are a choice of
/// their own (deleting them) and never chosen at first; unchanged ones cannot be chosen. GUI thread.
class PlanModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ChannelColumn, ActionColumn, ChangesColumn, CommitColumn, ResultColumn, ColumnCount };
    enum Role { Key = Qt::UserRole + 100 };

    /// How errors and changes are said in the language of the view.
    struct Words {
        std::function<QString(const Error&)> error;
        std::function<QString(const PlanItem&)> changes; ///< and what somebody else changed
        std::function<QString(const TemplateOrigin&)> origin;
    };

    explicit PlanModel(Words words, QObject* parent = nullptr);

    /// Chooses all that can be published; with `keepChoice`, what was unchosen stays so; with `committedOnly`, what is
    /// in no commit is chosen by the person alone.
    void setPlan(const PublishPlan& plan, bool keepChoice = false, bool committedOnly = false);
    const PublishPlan& plan() const { return m_plan; }
    const PlanItem& at(int row) const { return m_plan.items.at(row); }

    QStringList chosen() const; ///< keys to create or update
    QStringList chosenDeletions() const; ///< keys of rows to delete
    bool isChosen(int row) const { return m_chosen.contains(m_plan.items.at(row).key()); }
    void setChosen(int row, bool chosen);

    /// "waiting" for all that are chosen; results replace it one by one.
    void begin();
    /// What is done is no longer chosen; what failed stays chosen and may be tried again.
    void setOutcomes(const QList<PublishOutcome>& outcomes);
    /// Created, updated, deleted, or found unchanged by the publish.
    bool isDone(const QString& key) const;
    const QHash<QString, PublishOutcome>& outcomes() const { return m_outcomes; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    bool canChoose(const PlanItem& item) const;
    void setOutcome(const PublishOutcome& outcome);

    Words m_words;
    PublishPlan m_plan;
    QSet<QString> m_chosen;
    QHash<QString, PublishOutcome> m_outcomes;
    QHash<QString, int> m_rows;
    bool m_running = false;
};

} // namespace nc
