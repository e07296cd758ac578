#pragma once

#include "core/task.h"
#include "failures/facts/verdictresult.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <memory>
#include <mutex>

namespace nc {

class TemplateEngine;

/// What came of filling in a published template with one recipient's parameters.
struct RenderedLetter {
    qint64 size = 0; ///< of the text, as JSON
    std::optional<Error> problem; ///< in the engine's own words
    TemplateTrouble trouble; ///< of a problem

    /// What FreeMarker says against the template or its data, as against trouble with the helper.
    bool blamesTemplate() const;
};

/// Bytes of a text within a JSON document.
qint64 jsonSize(const QString& text);

/// What was rendered once need not be rendered again, by whoever judges: keyed by the content and the data, so that a
/// template published anew is another one. Thread-safe; forgets everything when it grows beyond its bounds.
class RenderMemory {
public:
    std::shared_ptr<const RenderedLetter> find(const QByteArray& key) const;
    void insert(const QByteArray& key, std::shared_ptr<const RenderedLetter> letter);

private:
    mutable std::mutex m_mutex;
    QHash<QByteArray, std::shared_ptr<const RenderedLetter>> m_letters;
};

/// Fills in templates with the helper, which is started when the first one is asked for that is not remembered. Use
/// from one thread at a time; blocks.
class LetterRenderer {
public:
    explicit LetterRenderer(std::shared_ptr<RenderMemory> memory = {});
    ~LetterRenderer();
    LetterRenderer(const LetterRenderer&) = delete;
    LetterRenderer& operator=(const LetterRenderer&) = delete;

    struct Letter {
        QString channel;
        QString templateName;
        QByteArray content; ///< the same for one channel and name as long as the renderer lives
        QByteArray data; ///< the parameters as JSON
    };
    std::shared_ptr<const RenderedLetter> render(const Letter& letter, const TaskContext& task);

private:
    QByteArray keyOf(const Letter& letter);

    std::shared_ptr<RenderMemory> m_memory;
    std::unique_ptr<TemplateEngine> m_engine;
    QHash<QString, QByteArray> m_contents; ///< their hashes: letters with pictures are large
    QSet<QString> m_slow; ///< templates that had their second chance
};

} // namespace nc
