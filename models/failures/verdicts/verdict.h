#pragma once

#include "core/task.h"
#include "failures/deliveries/delivery.h"
#include "failures/facts/verdictresult.h"
#include "failures/letters/deadletter.h"
#include "failures/verdicts/letterrenderer.h"
#include "failures/verdicts/servicerules.h"
#include "failures/verdicts/verdictbasis.h"
#include "postgres/databasetarget.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace nc {

class VerdictFindings;

/// Goes the service's own way (docs/contracts.md, section 11, by the rules of one version): parse → recipients →
/// channels → template → render with the event's own parameters → title → address → size → topic. What the service
/// does silently counts as failing. Steps that cannot be seen from here stand among the reasons and do not lower the
/// outcome. Rendered letters are remembered by template and parameters. Use from one thread at a time.
class VerdictJudge {
public:
    /// Without `published` what needs a template cannot be told. The engine is started when the first template is
    /// rendered that `memory` (nothing: one of its own) does not know.
    explicit VerdictJudge(
        std::optional<PublishedContents> published, VerdictBasis basis = {}, std::shared_ptr<RenderMemory> memory = {});
    ~VerdictJudge();
    VerdictJudge(const VerdictJudge&) = delete;
    VerdictJudge& operator=(const VerdictJudge&) = delete;

    /// A dead letter that goes back to where it came from.
    Verdict judge(const DeadLetter& letter, const TaskContext& task);
    /// A silent failure that is sent again to its one recipient and channel.
    Verdict judge(const Delivery& delivery, const TaskContext& task);

private:
    using Findings = VerdictFindings;
    /// One recipient's one channel.
    struct Letter {
        QJsonObject event;
        QJsonObject recipient;
        QString channel;
        QString address;
    };
    void judgeValue(const QByteArray& value, const QString& topic, Findings& found, const TaskContext& task);
    void judgeEvent(const QJsonObject& event, Findings& found, const TaskContext& task);
    void judgeRecipient(
        const QJsonObject& event, const QJsonObject& recipient, Findings& found, const TaskContext& task);
    void judgeChannel(const Letter& letter, Findings& found, const TaskContext& task);
    void judgeTemplate(const Letter& letter, Findings& found, const TaskContext& task);
    void judgeChannelRecord(const QString& channel, const QJsonObject& json, Findings& found) const;
    void judgeDiia(const QJsonObject& json, Findings& found) const;
    void judgeTopic(const QString& topic, qint64 size, Findings& found) const;

    std::optional<PublishedContents> m_published;
    VerdictBasis m_basis;
    std::optional<ServiceRules> m_rules;
    LetterRenderer m_renderer;
};

} // namespace nc
