#pragma once

#include "core/sentences.h"
#include "core/task.h"
#include "deadletters/deadletter.h"
#include "deadletters/delivery.h"
#include "postgres/connection.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace nc {

class TemplateEngine;

enum class VerdictOutcome { WouldSucceed, WouldFail, Unknown };
/// `would-succeed`, `would-fail`, `unknown`.
QString verdictName(VerdictOutcome outcome);

/// Would it succeed if it went again now? With the reasons: those that decide first, then what could not be seen.
struct Verdict {
    VerdictOutcome outcome = VerdictOutcome::Unknown;
    QList<Error> reasons;
    QString rules; ///< version of the service whose rules were applied

    QStringList sentences(Language language) const;
};

struct PublishedContent {
    bool hasTitle = false;
    QByteArray content;
};

/// The published templates by `channel/name`, read once.
using PublishedContents = QHash<QString, PublishedContent>;
Result<PublishedContents> readPublishedContents(const DatabaseTarget& target, const TaskContext& task);

/// Goes the service's own way (docs/contracts.md, section 11, version 1.8.0): parse → recipients → channels → template
/// → render with the event's own parameters → title → address → size. Use from one thread at a time.
class VerdictJudge {
public:
    /// Without `published` what needs a template cannot be told. The engine is started when the first template is
    /// rendered.
    explicit VerdictJudge(std::optional<PublishedContents> published);
    ~VerdictJudge();
    VerdictJudge(const VerdictJudge&) = delete;
    VerdictJudge& operator=(const VerdictJudge&) = delete;

    /// A dead letter that goes back to where it came from.
    Verdict judge(const DeadLetter& letter, const TaskContext& task);
    /// A silent failure that is sent again to its one recipient and channel.
    Verdict judge(const Delivery& delivery, const TaskContext& task);

private:
    struct Findings;
    void judgeEvent(const QJsonObject& event, Findings& found, const TaskContext& task);
    void judgeRecipient(
        const QJsonObject& event, const QJsonObject& recipient, Findings& found, const TaskContext& task);
    void judgeChannel(const QJsonObject& event, const QJsonObject& recipient, const QString& channel,
        const QString& address, Findings& found, const TaskContext& task);
    void judgeLetter(const QString& channel, const QJsonObject& json, Findings& found) const;
    std::optional<Error> renderProblem(const QString& channel, const QString& name, const QJsonObject& parameters,
        qsizetype* size, const TaskContext& task);

    std::optional<PublishedContents> m_published;
    std::unique_ptr<TemplateEngine> m_engine;
    struct Rendered {
        std::optional<Error> problem;
        qsizetype size = 0;
    };
    QHash<QByteArray, Rendered> m_rendered;
};

} // namespace nc
