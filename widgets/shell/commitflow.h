#pragma once

#include "core/task.h"
#include "git/gitstate.h"

#include <QObject>

#include <functional>

class QWidget;

namespace nc {

class NoticeBar;
class Workspace;

/// What a page commits.
struct CommitSource {
    QString folder; ///< anywhere in the clone
    QString what; ///< latin letters, for the name of a branch: "channels"
    /// The changed files, from the top. On another thread.
    std::function<Result<QStringList>(const TaskContext&)> paths;
    /// A file's text without secrets.
    std::function<QByteArray(const GitBytes& bytes)> shown;
    /// A message for these files.
    std::function<QString(const QList<GitFile>& files)> propose;
};

/// The way of a commit in the window, the same for each page: look, show, ask, commit the very bytes that were shown,
/// offer them, tell. GUI thread; the page owns it.
class CommitFlow : public QObject {
    Q_OBJECT

public:
    CommitFlow(QWidget& page, NoticeBar& notices, Workspace& workspace);

    void ask(const CommitSource& source);

Q_SIGNALS:
    void busy(bool isBusy);
    /// Something may have been committed or pushed.
    void done();

private:
    struct Found {
        GitState state;
        QList<GitFile> files;
    };
    void look(const CommitSource& source, const QString& message, bool again);
    static Result<Found> lookUp(const CommitSource& source, const TaskContext& task);
    void show(const CommitSource& source, const Found& found, const QString& message, bool again);
    void offer(const CommitSource& source, const GitOffer& offer);
    void tell(const CommitSource& source, const GitOffered& offered);
    void fail(const Error& error, std::function<void()> again);

    QWidget& m_page;
    NoticeBar& m_notices;
    Workspace& m_workspace;
};

} // namespace nc
