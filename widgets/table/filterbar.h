#pragma once

#include <QWidget>

#include <functional>

class QCompleter;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace nc {

class SavedFilterMenu;

/// One row under a page's header: a line for a filter with its history and what is wrong with it, and room for further
/// choices at its right. Emits applied() on Enter and when it was emptied.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    /// `name` is the line's objectName and the key of its history.
    explicit FilterBar(const QString& name, QWidget* parent = nullptr);

    void setLabel(const QString& label); ///< accessible name and placeholder
    QString text() const;
    /// Sets and applies.
    void apply(const QString& text);
    /// Shown under the line until the text changes; `column` (1…) is where, 0: unknown.
    void setProblem(const QString& problem, int column = 0);
    void clearProblem();
    QLineEdit* line() const { return m_line; }
    void addWidget(QWidget* widget);
    void focusLine();
    /// Adds filters with a name, kept by profile; the page gives Ctrl+L to openSaved(). Once.
    void setSaved(const QString& configFolder, std::function<QString()> profile);
    void openSaved();
    /// Into the history that the line offers.
    void remember(const QString& text);

Q_SIGNALS:
    void edited(const QString& text);
    void applied(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tint();

    QLineEdit* m_line;
    QLabel* m_problem;
    QHBoxLayout* m_row;
    QStringListModel* m_history;
    SavedFilterMenu* m_saved = nullptr;
};

} // namespace nc
