#pragma once

#include "impact/impactmodel.h"
#include "impact/impactsession.h"

#include <QWidget>

class QLabel;
class QSpinBox;
class QStackedWidget;

namespace nc {

class DataTable;
class ComparePane;
class DiffView;
class StateView;

/// What the changed template would have made of the last real events that used it: those that fail or differ, and the
/// difference as a reader would see it.
class ImpactPane : public QWidget {
    Q_OBJECT

public:
    explicit ImpactPane(ImpactSession& session, QWidget* parent = nullptr);

    /// Reads at once. `edited`: what would be published; nothing where it cannot be prepared.
    void setTemplate(const TemplateKey& key, const std::optional<ImpactText>& edited);
    void clear();
    void retranslate();

private:
    void judge();
    void take(const ImpactReport& report);
    void showCurrent();
    void showSides(const ImpactCase& one);
    void showLetters(const LetterComparison& letters);
    QString summary() const;

    ImpactSession& m_session;
    std::optional<TemplateKey> m_key;
    std::optional<ImpactText> m_edited;
    ImpactModel* m_model;
    DataTable* m_table;
    QStackedWidget* m_sides;
    ComparePane* m_compare; ///< both work
    DiffView* m_diff; ///< one fails
    QLabel* m_about;
    QSpinBox* m_last;
    QLabel* m_summary;
    StateView* m_state;
};

} // namespace nc
