#include "authoring/draftkeeper.h"

#include "authoring/templatedraft.h"
#include "core/deliver.h"

using namespace Qt::StringLiterals;

namespace nc {

DraftKeeper::DraftKeeper(TaskRunner& tasks, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
}

void DraftKeeper::setFolder(const QString& configFolder)
{
    m_journal = DraftJournal(configFolder);
    m_drafts.clear();
    m_pending.clear();
}

void DraftKeeper::watch(TemplateDraft* draft)
{
    m_drafts.removeAll(nullptr);
    if (m_drafts.contains(draft))
        return;
    m_drafts.append(draft);
    connect(draft, &TemplateDraft::textChanged, this, [this, draft](const QString& name) {
        m_pending.insert({draft, name});
        // Not started anew by each key: somebody who types without a pause is kept too.
        if (!m_timer.isActive() && !m_writing)
            m_timer.start();
    });
    connect(draft, &TemplateDraft::dirtyChanged, this, [this, draft](const QString& name, bool dirty) {
        if (dirty)
            return;
        m_pending.remove({draft, name});
        m_journal.forget(draft->file(name)->path);
    });
    connect(draft, &QObject::destroyed, this,
        [this, draft] { m_pending.removeIf([draft](const auto& one) { return one.first == draft; }); });
}

void DraftKeeper::forgetAll()
{
    m_pending.clear();
    for (const auto& draft : std::as_const(m_drafts)) {
        if (!draft)
            continue;
        for (const QString& name : draft->names())
            m_journal.forget(draft->file(name)->path);
    }
}

void DraftKeeper::write()
{
    QList<DraftEntry> entries;
    for (const auto& [draft, name] : std::as_const(m_pending)) {
        const DraftFile* file = draft->file(name);
        if (file && file->isDirty())
            entries.append({file->path, file->text, file->saved, QDateTime::currentDateTime()});
        else if (file)
            m_journal.forget(file->path);
    }
    m_pending.clear();
    if (entries.isEmpty())
        return;
    m_writing = true;
    auto started = m_tasks.start<bool>(
        u"draft"_s, {},
        [journal = m_journal, entries](TaskContext&) -> Result<bool> {
            for (const DraftEntry& entry : entries) {
                if (const auto noted = journal.note(entry); !noted)
                    return fail(noted.error());
            }
            return true;
        },
        false);
    deliver(started.future, this, [this, entries](const Result<bool>& noted) {
        m_writing = false;
        if (!noted && !m_told)
            Q_EMIT notKept(noted.error());
        m_told = !noted;
        // Saved while the note was written: the note is stale.
        for (const DraftEntry& entry : entries) {
            for (const auto& draft : std::as_const(m_drafts)) {
                if (!draft)
                    continue;
                for (const QString& name : draft->names()) {
                    if (draft->file(name)->path == entry.path && !draft->file(name)->isDirty())
                        m_journal.forget(entry.path);
                }
            }
        }
        if (!m_pending.isEmpty())
            m_timer.start();
    });
}

} // namespace nc
