#pragma once

#include "git/gitrepo.h"

#include <QDialog>

#include <functional>

namespace nc {

/// What is to be committed and where it goes.
struct CommitRequest {
    QString message;
    bool push = false;
    GitPush target;
};

/// Asks for a commit's message and where to offer it. No nested event loop.
class CommitDialog : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed.
    static CommitDialog* ask(QWidget* parent, const GitState& state, const QString& path, const QString& proposal,
        std::function<void(const CommitRequest&)> commit);

private:
    CommitDialog(QWidget* parent, const GitState& state, const QString& path, const QString& proposal,
        std::function<void(const CommitRequest&)> commit);
};

} // namespace nc
