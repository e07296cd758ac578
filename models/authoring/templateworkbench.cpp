#include "authoring/templateworkbench.h"

#include "core/deliver.h"
#include "core/errors.h"
#include "publish/plan/errors.h"
#include "publish/plan/published.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"
#include "templates/lint/problemshift.h"
#include "templates/lint/variables.h"
#include "templates/source/errors.h"
#include "templates/source/textfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

TemplateWorkbench::TemplateWorkbench(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_engine(std::move(engine))
    , m_live(tasks, m_engine)
    , m_keeper(tasks)
{
    m_sampleTimer.setSingleShot(true);
    m_sampleTimer.setInterval(500);
    connect(&m_sampleTimer, &QTimer::timeout, this, &TemplateWorkbench::keepSample);
    connect(&m_live, &LiveCheck::checked, this, &TemplateWorkbench::takeReport);
}

void TemplateWorkbench::setRegulation(const QString& folder, const QString& configFolder)
{
    keepSample();
    ++m_generation;
    m_lintCancel.cancel();
    m_live.clear();
    m_current = nullptr;
    m_drafts.clear();
    m_problems.clear();
    m_folder = folder;
    m_keeper.setFolder(configFolder);
    m_samples.emplace(configFolder, folder);
    m_configFolder = configFolder;
    m_tree.setTemplates({});
}

AskedGate TemplateWorkbench::gate() const
{
    return m_gate ? m_gate() : AskedGate({}, Journal(m_configFolder));
}

void TemplateWorkbench::load()
{
    auto started = m_tasks.start<Regulation>(
        u"scan"_s, m_folder, [folder = m_folder](TaskContext&) { return scanRegulation(folder); }, false);
    deliver(started.future, this, [this, generation = ++m_generation](const Result<Regulation>& regulation) {
        if (generation != m_generation)
            return;
        if (!regulation) {
            Q_EMIT loadFailed(regulation.error());
            return;
        }
        m_tree.setTemplates(regulation->templates);
        Q_EMIT loaded(m_tree.templateCount());
        loadChanges();
        lint();
    });
}

void TemplateWorkbench::lint()
{
    m_lintCancel.cancel();
    using Publishables = QList<PublishableTemplate>;
    auto started = m_tasks.start<Publishables>(
        u"lint"_s, m_folder,
        [engine = m_engine, folder = m_folder](TaskContext& context) {
            return TemplateLibrary(folder, *engine, PreparedCache::defaultFolder()).publishables(context);
        },
        false);
    m_lintCancel = started.cancel;
    deliver(started.future, this, [this, generation = m_generation](const Result<Publishables>& checked) {
        if (generation != m_generation || !checked)
            return;
        for (const PublishableTemplate& publishable : *checked) {
            // What is in front is checked as it is typed.
            if (!m_current || publishable.key != m_current->key())
                m_tree.setProblems(publishable.key, publishable.problems);
        }
        Q_EMIT linted(m_tree.errorCount());
    });
}

Result<TemplateDraft*> TemplateWorkbench::open(const QString& key)
{
    const auto directory = m_tree.directoryAt(m_tree.indexOf(key));
    if (!directory)
        return fail(errors::templateNotFound, key);
    const auto draft = draftOf(key);
    if (!draft)
        return fail(draft.error());
    keepSample();
    m_current = *draft;
    m_problems.clear();
    m_variables.clear();
    Q_EMIT problemsChanged({});
    m_live.setTemplate(*directory);
    Q_EMIT preparationChanged({});
    m_sets = m_samples ? m_samples->list(m_current->key()) : QList<SampleSet>();
    const QString chosen = m_samples ? m_samples->chosen(m_current->key()) : QString();
    const bool known = std::ranges::any_of(m_sets, [&](const SampleSet& set) { return set.name == chosen; });
    loadSample(known ? chosen : m_sets.isEmpty() ? m_defaultSampleName : m_sets.first().name);
    forgetPublished();
    textsChanged(true);
    return m_current;
}

QStringList TemplateWorkbench::dirtyKeys() const
{
    QStringList keys;
    for (const auto& [key, draft] : m_drafts) {
        if (draft->isDirty())
            keys += key;
    }
    return keys;
}

DraftTexts TemplateWorkbench::texts() const
{
    DraftTexts texts;
    const DraftFile* content = m_current->file(m_current->contentName());
    texts.content = content->editable ? content->text : decodeLikeJava(content->saved).text;
    texts.contentFromDisk = !content->editable;
    const DraftFile* metadata = m_current->file(metadataFileName());
    if (metadata->exists || !metadata->text.isEmpty())
        texts.metadata = metadata->editable ? metadata->text.toUtf8() : metadata->saved;
    return texts;
}

void TemplateWorkbench::textsChanged(bool atOnce)
{
    if (!m_current)
        return;
    const DraftTexts now = texts();
    moveProblems(now);
    m_live.setTexts(now, atOnce);
}

void TemplateWorkbench::moveProblems(const DraftTexts& now)
{
    const DraftTexts before = std::exchange(m_texts, now);
    if (m_problems.isEmpty())
        return;
    QList<Problem> moved =
        movedProblems(m_problems, m_current->file(m_current->contentName())->path, before.content, now.content);
    if (before.metadata != now.metadata)
        moved = movedProblems(moved, m_current->file(metadataFileName())->path,
            QString::fromUtf8(before.metadata.value_or(QByteArray())),
            QString::fromUtf8(now.metadata.value_or(QByteArray())));
    if (moved == m_problems)
        return;
    m_problems = std::move(moved);
    Q_EMIT problemsChanged(m_problems);
}

void TemplateWorkbench::takeReport(const DraftReport& report)
{
    if (!m_current)
        return;
    m_problems = report.problems;
    m_variables = report.variables;
    Q_EMIT preparationChanged(report.preparation);
    m_tree.setProblems(m_current->key(), m_problems);
    Q_EMIT problemsChanged(m_problems);
    if (m_sampleWanted)
        generateSample();
    compare();
}

void TemplateWorkbench::compare()
{
    if (!m_current)
        return;
    if (m_current->key().channel == Channel::Diia) {
        m_findings = compareSample(diiaVariables(m_current->file(m_current->contentName())->text), m_sample);
    } else {
        m_findings = compareSample(m_variables, m_sample);
    }
    Q_EMIT findingsChanged(m_findings);
}

void TemplateWorkbench::setPlainWanted(bool wanted)
{
    PreviewWish wish = m_live.wish();
    wish.plain = wanted;
    m_live.setWish(wish);
}

void TemplateWorkbench::comparePublished(bool wanted)
{
    m_comparing = wanted;
    forgetPublished();
}

void TemplateWorkbench::forgetPublished()
{
    ++m_publishedGeneration;
    m_publishedCancel.cancel();
    PreviewWish wish = m_live.wish();
    wish.published.reset();
    m_live.setWish(wish);
    if (m_comparing && m_current)
        loadPublished();
}

void TemplateWorkbench::loadPublished()
{
    if (!m_database)
        return;
    const QString key = m_current->key().toString();
    auto started = m_tasks.start<PublishedTemplate>(
        u"published"_s, key,
        [key, source = m_database](TaskContext& context) -> Result<PublishedTemplate> {
            const auto target = source(context);
            if (!target)
                return fail(target.error());
            return readPublished(*target, key, context);
        },
        false);
    m_publishedCancel = started.cancel;
    deliver(
        started.future, this, [this, generation = m_publishedGeneration](const Result<PublishedTemplate>& published) {
            if (generation != m_publishedGeneration)
                return;
            if (!published) {
                if (!published.error().is(errors::cancelled))
                    Q_EMIT publishedMissing(published.error());
                return;
            }
            PreviewWish wish = m_live.wish();
            wish.published = published->content;
            m_live.setWish(wish);
        });
}

} // namespace nc
