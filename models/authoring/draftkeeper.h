#pragma once

#include "authoring/draftjournal.h"
#include "core/taskrunner.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

#include <utility>

namespace nc {

class TemplateDraft;

/// Notes what is typed in the journal, at most a second and the time of a write behind, and takes the note away when it
/// is saved. Writes off the GUI thread; lives in it.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr int delay = 1000; ///< milliseconds between the first key and the note

    explicit DraftKeeper(TaskRunner& tasks, QObject* parent = nullptr);

    void setFolder(const QString& configFolder);
    /// The draft must tell its changes from here on; it may go at any time.
    void watch(TemplateDraft* draft);
    /// Takes away the notes of all watched drafts: the person does not want them.
    void forgetAll();
    const DraftJournal& journal() const { return m_journal; }

Q_SIGNALS:
    /// Typing is not safe; told once, until a note succeeds again.
    void notKept(const nc::Error& error);

private:
    void write();

    TaskRunner& m_tasks;
    DraftJournal m_journal{QString()};
    QList<QPointer<TemplateDraft>> m_drafts;
    QSet<std::pair<TemplateDraft*, QString>> m_pending;
    QTimer m_timer;
    bool m_writing = false;
    bool m_told = false;
};

} // namespace nc
