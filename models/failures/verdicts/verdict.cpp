#include "failures/verdicts/verdict.h"

#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/valueshape.h"
#include "failures/letters/replayrecord.h"
#include "failures/verdicts/verdictfindings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Headers and what the client itself adds to a record.
constexpr qint64 recordOverhead = 300;

Error reason(ErrorCode code, const QString& subject = {}, const QString& detail = {})
{
    return {code, subject, detail, Next::Abort};
}

/// As far as the service looks: something before and behind one @, no blanks, no dots side by side.
bool looksLikeAddress(const QString& address)
{
    const qsizetype at = address.indexOf(u'@');
    return at > 0 && at == address.lastIndexOf(u'@') && at + 1 < address.size() && !address.contains(u".."_s)
        && address[at + 1] != u'.'
        && std::ranges::none_of(address, [](QChar c) { return c.isSpace() || c.unicode() < 32 || c == u','; });
}

/// The service sends to the first address of a channel, however often the channel is named.
QString addressOn(const QJsonObject& recipient, const QString& channel)
{
    for (const QJsonValue& value : recipient["channels"_L1].toArray()) {
        if (value["channel"_L1].toString() != channel)
            continue;
        const QString email = value["email"_L1].toString();
        return email.isEmpty() ? value["rnokpp"_L1].toString() : email;
    }
    return {};
}

std::optional<QByteArray> typeOf(const Headers& headers)
{
    for (auto header = headers.crbegin(); header != headers.crend(); ++header) {
        if (header->name == "__TypeId__")
            return header->value;
    }
    return {};
}

} // namespace

VerdictJudge::VerdictJudge(
    std::optional<PublishedContents> published, VerdictBasis basis, std::shared_ptr<RenderMemory> memory)
    : m_published(std::move(published))
    , m_basis(std::move(basis))
    , m_rules(ServiceRules::forVersion(m_basis.serviceVersion))
    , m_renderer(std::move(memory))
{
}

VerdictJudge::~VerdictJudge() = default;

Verdict VerdictJudge::judge(const DeadLetter& letter, const TaskContext& task)
{
    Findings found;
    const QString target = letter.lastHop.topic;
    if (!m_rules) {
        found.cannotSee(reason(errors::verdictUnknownVersion, m_basis.serviceVersion), true);
        return found.verdict({});
    }
    const QByteArray type = expectedType(target);
    if (type.isEmpty()) {
        found.cannotSee(
            target.isEmpty() ? reason(errors::verdictNoOrigin) : reason(errors::verdictNoRules, target), true);
        return found.verdict(m_rules->version);
    }
    const Record goes = prepareReplay(letter.record, target).record;
    if (!goes.value || goes.value->trimmed() == "null") {
        found.fails(reason(errors::causeEmptyRecord, target));
        return found.verdict(m_rules->version);
    }
    const auto has = typeOf(goes.headers);
    if (!has || has->isEmpty())
        found.fails(reason(errors::causeNoType, target));
    else if (*has != type)
        found.fails(reason(errors::causeUnknownType, target, QString::fromUtf8(*has)));
    judgeTopic(target, goes.value->size(), found);
    judgeValue(*goes.value, target, found, task);
    return found.verdict(m_rules->version);
}

Verdict VerdictJudge::judge(const Delivery& delivery, const TaskContext& task)
{
    Findings found;
    const AuditDelivery& audit = delivery.audit;
    if (!delivery.isFailure())
        return {};
    if (!m_rules) {
        found.cannotSee(reason(errors::verdictUnknownVersion, m_basis.serviceVersion), true);
        return found.verdict({});
    }
    if (audit.recipientIndex < 0 || audit.recipientUncertain) {
        found.cannotSee(reason(errors::verdictNoRecipient), true);
        return found.verdict(m_rules->version);
    }
    const QJsonObject recipient = audit.notification["recipients"_L1].toArray()[audit.recipientIndex].toObject();
    // It goes with explicit channels, so that a realm is needed only to look somebody up.
    if (recipient["id"_L1].isString()) {
        if (!recipient["realm"_L1].isString())
            found.fails(reason(errors::causeNoRealm));
        found.cannotSee(reason(errors::verdictIdentity, recipient["id"_L1].toString()));
    }
    if (!recipient["parameters"_L1].isObject())
        found.fails(reason(errors::causeNoParameters));
    // The audit names the channel in lower case whatever the event said, and the new event does too.
    judgeChannel({audit.notification, recipient, audit.channel, audit.address}, found, task);
    return found.verdict(m_rules->version);
}

