#pragma once

#include "git/gitstate.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace nc {

class DiffView;
class ToneLabel;

/// A file as the dialog shows it: secrets hidden.
struct CommitFile {
    QString path; ///< from the top of the clone
    QByteArray before;
    QByteArray now;
};

/// What is asked.
struct CommitQuestion {
    GitState state;
    QList<CommitFile> files; ///< none: commits that were not pushed yet are to be
    /// A message for these files.
    std::function<QString(const QStringList& paths)> propose;
    QString message; ///< typed before; empty: the proposed one
    QString ownBranch; ///< proposed where the server is no Gerrit
    bool changedMeanwhile = false; ///< it was asked before, about other bytes
};

/// What is to be committed and where it goes.
struct CommitRequest {
    QStringList paths; ///< the ticked ones
    QString message;
    std::optional<GitPush> push;
};

/// Shows what a commit would change, of several files each with a tick, who makes it and where; asks for the message
/// and where to offer it. No nested event loop.
class CommitDialog : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed.
    static CommitDialog* ask(
        QWidget* parent, const CommitQuestion& question, std::function<void(const CommitRequest&)> commit);

private:
    CommitDialog(QWidget* parent, CommitQuestion question, std::function<void(const CommitRequest&)> commit);
    void build();
    QWidget* buildFiles();
    QLayout* buildTarget();
    QStringList ticked() const;
    QString followed() const;
    /// What hangs on ticks, message, push and branch.
    void follow();
    void showDifference(int row);
    CommitRequest request() const;

    const CommitQuestion m_question;
    QString m_proposed; ///< the message as it was proposed last
    QListWidget* m_files;
    DiffView* m_difference;
    QPlainTextEdit* m_message;
    QCheckBox* m_push;
    QLineEdit* m_branch;
    ToneLabel* m_where;
    QPushButton* m_confirm;
};

} // namespace nc
