#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>

namespace nc {

/// What the helper says of itself.
struct EngineVersion {
    QString freemarker;
    QString jsoup;
    QString java;
};

/// A place in a template's text, one-based.
struct TemplatePlace {
    int line = 0;
    int column = 0;
    QString text;
};

/// Something the template reads of its data. `name`: dotted path, `items[].title` inside a list.
struct TemplateVariable {
    enum class Kind { Scalar, List, Object };
    QString name;
    Kind kind = Kind::Scalar;
    bool optional = false;
    QList<TemplatePlace> places; ///< where it is read, in the text that was inspected; without text
    QList<int> lines; ///< their lines, each once
    bool whole = false; ///< any part of it may be read: its keys are asked for, or it is printed as it is
};

/// Why a template cannot be parsed or rendered, and where. `error.code` is one of render's errors; `error.subject` the
/// variable or construct to blame, when there is one; `error.detail` FreeMarker's words.
struct TemplateFault {
    Error error;
    int line = 0; ///< 0: unknown
    int column = 0;
};

/// What FreeMarker's own parser says of a text.
struct Inspection {
    std::optional<TemplateFault> syntaxError; ///< then the rest is empty
    QList<TemplateVariable> variables;
    QList<TemplatePlace> forbidden; ///< `new`, `api`
    QList<TemplatePlace> unescaped; ///< `${…}` that prints markup of the data as it is
};

/// A file that went into a prepared letter.
struct PreparedInput {
    QString path; ///< inside the template's directory
    QByteArray sha256; ///< lower-case hex
    qint64 size = 0;
    bool isImage = false;
    bool isJpeg = false;
};

/// Something preparation found. `code`: missing-image, missing-style, path-escape, or style-path (accepted, to be
/// told).
struct PreparedProblem {
    QString code;
    QString element; ///< img or link
    QString reference; ///< src or href, as written
    QString detail;
};

struct Prepared {
    /// False: problems name what is missing, and content is good for checks only.
    bool complete = false;
    QString content;
    QList<PreparedInput> inputs;
    QList<PreparedProblem> problems;
};

struct PrepareRequest {
    QString directory;
    QString text;
};

struct InspectRequest {
    QString name;
    QString text;
};

struct RenderRequest {
    QString name; ///< the template's name: decides about escaping
    QString text; ///< as published (prepared, for email)
    QByteArray data; ///< JSON object: the recipient's parameters
    std::chrono::milliseconds timeLimit{2000};
    qint64 outputLimit = 16 * 1024 * 1024; ///< bytes of UTF-8
};

/// Two letters with what differs between them marked in both.
struct LetterComparison {
    QString left; ///< HTML
    QString right;
    QString leftText; ///< as plainText() gives it
    QString rightText;
    int changes = 0; ///< runs of words or pictures that are marked, on both sides together
};

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

    /// Letters as they are published, in the order of the requests (docs/contracts.md, "What is published").
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
