#include "publish/templateworkbench.h"

#include "core/deliver.h"
#include "templates/errors.h"
#include "templates/preparedcache.h"
#include "templates/templatelibrary.h"
#include "templates/textfile.h"

#include <QJsonDocument>
#include <QJsonObject>

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
    const auto kept = m_samples ? m_samples->load(m_current->key()) : std::nullopt;
    m_sampleWanted = !kept;
    m_sample = kept.value_or("{}");
    Q_EMIT sampleReplaced(m_sample);
    m_live.setTemplate(*directory);
    m_live.setData(m_sample);
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
    if (m_current)
        m_live.setTexts(texts(), atOnce);
}

void TemplateWorkbench::takeReport(const DraftReport& report)
{
    if (!m_current)
        return;
    m_problems = report.problems;
    m_variables = report.variables;
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
        SampleFindings findings;
        const QJsonDocument data = QJsonDocument::fromJson(m_sample);
        fillDiia(m_current->file(m_current->contentName())->text, data.object(), &findings.missing);
        findings.badAt = data.isObject() ? -1 : 0;
        Q_EMIT findingsChanged(findings);
        return;
    }
    Q_EMIT findingsChanged(compareSample(m_variables, m_sample));
}

void TemplateWorkbench::setSample(const QByteArray& json)
{
    m_sample = json;
    m_sampleWanted = false;
    m_sampleTimer.start();
    m_live.setData(json);
    compare();
}

void TemplateWorkbench::generateSample()
{
    if (!m_current)
        return;
    m_sampleWanted = false;
    m_sample = m_current->key().channel == Channel::Diia
        ? SampleData::generateForDiia(m_current->file(m_current->contentName())->text)
        : SampleData::generate(m_variables);
    Q_EMIT sampleReplaced(m_sample);
    m_live.setData(m_sample);
    compare();
}

void TemplateWorkbench::keepSample()
{
    if (!m_sampleTimer.isActive() && sender() != &m_sampleTimer)
        return;
    m_sampleTimer.stop();
    if (!m_current || !m_samples)
        return;
    if (auto kept = m_samples->save(m_current->key(), m_sample); !kept)
        Q_EMIT sampleNotKept(kept.error());
}

} // namespace nc
