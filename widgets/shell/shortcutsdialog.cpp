#include "widgets/shell/shortcutsdialog.h"

#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

namespace {

class Rows {
public:
    Rows(QGridLayout* grid, QWidget* parent)
        : m_grid(grid)
        , m_parent(parent)
    {
    }
    void heading(const QString& text)
    {
        auto* label = new QLabel(text, m_parent);
        setTextSize(label, TextSize::Heading);
        m_grid->addWidget(label, m_row++, 0, 1, 2);
    }
    void line(const QString& keys, const QString& text)
    {
        auto* left = new QLabel(keys, m_parent);
        left->setFont(fixedFont());
        m_grid->addWidget(left, m_row, 0);
        m_grid->addWidget(new QLabel(text, m_parent), m_row++, 1);
    }

private:
    QGridLayout* m_grid;
    QWidget* m_parent;
    int m_row = 0;
};

} // namespace

void ShortcutsDialog::show(QWidget* parent, const QList<QAction*>& windowActions, const QList<QAction*>& pageActions)
{
    auto* dialog = new ShortcutsDialog(parent, windowActions, pageActions);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

ShortcutsDialog::ShortcutsDialog(
    QWidget* parent, const QList<QAction*>& windowActions, const QList<QAction*>& pageActions)
    : QDialog(parent)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::wide);
    grid->setVerticalSpacing(metrics::unit);
    Rows rows(grid, this);
    rows.heading(tr("Everywhere"));
    rows.line(u"Ctrl+1 … Ctrl+6"_s, tr("Go to a page"));
    rows.line(u"Enter"_s, tr("Open the detail of the chosen row"));
    rows.line(u"Ctrl+C"_s, tr("Copy rows with titles, for a spreadsheet"));
    const auto add = [&rows](const QList<QAction*>& actions) {
        for (const QAction* action : actions) {
            if (!action->shortcut().isEmpty())
                rows.line(action->shortcut().toString(QKeySequence::NativeText), action->text().remove(u'&'));
        }
    };
    add(windowActions);
    const auto hasKeys = [](const QAction* action) { return !action->shortcut().isEmpty(); };
    if (std::any_of(pageActions.begin(), pageActions.end(), hasKeys)) {
        rows.heading(tr("On this page"));
        add(pageActions);
    }
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeButton"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::wide, metrics::wide, metrics::wide, metrics::gap);
    column->setSpacing(metrics::gap);
    column->addLayout(grid);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace nc
