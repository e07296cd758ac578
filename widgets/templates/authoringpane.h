#pragma once

#include "publish/templateworkbench.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace nc {

class ConflictBar;
class PreviewPane;
class ProblemsPane;
class SampleDataPane;
class StateView;
class TemplateFiles;
class TemplateTreeView;

/// Tree at the left, the open template with its problems in the middle, preview and sample data at the right. Wires the
/// workbench to widgets, decides nothing.
class AuthoringPane : public QWidget {
    Q_OBJECT

public:
    AuthoringPane(TemplateWorkbench& workbench, QWidget* parent = nullptr);

    void open(const QString& key, int line = 0);
    /// Another regulation: closes all editors.
    void closeAll();
    void save();
    void toggleComment();
    void focusFilter();
    /// Looks whether files were changed outside.
    void checkDisk();
    void retranslate();

Q_SIGNALS:
    void failed(const nc::Error& error);
    void saved(const QString& key);
    /// Real events that use the template are to be looked for.
    void eventAsked(const QString& templateName);

private:
    void connectPreview();
    void takeProblems(const QList<Problem>& problems);
    void goTo(const Problem& problem);
    void resolveMine(const QString& file);
    void resolveTheirs(const QString& file);
    void compareConflict(const QString& file);
    TemplateFiles* currentFiles() const;

    TemplateWorkbench& m_workbench;
    QLineEdit* m_filter;
    TemplateTreeView* m_tree;
    ConflictBar* m_conflict;
    QStackedWidget* m_files;
    StateView* m_filesState;
    ProblemsPane* m_problems;
    PreviewPane* m_preview;
    SampleDataPane* m_sample;
    QHash<QString, TemplateFiles*> m_open;
};

} // namespace nc
