#pragma once

#include "git/gitrepo.h"
#include "publish/plan/publishplan.h"
#include "templates/source/problem.h"
#include "templates/source/regulation.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace nc {

/// Channel → template. Column 0: the name (tone and counts of problems as roles). Column 1: what a publish would do
/// (roles::State), or nothing while that is not known. GUI thread.
class TemplateTree : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        Key = Qt::UserRole + 100, ///< QString `channel/name`; empty for a channel
        Errors, ///< int
        Warnings, ///< int
        Change, ///< int of GitChange: how it stands to the last commit; invalid: as committed, or not known
        IsGone, ///< bool: deleted since the last commit; has no directory
    };

    explicit TemplateTree(QObject* parent = nullptr);
    ~TemplateTree() override;

    /// Templates that stay keep their problems and state until new ones are told.
    void setTemplates(const QList<TemplateDirectory>& templates);
    /// Those of one template, by path: problems of other templates are left alone.
    void setProblems(const TemplateKey& key, const QList<Problem>& problems);
    /// A plan's actions; rows that are only in the database have no place in the tree.
    void setPlan(const PublishPlan& plan);
    void clearPlan();
    /// How templates stand to the last commit; those that are only there (deleted) get a row of their own.
    void setChanges(const QMap<TemplateKey, GitChange>& changes);
    std::optional<TemplateKey> keyAt(const QModelIndex& index) const;

    std::optional<TemplateDirectory> directoryAt(const QModelIndex& index) const;
    QModelIndex indexOf(const QString& key) const;
    int templateCount() const;
    int errorCount() const; ///< of all templates

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Leaf {
        TemplateDirectory directory;
        int errors = 0;
        int warnings = 0;
        QString state;
        std::optional<GitChange> change;
        bool gone = false;
    };
    struct Branch {
        Channel channel;
        std::vector<Leaf> leaves;
    };
    Leaf* leafOf(const QString& key, int* branch = nullptr, int* row = nullptr);
    void leafChanged(int branch, int row);

    void reindex();

    std::vector<Branch> m_branches;
    QHash<QString, std::pair<int, int>> m_places; ///< branch and row of each key
};

} // namespace nc
