#include "failures/verdicts/letterrenderer.h"

#include "render/errors.h"
#include "render/templateengine.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// About 30 MB.
constexpr qsizetype mostRemembered = 100'000;

} // namespace

qint64 jsonSize(const QString& text)
{
    // JSON writes quotes, backslashes and line ends with a backslash before them.
    return text.toUtf8().size() + text.count(u'"') + text.count(u'\\') + text.count(u'\n') + text.count(u'\r')
        + text.count(u'\t');
}

bool RenderedLetter::blamesTemplate() const
{
    const ErrorCode codes[] = {errors::templateSyntax, errors::missingVariable, errors::renderFailed,
        errors::templateStopped, errors::forbiddenConstruct, errors::endlessRecursion, errors::timeLimit,
        errors::outputLimit, errors::memoryLimit};
    return problem && std::ranges::find(codes, problem->code) != std::end(codes);
}

std::shared_ptr<const RenderedLetter> RenderMemory::find(const QByteArray& key) const
{
    const std::lock_guard lock(m_mutex);
    return m_letters.value(key);
}

void RenderMemory::insert(const QByteArray& key, std::shared_ptr<const RenderedLetter> letter)
{
    const std::lock_guard lock(m_mutex);
    if (m_letters.size() >= mostRemembered)
        m_letters.clear();
    m_letters.insert(key, std::move(letter));
}

LetterRenderer::LetterRenderer(std::shared_ptr<RenderMemory> memory)
    : m_memory(memory ? std::move(memory) : std::make_shared<RenderMemory>())
{
}

LetterRenderer::~LetterRenderer() = default;

QByteArray LetterRenderer::keyOf(const Letter& letter)
{
    const QString name = letter.channel + u'/' + letter.templateName;
    QByteArray& content = m_contents[name];
    if (content.isEmpty())
        content = QCryptographicHash::hash(letter.content, QCryptographicHash::Sha1);
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(content);
    hash.addData((name + u'\n').toUtf8());
    hash.addData(letter.data);
    return hash.result();
}

std::shared_ptr<const RenderedLetter> LetterRenderer::render(const Letter& letter, const TaskContext& task)
{
    const QByteArray key = keyOf(letter);
    if (auto known = m_memory->find(key))
        return known;
    if (!m_engine)
        m_engine = std::make_unique<TemplateEngine>();
    RenderRequest request;
    request.name = letter.templateName;
    request.text = QString::fromUtf8(letter.content);
    request.data = letter.data;
    auto out = std::make_shared<RenderedLetter>();
    auto text = m_engine->render(request, task);
    // A busy machine is not an endless template: once for each template it gets more time.
    if (!text && text.error().error.is(errors::timeLimit) && !m_slow.contains(letter.templateName)) {
        m_slow.insert(letter.templateName);
        request.timeLimit = std::chrono::seconds(10);
        text = m_engine->render(request, task);
    }
    if (text) {
        out->size = jsonSize(*text);
    } else {
        const TemplateFault& fault = text.error();
        out->problem = fault.error;
        out->trouble = {letter.channel, letter.templateName, fault.error.subject, fault.line, fault.column,
            fault.error.detail, fault.error};
    }
    // Trouble with the helper, or a cancel, says nothing about the next time.
    if (text || out->blamesTemplate())
        m_memory->insert(key, out);
    return out;
}

} // namespace nc
