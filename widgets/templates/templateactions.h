#pragma once

#include "templates/source/templateoperations.h"

#include <QObject>

class QAction;

namespace nc {

class AuthoringPane;
class CommitFlow;
struct Error;
class NoticeBar;
class Page;
class PageHeader;
class TemplateWorkbench;
class Workspace;

/// What can be done with templates as files: new, duplicate, rename, delete (and back), find and replace, the way to
/// definitions, fixes, what git knows of them. Each is an action of the page and an entry of the tree's menu.
class TemplateActions : public QObject {
    Q_OBJECT

public:
    TemplateActions(Page& page, PageHeader& header, NoticeBar& notices, Workspace& workspace,
        TemplateWorkbench& workbench, AuthoringPane& authoring);

    void setVisible(bool visible);
    void retranslate();

Q_SIGNALS:
    /// Directories came or went: read the tree anew, then open this one (empty: none).
    void changed(const QString& key);

private:
    void makeActions();
    void showMenu(const QPoint& at);
    std::optional<TemplateKey> chosen() const;
    void create();
    void duplicate();
    void rename();
    /// What this console keeps beside a template: sample sets, shelf life.
    void takeAlong(const TemplateKey& from, const TemplateKey& to);
    void remove();
    void restore(const DeletedTemplate& deleted);
    void offerCommitted(const QString& key);
    void showChanges();
    void showAuthor();
    void askCommit();
    bool saved(const QString& key);
    void fail(const Error& error);

    Page& m_page;
    PageHeader& m_header;
    NoticeBar& m_notices;
    Workspace& m_workspace;
    TemplateWorkbench& m_workbench;
    AuthoringPane& m_authoring;
    CommitFlow* m_commitFlow;
    bool m_goneOffered = false; ///< the notice is about a template that is only in the last commit
    QAction* m_new;
    QAction* m_duplicate;
    QAction* m_rename;
    QAction* m_delete;
    QAction* m_find;
    QAction* m_replace;
    QAction* m_complete;
    QAction* m_fix;
    QAction* m_definition;
    QAction* m_partner;
    QAction* m_changes;
    QAction* m_author;
    QAction* m_commit;
    QAction* m_shelfLife;
};

} // namespace nc