void VerdictJudge::judgeTopic(const QString& topic, qint64 size, Findings& found) const
{
    qint64 limit = m_rules->largestRecord;
    if (m_basis.topicLimits) {
        const auto known = m_basis.topicLimits->constFind(topic);
        if (known == m_basis.topicLimits->constEnd()) {
            found.fails(reason(errors::verdictNoTarget, topic));
            return;
        }
        limit = std::min(limit, *known);
    }
    if (size + recordOverhead > limit)
        found.fails(reason(errors::causeTooLarge, topic));
}

void VerdictJudge::judgeValue(const QByteArray& value, const QString& topic, Findings& found, const TaskContext& task)
{
    std::optional<ShapeProblem> problem;
    const auto json = parseLikeService(value, &problem);
    if (json)
        problem = shapeProblem(*json, topic);
    if (problem) {
        found.fails(reason(errors::causeUndeserializable, topic));
        found.fails(problem->error);
        return;
    }
    const QString channel = channelOfTopic(topic);
    if (channel.isEmpty())
        judgeEvent(*json, found, task);
    else
        judgeChannelRecord(channel, *json, found);
}

void VerdictJudge::judgeEvent(const QJsonObject& event, Findings& found, const TaskContext& task)
{
    const QJsonValue notification = event["notification"_L1];
    const QJsonValue recipients = event["recipients"_L1];
    const QJsonValue ignores = notification["ignoreChannelPreferences"_L1];
    if (!notification.isObject() || ignores.isNull() || ignores.isUndefined()) {
        found.fails(reason(errors::causeNoNotification));
        return;
    }
    if (!recipients.isArray()) {
        found.fails(reason(errors::causeNoRecipients));
        return;
    }
    if (recipients.toArray().isEmpty())
        found.fails(reason(errors::verdictNobody));
    for (const QJsonValue& recipient : recipients.toArray())
        judgeRecipient(event, recipient.toObject(), found, task);
}

void VerdictJudge::judgeRecipient(
    const QJsonObject& event, const QJsonObject& recipient, Findings& found, const TaskContext& task)
{
    if (!recipient["parameters"_L1].isObject()) {
        found.fails(reason(errors::causeNoParameters));
        return;
    }
    const QJsonValue id = recipient["id"_L1];
    const bool hasId = !id.isNull() && !id.isUndefined();
    const QJsonValue ignores = event["notification"_L1]["ignoreChannelPreferences"_L1];
    const bool ignore = ignores.isBool() ? ignores.toBool()
                                         : ignores.toVariant().toString().toLower() == u"true" || ignores.toInt() != 0;
    if ((hasId || !ignore) && recipient["realm"_L1].toVariant().toString().isEmpty()) {
        found.fails(reason(errors::causeNoRealm));
        return;
    }
    if (hasId)
        found.cannotSee(reason(errors::verdictIdentity, id.toVariant().toString()));
    const QJsonValue channels = recipient["channels"_L1];
    // Without a list the service fails; with an empty one it does nothing, and tells nobody.
    if (ignore && channels.toArray().isEmpty()) {
        found.fails(reason(errors::causeNoChannels));
        return;
    }
    if (!ignore) {
        for (const QString& channel : m_rules->always)
            judgeChannel({event, recipient, channel, {}}, found, task);
        found.cannotSee(reason(errors::verdictPreferences));
    }
    QSet<QString> done;
    for (const QJsonValue& value : channels.toArray()) {
        const QString channel = value["channel"_L1].toString();
        // With preferences these are what the person had activated when it was last tried; the service asks anew.
        if (!ignore && (m_rules->always.contains(channel) || !m_rules->channels.contains(channel)))
            continue;
        if (!done.contains(channel))
            judgeChannel({event, recipient, channel, addressOn(recipient, channel)}, found, task);
        done.insert(channel);
    }
}

void VerdictJudge::judgeChannel(const Letter& letter, Findings& found, const TaskContext& task)
{
    if (!m_rules->channels.contains(letter.channel)) {
        found.fails(reason(errors::causeUnknownChannel, {}, letter.channel));
        return;
    }
    if (const auto never = m_rules->neverFromEvents.constFind(letter.channel);
        never != m_rules->neverFromEvents.constEnd()) {
        found.fails(
            reason(*never == u"cause-diia-roles" ? errors::causeDiiaRoles : errors::causeOther, letter.channel));
        return;
    }
    if (m_rules->needAddress.contains(letter.channel) && !looksLikeAddress(letter.address))
        found.fails(reason(errors::causeNoAddress));
    // The channel's record takes it over: the letter goes out four times, and the record is a dead letter.
    if (m_rules->needContext.contains(letter.channel) && !letter.event["context"_L1].isObject())
        found.fails(reason(errors::causeNoContext));
    if (const auto problem = m_basis.channelProblems.constFind(letter.channel);
        problem != m_basis.channelProblems.constEnd())
        found.cannotSee(*problem);
    if (m_published)
        judgeTemplate(letter, found, task);
    else
        found.cannotSee(m_basis.templatesUnseen.value_or(reason(errors::verdictNoDatabase)), true);
}

