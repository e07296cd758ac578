#pragma once

#include "connections/workspace.h"
#include "widgets/failures/sending/sendwork.h"

#include <QObject>

namespace nc {

/// Tries out what would go, before anything does: first what goes by itself, then that with what is held and was chosen
/// nevertheless. A newer trial takes the place of an older one. GUI thread.
class SendTrial : public QObject {
    Q_OBJECT

public:
    SendTrial(Workspace& workspace, std::shared_ptr<const SendJob> job, QObject* parent);

    /// What goes by itself; everything is found anew.
    void tryOut(const SendOptions& options);
    /// The same and what is held for these reasons, `options` permitting it.
    void tryChosen(SendOptions options, const QSet<SkipReason>& chosen);
    /// Nothing that is held was chosen: what went by itself goes.
    void forgetChosen();
    /// There is nothing to be tried; what is under way is not waited for.
    void drop();

    /// The latest trial has ended well.
    bool isDone() const { return m_done; }
    /// What would go by itself.
    const SendFindings& base() const { return m_base; }
    /// What goes with what was chosen.
    const SendFindings& plan() const { return m_plan; }
    /// What is held in either of them.
    QMap<SkipReason, QList<quint64>> held() const;
    qint64 leftOut() const;
    static OffsetSelection selectionOf(const QList<quint64>& places);

Q_SIGNALS:
    void begun();
    void ended(bool whole);
    void failed(const nc::Error& error);

private:
    void run(const SendOptions& options, bool whole);

    Workspace& m_workspace;
    std::shared_ptr<const SendJob> m_job;
    SendFindings m_base;
    SendFindings m_plan;
    quint64 m_trial = 0;
    quint64 m_task = 0;
    bool m_done = false;
};

} // namespace nc
