#pragma once

#include "authoring/templatetree.h"

#include <QTreeView>

class QSortFilterProxyModel;

namespace nc {

/// The tree of templates with a filter by name.
class TemplateTreeView : public QTreeView {
    Q_OBJECT

public:
    explicit TemplateTreeView(TemplateTree& tree, QWidget* parent = nullptr);
    ~TemplateTreeView() override;

    void setFilter(const QString& text);
    void select(const QString& key);
    QString currentKey() const;
    void retranslate();

Q_SIGNALS:
    void chosen(const QString& key);
    /// One that is only in the last commit.
    void goneChosen(const QString& key);
    void menuAsked(const QPoint& global);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Presenter;
    /// A channel's name has the whole row.
    void spanChannels();

    TemplateTree& m_tree;
    std::unique_ptr<Presenter> m_presenter;
    QString m_lastKey;
    bool m_restoring = false;
    bool m_narrow = false; ///< too narrow for words beside the names
};

} // namespace nc
