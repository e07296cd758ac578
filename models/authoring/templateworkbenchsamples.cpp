#include "authoring/templateworkbench.h"
#include "publish/plan/errors.h"
#include "templates/lint/variables.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

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
    const auto save = [&](const Pass&) { return m_samples->save(key, name, content); };
    if (auto kept = gate().through(Operation::SaveSample, {key.toString(), name}, save); !kept)
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
    const TemplateKey key = m_current->key();
    const auto rename = [&](const Pass&) { return m_samples->rename(key, m_sampleName, name); };
    const Undertaking what{key.toString(), m_sampleName + u" → "_s + name};
    if (auto done = gate().through(Operation::RenameSample, what, rename); !done)
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
        const auto remove = [&](const Pass&) { return m_samples->remove(m_current->key(), m_sampleName); };
        const Undertaking what{m_current->key().toString(), m_sampleName};
        if (auto done = gate().through(Operation::DeleteSample, what, remove); !done)
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
    const auto share = [&](const Pass&) { return m_samples->setShared(m_current->key(), m_sampleName, shared); };
    auto done = gate().through(Operation::SaveSample, {m_current->key().toString(), m_sampleName}, share);
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

} // namespace nc
