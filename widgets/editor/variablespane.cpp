#include "widgets/editor/variablespane.h"

#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace nc {

VariablesPane::VariablesPane(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_none(new QLabel(this))
{
    setObjectName(u"variablesPane"_s);
    m_list->setObjectName(u"variablesList"_s);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(4);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_none->setMargin(metrics::unit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        if (const int line = item->data(0, Qt::UserRole).toInt(); line > 0)
            Q_EMIT lineChosen(line);
    });
    connect(m_list, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* item) {
        if (const int line = item->data(0, Qt::UserRole).toInt(); line > 0)
            Q_EMIT lineChosen(line);
    });
    retranslate();
}

void VariablesPane::retranslate()
{
    m_list->setHeaderLabels({tr("Variable"), tr("Kind"), tr("Lines"), tr("In the sample data")});
    m_list->setAccessibleName(tr("Variables"));
    m_none->setText(tr("This template reads no data."));
    fill();
}

void VariablesPane::setVariables(const QList<TemplateVariable>& variables)
{
    m_variables = variables;
    fill();
}

void VariablesPane::setFindings(const SampleFindings& findings)
{
    m_findings = findings;
    fill();
}

void VariablesPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

void VariablesPane::fill()
{
    const Colors& c = colorsFor(palette());
    m_list->clear();
    for (const TemplateVariable& variable : std::as_const(m_variables)) {
        const QString kind = variable.kind == TemplateVariable::Kind::List ? tr("list")
            : variable.kind == TemplateVariable::Kind::Object              ? tr("object")
                                                                           : tr("value");
        QStringList lines;
        for (const int line : variable.lines)
            lines += QString::number(line);
        const bool missing = m_findings.missing.contains(variable.name);
        auto* item = new QTreeWidgetItem(m_list,
            {variable.name, variable.optional ? tr("%1, may be absent").arg(kind) : kind, lines.join(u", "_s),
                missing ? tr("missing") : tr("there")});
        item->setFont(0, fixedFont());
        item->setSizeHint(3, {0, metrics::rowHeight});
        item->setData(0, Qt::UserRole, variable.lines.isEmpty() ? 0 : variable.lines.first());
        if (missing) {
            for (const int column : {0, 3})
                item->setForeground(column, c.error);
            item->setIcon(3, icon(Icon::Error, Tint::Error));
        } else {
            item->setForeground(3, c.muted);
        }
    }
    for (const QString& name : std::as_const(m_findings.unused)) {
        auto* item = new QTreeWidgetItem(m_list, {name, {}, {}, tr("there, never read")});
        item->setFont(0, fixedFont());
        item->setSizeHint(3, {0, metrics::rowHeight});
        for (const int column : {0, 3})
            item->setForeground(column, c.muted);
    }
    m_list->setVisible(m_list->topLevelItemCount() > 0);
    m_none->setVisible(m_list->topLevelItemCount() == 0);
}

} // namespace nc
