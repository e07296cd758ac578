#pragma once

#include "preview/sampledata.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace nc {

/// What the template reads of its data: name, kind, whether it may be absent, where; what the sample data lack (red)
/// and what they have and nobody reads (grey).
class VariablesPane : public QWidget {
    Q_OBJECT

public:
    explicit VariablesPane(QWidget* parent = nullptr);

    void setVariables(const QList<TemplateVariable>& variables);
    void setFindings(const SampleFindings& findings);
    void retranslate();

Q_SIGNALS:
    /// A line of the content.
    void lineChosen(int line);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    QTreeWidget* m_list;
    QLabel* m_none;
    QList<TemplateVariable> m_variables;
    SampleFindings m_findings;
};

} // namespace nc
