#pragma once

#include "templates/lint/htmlalterations.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace nc {

class TemplateEditor;

/// The author's letter beside what HTML parsing makes of it, which is what counts. Template code that came out
/// different is marked in both; a click at either side leads to the author's line.
class PreparationPane : public QWidget {
    Q_OBJECT

public:
    explicit PreparationPane(QWidget* parent = nullptr);

    /// Null: nothing to show. Costs only while the pane is seen.
    void setPreparation(const std::shared_ptr<const HtmlAlterations>& preparation);
    void retranslate();

Q_SIGNALS:
    void placeChosen(int line, int column);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void follow(TemplateEditor* clicked);

    std::shared_ptr<const HtmlAlterations> m_preparation;
    bool m_stale = false;
    QLabel* m_status;
    QLabel* m_sourceTitle;
    QLabel* m_preparedTitle;
    TemplateEditor* m_source;
    TemplateEditor* m_prepared;
};

} // namespace nc
