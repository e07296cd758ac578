#pragma once

#include "connections/workspace.h"
#include "templates/source/templateoperations.h"

#include <QObject>

class QAction;

namespace nc {

class AuthoringPane;
struct Error;
class NoticeBar;
class Page;
class PageHeader;
struct QuickFix;
class TemplateDraft;
class TemplateWorkbench;

/// The files of the template in front, as files: style sheets come, get other names and go; what is used by nobody is
/// deleted; pictures become JPEGs. What is deleted can be taken back from the notice that says so.
class FileActions : public QObject {
    Q_OBJECT

public:
    FileActions(Page& page, PageHeader& header, NoticeBar& notices, Workspace& workspace, TemplateWorkbench& workbench,
        AuthoringPane& authoring);

    void setVisible(bool visible);

private:
    /// Changes files of a template, behind the gate.
    template <class Work>
    auto edit(const QString& key, const QString& file, Work work)
    {
        return m_workspace.gate().through(
            Operation::EditTemplate, {key, file}, [&work](const Pass&) { return work(); });
    }
    void newSheet();
    void renameSheet(const QString& name);
    void addSheets(const QStringList& paths);
    void remove(const QString& name);
    void restore(const QString& key, const DeletedFile& deleted);
    void convert(const QuickFix& fix);
    /// `then` gets a name that people typed.
    void askName(const QString& title, const QString& proposal, std::function<void(const QString&)> then);
    /// The draft in front looks at its directory again; checks follow.
    void refresh(const QString& key);
    void fail(const Error& error);
    QString trash() const;

    Page& m_page;
    NoticeBar& m_notices;
    Workspace& m_workspace;
    TemplateWorkbench& m_workbench;
    AuthoringPane& m_authoring;
    QAction* m_newSheet;
};

} // namespace nc
