#pragma once

#include "core/task.h"
#include "render/engineversion.h"
#include "render/inspection.h"
#include "render/prepared.h"
#include "render/rendering.h"
#include "render/templatefault.h"

#include <QList>
#include <QString>

#include <expected>
#include <memory>

namespace nc {

/// The Java helper: FreeMarker and jsoup in production's versions, in a child process that is started on first use,
/// kept warm, and killed and started anew when a template runs past its time. All functions block, obey cancel within
/// 100 ms, and may be called from several threads at once.
/// errors::javaMissing, engineMissing, engineVersion, engineCrashed, timeLimit, outputLimit, memoryLimit.
class TemplateEngine {
public:
    /// Empty: installpaths::templateEngineJar().
    explicit TemplateEngine(QString jar = {});
    ~TemplateEngine();
    TemplateEngine(const TemplateEngine&) = delete;
    TemplateEngine& operator=(const TemplateEngine&) = delete;

    Result<EngineVersion> version(const TaskContext& task);

    /// Letters as they are published, in the order of the requests (docs/contracts.md, "What gets published").
    Result<QList<Prepared>> prepareMany(const QList<PrepareRequest>& requests, const TaskContext& task);
    Result<Prepared> prepare(const PrepareRequest& request, const TaskContext& task);

    Result<QList<Inspection>> inspectMany(const QList<InspectRequest>& requests, const TaskContext& task);
    Result<Inspection> inspect(const InspectRequest& request, const TaskContext& task);

    /// What a recipient gets. A fault of the template or its data is the unexpected value, with its place.
    std::expected<QString, TemplateFault> render(const RenderRequest& request, const TaskContext& task);

    /// What a mail program without HTML makes of a rendered letter: its text in lines, links with their addresses.
    Result<QString> plainText(const QString& html, const TaskContext& task);
    Result<LetterComparison> compareLetters(const QString& left, const QString& right, const TaskContext& task);

    /// Ends the process; the next call starts it anew. For tests and for a window that closes.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