void VerdictJudge::judgeTemplate(const Letter& letter, Findings& found, const TaskContext& task)
{
    const QJsonObject notification = letter.event["notification"_L1].toObject();
    const QString name = notification["templateName"_L1].toVariant().toString();
    const auto content = m_published->constFind(letter.channel + u'/' + name);
    if (content == m_published->constEnd()) {
        found.fails(name.isEmpty() ? reason(errors::verdictUnnamedTemplate)
                                   : reason(errors::verdictNoTemplate, letter.channel, name));
        return;
    }
    found.looked();
    const QJsonValue title = notification["title"_L1];
    if ((title.isNull() || title.isUndefined()) && !content->hasTitle && m_rules->needTitle.contains(letter.channel))
        found.fails(reason(errors::causeNoSubject));
    QJsonObject parameters = letter.recipient["parameters"_L1].toObject();
    const bool rolesKnown = parameters.contains("recipientRoles"_L1);
    if (!rolesKnown)
        parameters.insert(u"recipientRoles"_s, QJsonArray());
    const QByteArray data = QJsonDocument(parameters).toJson(QJsonDocument::Compact);
    const auto rendered = m_renderer.render({letter.channel, name, content->content, data}, task);
    const TemplateTrouble& trouble = rendered->trouble;
    if (!rendered->problem) {
        const QByteArray context = QJsonDocument(letter.event["context"_L1].toObject()).toJson(QJsonDocument::Compact);
        judgeTopic(
            letter.channel + u"-notifications"_s, rendered->size + context.size() + jsonSize(title.toString()), found);
    } else if (!rendered->blamesTemplate()) {
        found.cannotSee(*rendered->problem, true);
    } else if (!rolesKnown && (trouble.variable + trouble.message).contains(u"recipientRoles"_s)) {
        found.cannotSee(reason(errors::verdictRoles, name), true);
    } else {
        // The service itself never tells.
        found.fails(trouble);
    }
}

void VerdictJudge::judgeChannelRecord(const QString& channel, const QJsonObject& json, Findings& found) const
{
    found.looked();
    if (m_rules->needContext.contains(channel) && !json["context"_L1].isObject())
        found.fails(reason(errors::causeNoContext));
    const QJsonValue subject = json["notification"_L1]["subject"_L1];
    if (m_rules->needTitle.contains(channel) && (subject.isNull() || subject.isUndefined()))
        found.fails(reason(errors::causeNoSubject));
    const QJsonObject recipient = json["recipient"_L1].toObject();
    if (m_rules->needAddress.contains(channel) && !looksLikeAddress(recipient["email"_L1].toString()))
        found.fails(reason(errors::causeNoAddress));
    if (channel == u"diia")
        judgeDiia(json, found);
    if (const auto problem = m_basis.channelProblems.constFind(channel); problem != m_basis.channelProblems.constEnd())
        found.cannotSee(*problem);
    if (m_rules->identityChecked.contains(channel))
        found.cannotSee(
            reason(errors::verdictIdentity, json["recipientName"_L1].toString(recipient["id"_L1].toString())));
    else
        found.cannotSee(reason(errors::verdictServer, channel == u"diia" ? u"Diia"_s : u"SMTP"_s));
}

/// Diia fills `{key}` by the parameter of that key and fails where there is none.
void VerdictJudge::judgeDiia(const QJsonObject& json, Findings& found) const
{
    const QString name = json["diiaNotificationDto"_L1]["templateName"_L1].toString();
    const auto content = m_published ? m_published->constFind(u"diia/"_s + name) : PublishedContents::const_iterator();
    if (!m_published || content == m_published->constEnd())
        return;
    QSet<QString> keys;
    for (const QJsonValue& parameter : json["recipient"_L1]["parameters"_L1].toArray())
        keys.insert(parameter["key"_L1].toString());
    static const QRegularExpression placeholder(u"\\{([^{}\\s]+)\\}"_s);
    auto match = placeholder.globalMatch(QString::fromUtf8(content->content));
    while (match.hasNext()) {
        const QString key = match.next().captured(1);
        if (!keys.contains(key))
            found.fails(reason(errors::verdictDiiaParameter, name, key));
    }
}

} // namespace nc
