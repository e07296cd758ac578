#include "authoring/templateworkbench.h"
#include "core/deliver.h"
#include "git/errors.h"
#include "templates/lint/variables.h"
#include "templates/source/errors.h"
#include "templates/source/templatechanges.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<TemplateDraft*> TemplateWorkbench::draftOf(const QString& key)
{
    const auto directory = m_tree.directoryAt(m_tree.indexOf(key));
    if (!directory)
        return fail(errors::templateNotFound, key);
    if (const auto known = m_drafts.find(key); known != m_drafts.end())
        return known->second.get();
    auto draft = TemplateDraft::open(*directory);
    if (!draft)
        return fail(draft.error());
    m_keeper.watch(draft->get());
    return m_drafts.emplace(key, std::move(*draft)).first->second.get();
}

QList<TemplateVariable> TemplateWorkbench::variables() const
{
    if (m_current && m_current->key().channel == Channel::Diia)
        return diiaVariables(m_current->file(m_current->contentName())->text);
    return m_variables;
}

QList<DraftEntry> TemplateWorkbench::lostDrafts() const
{
    QList<DraftEntry> lost = m_keeper.journal().entries(m_folder);
    lost.removeIf([this](const DraftEntry& entry) {
        return std::ranges::any_of(
            m_drafts, [&](const auto& open) { return entry.path.startsWith(open.second->directory().path + u'/'); });
    });
    return lost;
}

Result<QString> TemplateWorkbench::restore(const DraftEntry& entry)
{
    for (int branch = 0; branch < m_tree.rowCount(); ++branch) {
        const QModelIndex parent = m_tree.index(branch, 0);
        for (int row = 0; row < m_tree.rowCount(parent); ++row) {
            const auto directory = m_tree.directoryAt(m_tree.index(row, 0, parent));
            if (!directory || !entry.path.startsWith(directory->path + u'/'))
                continue;
            const QString key = directory->key.toString();
            const auto draft = draftOf(key);
            if (!draft)
                return fail(draft.error());
            const QString name = entry.path.mid(directory->path.size() + 1);
            // An editor that shows the file takes it up as it does what comes from disk.
            (*draft)->convert(name, entry.text);
            return key;
        }
    }
    return fail(errors::templateNotFound, entry.path);
}

void TemplateWorkbench::close(const QString& key)
{
    const auto draft = m_drafts.find(key);
    if (draft == m_drafts.end())
        return;
    if (m_current == draft->second.get())
        keepSample();
    for (const QString& name : draft->second->names())
        m_keeper.journal().forget(draft->second->file(name)->path);
    if (m_current == draft->second.get()) {
        m_live.clear();
        m_current = nullptr;
        m_problems.clear();
        m_variables.clear();
        Q_EMIT problemsChanged({});
    }
    m_drafts.erase(draft);
}

void TemplateWorkbench::loadChanges()
{
    using Changes = QMap<TemplateKey, GitChange>;
    m_changesCancel.cancel();
    auto started = m_tasks.start<Changes>(
        u"changes"_s, m_folder, [folder = m_folder](TaskContext& context) { return templateChanges(folder, context); },
        false);
    m_changesCancel = started.cancel;
    deliver(started.future, this,
        [this, folder = m_folder, generation = ++m_changesGeneration](const Result<Changes>& changes) {
            if (generation != m_changesGeneration || folder != m_folder)
                return;
            m_tree.setChanges(changes ? *changes : Changes{});
            if (!changes && !changes.error().is(errors::notARepository) && !changes.error().is(errors::cancelled))
                Q_EMIT changesFailed(changes.error());
        });
}

} // namespace nc
