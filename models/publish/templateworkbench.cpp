#include "publish/templateworkbench.h"

#include "core/deliver.h"
#include "core/errors.h"
#include "publish/errors.h"
#include "publish/published.h"
#include "templates/errors.h"
#include "templates/preparedcache.h"
#include "templates/problemshift.h"
#include "templates/templatelibrary.h"
#include "templates/textfile.h"
#include "templates/variables.h"

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
    m_tree.setTemplates({});
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

void TemplateWorkbench::setSample(const QByteArray& json)
{
    m_sample = json;
    m_sampleWanted = false;
    m_sampleTimer.start();
    m_live.setData(json);
    compare();
}

void TemplateWorkbench::replaceSample(const QByteArray& json)
{
    m_sampleWanted = false;
    m_sample = json;
    Q_EMIT sampleReplaced(m_sample);
    m_live.setData(m_sample);
    compare();
}

void TemplateWorkbench::generateSample()
{
    if (!m_current)
        return;
    replaceSample(m_current->key().channel == Channel::Diia
            ? sampledata::generateForDiia(m_current->file(m_current->contentName())->text)
            : sampledata::generate(m_variables));
    // One that was made anew over a kept set is kept as well; a first one waits until it is touched.
    if (!m_sets.isEmpty())
        m_sampleTimer.start();
}

void TemplateWorkbench::completeSample()
{
    if (!m_current)
        return;
    const auto variables = m_current->key().channel == Channel::Diia
        ? diiaVariables(m_current->file(m_current->contentName())->text)
        : m_variables;
    if (const auto json = sampledata::completed(m_sample, variables, m_findings.missing)) {
        replaceSample(*json);
        m_sampleTimer.start();
    }
}

void TemplateWorkbench::loadSample(const QString& name)
{
    m_sampleName = name;
    const auto kept =
        m_samples ? m_samples->load(m_current->key(), name) : Result<QByteArray>(fail(errors::noSuchSample, name));
    m_sampleWanted = !kept;
    m_sample = kept ? *kept : QByteArray("{}");
    Q_EMIT samplesChanged(m_sets, m_sampleName);
    Q_EMIT sampleReplaced(m_sample);
    m_live.setData(m_sample);
    compare();
}

void TemplateWorkbench::listSamples()
{
    m_sets = m_samples->list(m_current->key());
    Q_EMIT samplesChanged(m_sets, m_sampleName);
}

Result<void> TemplateWorkbench::chooseSample(const QString& name)
{
    if (!m_current || !m_samples || name == m_sampleName)
        return {};
    keepSample();
    m_samples->setChosen(m_current->key(), name);
    loadSample(name);
    return {};
}

Result<void> TemplateWorkbench::addSample(const QString& base, const std::optional<QByteArray>& json)
{
    if (!m_current || !m_samples)
        return {};
    keepSample();
    const TemplateKey key = m_current->key();
    // The first one, made by itself and never touched, stays a set of its own beside the new one.
    if (m_sets.isEmpty() && !m_sampleWanted) {
        if (auto kept = m_samples->save(key, m_sampleName, m_sample); !kept)
            return kept;
    }
    const QString name = m_samples->freeName(key, base);
    const QByteArray content = json.value_or(key.channel == Channel::Diia
            ? sampledata::generateForDiia(m_current->file(m_current->contentName())->text)
            : sampledata::generate(m_variables));
    if (auto kept = m_samples->save(key, name, content); !kept)
        return kept;
    m_samples->setChosen(key, name);
    m_sets = m_samples->list(key);
    loadSample(name);
    return {};
}

Result<void> TemplateWorkbench::takeSample(const QString& name, const QByteArray& json)
{
    if (!m_current || !m_samples)
        return {};
    const bool known = std::ranges::any_of(m_sets, [&](const SampleSet& set) { return set.name == name; });
    if (!known)
        return addSample(name, json);
    if (auto done = chooseSample(name); !done)
        return done;
    replaceSample(json);
    m_sampleTimer.start();
    return {};
}

Result<void> TemplateWorkbench::renameSample(const QString& name)
{
    if (!m_current || !m_samples)
        return {};
    m_sampleTimer.stop();
    if (auto kept = m_samples->save(m_current->key(), m_sampleName, m_sample); !kept)
        return kept;
    if (auto done = m_samples->rename(m_current->key(), m_sampleName, name); !done)
        return done;
    m_sampleName = name;
    m_samples->setChosen(m_current->key(), name);
    listSamples();
    return {};
}

Result<void> TemplateWorkbench::removeSample()
{
    if (!m_current || !m_samples)
        return {};
    m_sampleTimer.stop();
    if (!m_sets.isEmpty()) {
        if (auto done = m_samples->remove(m_current->key(), m_sampleName); !done)
            return done;
    }
    m_sets = m_samples->list(m_current->key());
    loadSample(m_sets.isEmpty() ? m_defaultSampleName : m_sets.first().name);
    if (m_sampleWanted && (!m_variables.isEmpty() || m_current->key().channel == Channel::Diia))
        generateSample();
    return {};
}

Result<void> TemplateWorkbench::shareSample(bool shared)
{
    if (!m_current || !m_samples)
        return {};
    m_sampleTimer.stop();
    if (auto kept = m_samples->save(m_current->key(), m_sampleName, m_sample); !kept)
        return kept;
    auto done = m_samples->setShared(m_current->key(), m_sampleName, shared);
    listSamples();
    return done;
}

void TemplateWorkbench::keepSample()
{
    if (!m_sampleTimer.isActive() && sender() != &m_sampleTimer)
        return;
    m_sampleTimer.stop();
    if (!m_current || !m_samples)
        return;
    if (auto kept = m_samples->save(m_current->key(), m_sampleName, m_sample); !kept)
        Q_EMIT sampleNotKept(kept.error());
    else if (std::ranges::none_of(m_sets, [this](const SampleSet& set) { return set.name == m_sampleName; }))
        listSamples();
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
