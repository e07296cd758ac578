#pragma once

#include "widgets/table/column.h"

#include <QSet>
#include <QTableView>
#include <QTimer>

namespace nc {

class ColumnPresenter;

/// The table of every page: 28 px rows, no grid, a light zebra, columns that fit their content on double click and keep
/// their widths, a menu on the titles that shows and hides columns, copy that pastes well into a spreadsheet (TSV with
/// the titles). Models give raw values and roles (core/itemroles.h); what they mean on screen is said by the columns.
/// Indexes in this interface are the model's own, never a proxy's.
class DataTable : public QTableView {
    Q_OBJECT

public:
    enum class Sorting {
        None, ///< rows stand as the model has them; for models of any length
        ByColumn, ///< by clicks on the titles; for some thousand rows
    };

    /// `name` is the objectName and the key under which widths are kept.
    explicit DataTable(const QString& name, QWidget* parent = nullptr);
    ~DataTable() override;

    /// In the order of the model's columns. Call again in retranslate().
    void setColumns(const QList<Column>& columns);
    /// The model is not owned. Call once for a model; resetting the model is fine.
    void setSource(QAbstractItemModel* model, Sorting sorting = Sorting::None);
    QAbstractItemModel* source() const { return m_source; }
    void sortBy(int column, Qt::SortOrder order);

    QModelIndex currentSource() const;
    /// One index (column 0) for each selected row, in the order on screen.
    QModelIndexList selectedSourceRows() const;
    void selectSourceRow(int row);
    QModelIndex toSource(const QModelIndex& shown) const;
    QModelIndex fromSource(const QModelIndex& source) const;

    QString selectionAsTsv() const;

public Q_SLOTS:
    void copySelection() const;

Q_SIGNALS:
    /// Enter or double click.
    void opened(const QModelIndex& source);
    void currentRowChanged(const QModelIndex& source);
    void selectedRowsChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    int sizeHintForColumn(int column) const override;

private:
    void applyWidths();
    void rememberWidths();
    void applyHidden();
    /// The person's choice where there is one, else the column's own.
    bool isWanted(int column) const;
    bool isAskedFor(int column) const;
    void setWanted(int column, bool wanted);
    void hideSpare(int count);
    void popupColumns(const QPoint& at);
    /// The stretching column takes what is left; where there is too little, texts give way before figures do.
    void fitColumns();
    int defaultWidth(const Column& column) const;

    std::unique_ptr<ColumnPresenter> m_presenter;
    QAbstractItemModel* m_source = nullptr;
    QList<int> m_wished; ///< widths of the columns where there is room for all
    QSet<int> m_fixed; ///< columns whose widths a person chose
    QTimer m_clock; ///< repaints relative times
    bool m_widthsApplied = false;
    bool m_applying = false;
};

} // namespace nc
