#include "authoring/livecheck.h"

#include "core/deliver.h"

using namespace Qt::StringLiterals;

namespace nc {

LiveCheck::LiveCheck(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent)
    : QObject(parent)
    , m_tasks(tasks)
    , m_engine(std::move(engine))
{
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkDelay);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(previewDelay);
    connect(&m_checkTimer, &QTimer::timeout, this, &LiveCheck::check);
    connect(&m_previewTimer, &QTimer::timeout, this, &LiveCheck::preview);
}

LiveCheck::~LiveCheck()
{
    m_checkCancel.cancel();
    m_previewCancel.cancel();
}

void LiveCheck::setTemplate(const TemplateDirectory& directory)
{
    clear();
    m_directory = directory;
}

void LiveCheck::clear()
{
    m_checkTimer.stop();
    m_previewTimer.stop();
    m_checkCancel.cancel();
    m_previewCancel.cancel();
    ++m_checkGeneration;
    ++m_previewGeneration;
    m_directory.reset();
    m_current = false;
    m_previewPending = false;
}

void LiveCheck::setTexts(const DraftTexts& texts, bool atOnce)
{
    m_texts = texts;
    m_current = false;
    m_checkCancel.cancel();
    ++m_checkGeneration;
    m_checkTimer.start(atOnce ? 0 : checkDelay);
    m_previewTimer.start(atOnce ? 0 : previewDelay);
}

void LiveCheck::setData(const QByteArray& json)
{
    m_data = json;
    m_previewTimer.start(previewDelay);
}

void LiveCheck::setPreviewWanted(bool wanted)
{
    m_previewWanted = wanted;
    if (wanted && m_previewPending)
        m_previewTimer.start(0);
}

void LiveCheck::setWish(const PreviewWish& wish)
{
    if (m_wish == wish)
        return;
    m_wish = wish;
    m_previewTimer.start(0);
}

void LiveCheck::check()
{
    if (!m_directory)
        return;
    m_checkCancel.cancel();
    auto started = m_tasks.start<DraftReport>(
        u"lint"_s, m_directory->key.toString(),
        [engine = m_engine, directory = *m_directory, texts = m_texts](
            TaskContext& context) { return checkDraft(*engine, directory, texts, context); },
        false);
    m_checkCancel = started.cancel;
    deliver(started.future, this, [this, generation = ++m_checkGeneration](const Result<DraftReport>& report) {
        if (generation != m_checkGeneration)
            return;
        m_current = report.has_value();
        if (report)
            Q_EMIT checked(*report);
        else if (!report.error().is(errors::cancelled))
            Q_EMIT checkFailed(report.error());
    });
}

void LiveCheck::preview()
{
    if (!m_directory)
        return;
    m_previewPending = !m_previewWanted;
    if (!m_previewWanted)
        return;
    m_previewCancel.cancel();
    auto started = m_tasks.start<DraftPreview>(
        u"preview"_s, m_directory->key.toString(),
        [engine = m_engine, directory = *m_directory, texts = m_texts, data = m_data, wish = m_wish](
            TaskContext& context) { return previewDraft(*engine, directory, texts, data, wish, context); },
        false);
    m_previewCancel = started.cancel;
    deliver(started.future, this, [this, generation = ++m_previewGeneration](const Result<DraftPreview>& made) {
        if (generation != m_previewGeneration)
            return;
        if (made)
            Q_EMIT previewed(*made);
        else if (!made.error().is(errors::cancelled))
            Q_EMIT previewFailed(made.error());
    });
}

} // namespace nc
