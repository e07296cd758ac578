#pragma once

#include "postgres/templaterow.h"
#include "publish/plan/templateorigin.h"

#include <QFlags>
#include <QList>
#include <QMetaType>

namespace nc {

enum class PlanAction { Create, Update, Unchanged, DatabaseOnly };

enum class PlanChange { Content = 1, Title = 2, Attributes = 4 };
Q_DECLARE_FLAGS(PlanChanges, PlanChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(PlanChanges)

/// Somebody else changed the row since this console last wrote it.
struct PlanDrift {
    EpochUs leftAt = 0; ///< when this console wrote it
    QString leftBy;
    QString leftChecksum;
    bool gone = false; ///< the row was deleted
    bool title = false; ///< only the title is another
    /// Text and title are those that this console wrote, and yet the row was written later: changed and changed back,
    /// say. Nothing of anybody's would be lost.
    bool touched = false;

    friend bool operator==(const PlanDrift&, const PlanDrift&) = default;
};

/// What a publish would do with one template.
struct PlanItem {
    QString channel;
    QString name;
    PlanAction action = PlanAction::Unchanged;
    PlanChanges changes;
    /// Of what would be published; empty where there is nothing (database-only, or it cannot be prepared).
    QString checksum;
    /// That would be published.
    std::optional<QString> title = {};
    /// The row as it stood when the plan was made; absent where there is none.
    std::optional<TemplateRow> row;
    /// The platform's publisher would stop at it.
    bool impossible = false;
    /// Problems of the directory that block it unless forced.
    qsizetype problems = 0;
    /// Where it comes from; absent outside a clone.
    std::optional<TemplateOrigin> origin = {};
    std::optional<PlanDrift> drift = {};
    /// The database could not say what the attributes are (a plan made over HTTP): they are sent along.
    bool attributesUnknown = false;

    QString key() const { return channel + u'/' + name; }
    QString publishedChecksum() const { return row ? row->checksum : QString(); }
    bool pending() const { return action == PlanAction::Create || action == PlanAction::Update; }

    friend bool operator==(const PlanItem&, const PlanItem&) = default;
};

/// The words of the command line: create, update, unchanged, database-only; content, title, attributes.
QString wordFor(PlanAction action);
QStringList wordsFor(PlanChanges changes);

/// A value: what a publish would do, ordered by channel and name. Comparable and printable.
struct PublishPlan {
    QList<PlanItem> items;

    qsizetype count(PlanAction action) const;
    /// Something would be created or updated (rows that are only in the database do not count: they stay).
    bool pending() const;
    const PlanItem* find(const QString& key) const;
    /// One line an item: `create email/x`, `update email/y: title, attributes`.
    QString toText() const;

    friend bool operator==(const PublishPlan&, const PublishPlan&) = default;
};

} // namespace nc

Q_DECLARE_METATYPE(nc::PublishPlan)
