#pragma once

#include "core/task.h"

#include <QStringList>

namespace nc {

/// Starts the git that the person has, in the top of a clone: for what changes something (commit, fetch, push). There
/// it runs the clone's hooks, filters and helpers, as it does for its owner. Each call blocks, ends with the task's
/// cancel, never asks. errors::noGit, gitFailed with git's own words (English). One thread.
class GitProgram {
public:
    /// `foreign`: somebody else's clone that is trusted, which git must be told.
    GitProgram(QString top, bool foreign);

    /// From now on git works with this index instead of the clone's own.
    void setIndex(const QString& path) { m_index = path; }

    struct Answer {
        int code = 0;
        QByteArray out;
        QString err; ///< without passwords that may stand in a remote's address
        QString refusedBy; ///< the hook that ended with an error
    };
    Result<Answer> run(const QStringList& arguments, const TaskContext& task, const QByteArray& input = {}) const;
    /// The same; any code but 0 is an error: errors::hookRefused (detail: what it said) or gitFailed.
    Result<QByteArray> must(const QStringList& arguments, const TaskContext& task, const QByteArray& input = {}) const;

private:
    QString m_top;
    bool m_foreign;
    QString m_index;
};

} // namespace nc
