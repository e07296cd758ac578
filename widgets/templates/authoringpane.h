#pragma once

#include "authoring/templateworkbench.h"

#include <QHash>
#include <QPoint>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabWidget;

namespace nc {

class ConflictBar;
class FindBar;
class PreviewPane;
class ProblemsPane;
class SampleDataPane;
class StateView;
struct QuickFix;
struct TextEdit;
class TemplateEditor;
class TemplateFiles;
class TemplateTreeView;
class VariablesPane;

/// Tree at the left, the open template with its problems in the middle, preview and sample data at the right. Wires the
/// workbench to widgets, decides nothing.
class AuthoringPane : public QWidget {
    Q_OBJECT

public:
    AuthoringPane(TemplateWorkbench& workbench, QWidget* parent = nullptr);

    void open(const QString& key, int line = 0);
    /// Another regulation: closes all editors.
    void closeAll();
    /// One that was deleted or renamed: its editors go, unsaved texts too.
    void close(const QString& key);
    void save();
    void toggleComment();
    void focusFilter();
    /// Ctrl+F while an editor has the focus; false: it has not, or there is none.
    bool find(bool replace, bool always);
    void complete();
    /// False: nothing at the caret is defined here, or has another end.
    bool goToDefinition();
    bool goToPartner();
    /// The menu of what can be done about the problems at the caret's line.
    void showFixes();
    /// Of the file in front; null without one.
    TemplateEditor* editor() const;
    const DraftFile* currentFile() const;
    TemplateTreeView* tree() const { return m_tree; }
    /// Brings a file of the template in front to the front: css/style.css.
    void showFile(const QString& name);
    /// In the content's editor, so that they can be undone.
    void applyToContent(const QList<TextEdit>& edits);
    void replaceInContent(const QStringList& what, const QStringList& by);
    /// Looks whether files were changed outside.
    void checkDisk();
    void retranslate();

Q_SIGNALS:
    void failed(const nc::Error& error);
    void saved(const QString& key);
    /// Real events that use the template are to be looked for.
    void eventAsked(const QString& templateName);
    void newSheetAsked();
    void renameSheetAsked(const QString& file);
    void sheetsDropped(const QStringList& paths);
    void fileRemovalAsked(const QString& file);
    /// A picture is to become a JPEG.
    void conversionAsked(const nc::QuickFix& fix);

private:
    void connectPreview();
    void takeProblems(const QList<Problem>& problems);
    void goTo(const Problem& problem);
    void resolveMine(const QString& file);
    void resolveTheirs(const QString& file);
    void mergeConflict(const QString& file);
    void showFixesOfLine(int line, const QPoint& at);
    void showFixesOf(const QList<Problem>& problems, const QPoint& at);
    void takeFix(const QuickFix& fix);
    void connectFiles(TemplateFiles* files);
    void showNames();
    TemplateFiles* currentFiles() const;

    TemplateWorkbench& m_workbench;
    QLineEdit* m_filter;
    TemplateTreeView* m_tree;
    ConflictBar* m_conflict;
    QStackedWidget* m_files;
    StateView* m_filesState;
    FindBar* m_find;
    QTabWidget* m_bottom;
    ProblemsPane* m_problems;
    VariablesPane* m_variables;
    PreviewPane* m_preview;
    SampleDataPane* m_sample;
    QHash<QString, TemplateFiles*> m_open;
    /// Fixes were asked for before the text was checked as it stands.
    struct Asked {
        int line;
        QPoint at;
    };
    std::optional<Asked> m_fixesAsked;
};

} // namespace nc
