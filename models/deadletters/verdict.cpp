#include "deadletters/verdict.h"

#include "deadletters/errors.h"
#include "deadletters/platformtopics.h"
#include "deadletters/replayrecord.h"
#include "postgres/templatestore.h"
#include "render/errors.h"
#include "render/templateengine.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype largestRecord = 1'048'576;

Error reason(ErrorCode code, const QString& subject = {}, const QString& detail = {})
{
    return {code, subject, detail, Next::Abort};
}

/// As far as the service looks: something before and behind one @, no blanks.
bool looksLikeAddress(const QString& address)
{
    const qsizetype at = address.indexOf(u'@');
    return at > 0 && at == address.lastIndexOf(u'@') && at + 1 < address.size() && !address.contains(u' ');
}

bool isKnownChannel(const QString& channel)
{
    return channel == u"email" || channel == u"inbox" || channel == u"diia";
}

/// What Jackson would refuse in a recipient.
bool isMistyped(const QJsonObject& recipient)
{
    const QJsonValue realm = recipient["realm"_L1];
    const QJsonValue parameters = recipient["parameters"_L1];
    return (realm.isString() && realm.toString() != u"OFFICER" && realm.toString() != u"CITIZEN")
        || (!parameters.isObject() && !parameters.isNull() && !parameters.isUndefined());
}

bool hasType(const Headers& headers)
{
    return std::ranges::any_of(headers,
        [](const Header& header) { return header.name == "__TypeId__" && header.value && !header.value->isEmpty(); });
}

} // namespace

struct VerdictJudge::Findings {
    QList<Error> against;
    QList<Error> unseen;
    bool unknown = false;
    bool judged = false; ///< something could be looked at

    Verdict verdict() const
    {
        Verdict out;
        out.rules = u"1.8.0"_s;
        out.reasons = against + unseen;
        if (!against.isEmpty())
            out.outcome = VerdictOutcome::WouldFail;
        else if (unknown || !judged)
            out.outcome = VerdictOutcome::Unknown;
        else
            out.outcome = VerdictOutcome::WouldSucceed;
        return out;
    }
    void fails(Error error)
    {
        judged = true;
        if (!against.contains(error))
            against.append(std::move(error));
    }
    void cannotSee(Error error, bool decides = false)
    {
        unknown = unknown || decides;
        if (!unseen.contains(error))
            unseen.append(std::move(error));
    }
};

QString verdictName(VerdictOutcome outcome)
{
    static constexpr QLatin1StringView names[] = {"would-succeed"_L1, "would-fail"_L1, "unknown"_L1};
    return names[static_cast<int>(outcome)];
}

QStringList Verdict::sentences(Language language) const
{
    QStringList out;
    for (const Error& error : reasons)
        out.append(sentenceFor(error, language).what);
    return out;
}

Result<PublishedContents> readPublishedContents(const DatabaseTarget& target, const TaskContext& task)
{
    const auto connection = Connection::open(target, task);
    if (!connection)
        return fail(connection.error());
    TemplateStore store(**connection);
    const auto rows = store.rows(task);
    if (!rows)
        return fail(rows.error());
    QStringList ids;
    for (const TemplateRow& row : *rows)
        ids.append(row.id);
    const auto contents = store.contents(ids, task);
    if (!contents)
        return fail(contents.error());
    PublishedContents out;
    for (const TemplateRow& row : *rows)
        out.insert(row.key(), {row.title.has_value(), contents->value(row.id)});
    return out;
}

VerdictJudge::VerdictJudge(std::optional<PublishedContents> published)
    : m_published(std::move(published))
{
}

VerdictJudge::~VerdictJudge() = default;

Verdict VerdictJudge::judge(const DeadLetter& letter, const TaskContext& task)
{
    Findings found;
    const QString target = letter.lastHop.topic;
    if (expectedType(target).isEmpty()) {
        found.cannotSee(reason(errors::verdictNoRules, target), true);
        return found.verdict();
    }
    const Record goes = prepareReplay(letter.record, target).record;
    if (!goes.value) {
        found.fails(reason(errors::causeEmptyRecord, target));
        return found.verdict();
    }
    if (!hasType(goes.headers))
        found.fails(reason(errors::causeNoType, target));
    const QJsonDocument document = QJsonDocument::fromJson(*goes.value);
    if (!document.isObject()) {
        found.fails(reason(errors::causeUndeserializable, target));
        return found.verdict();
    }
    const QString channel = channelOfTopic(target);
    if (channel.isEmpty())
        judgeEvent(document.object(), found, task);
    else
        judgeLetter(channel, document.object(), found);
    if (goes.value->size() > largestRecord)
        found.fails(reason(errors::causeTooLarge, target));
    return found.verdict();
}

Verdict VerdictJudge::judge(const Delivery& delivery, const TaskContext& task)
{
    Findings found;
    const AuditDelivery& audit = delivery.audit;
    if (!delivery.isFailure())
        return found.verdict();
    const QJsonArray recipients = audit.notification["recipients"_L1].toArray();
    if (audit.recipientIndex < 0 || audit.recipientUncertain) {
        found.cannotSee(reason(errors::verdictNoRecipient), true);
        return found.verdict();
    }
    const QJsonObject recipient = recipients[audit.recipientIndex].toObject();
    judgeChannel(audit.notification, recipient, audit.channel, audit.address, found, task);
    return found.verdict();
}

void VerdictJudge::judgeEvent(const QJsonObject& event, Findings& found, const TaskContext& task)
{
    const QJsonValue notification = event["notification"_L1];
    const QJsonValue recipients = event["recipients"_L1];
    if (!notification.isObject() || !notification["ignoreChannelPreferences"_L1].isBool()) {
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
    if (isMistyped(recipient)) {
        found.fails(reason(errors::causeUndeserializable, u"user-notifications"_s));
        return;
    }
    if (!recipient["parameters"_L1].isObject()) {
        found.fails(reason(errors::causeNoParameters));
        return;
    }
    const bool hasId = recipient["id"_L1].isString();
    const bool ignore = event["notification"_L1]["ignoreChannelPreferences"_L1].toBool();
    if ((hasId || !ignore) && !recipient["realm"_L1].isString()) {
        found.fails(reason(errors::causeNoRealm));
        return;
    }
    if (hasId)
        found.cannotSee(reason(errors::verdictIdentity, recipient["id"_L1].toString()));
    const QJsonValue channels = recipient["channels"_L1];
    if (ignore && !channels.isArray()) {
        found.fails(reason(errors::causeNoChannels));
        return;
    }
    // Inbox always, and those that the person activated: the service filled them in when it last tried.
    if (!ignore) {
        judgeChannel(event, recipient, u"inbox"_s, {}, found, task);
        found.cannotSee(reason(errors::verdictPreferences));
    }
    for (const QJsonValue& value : channels.toArray()) {
        const QString channel = value["channel"_L1].toString();
        if (!ignore && channel == u"inbox")
            continue;
        const QString email = value["email"_L1].toString();
        judgeChannel(event, recipient, channel, email.isEmpty() ? value["rnokpp"_L1].toString() : email, found, task);
    }
}

void VerdictJudge::judgeChannel(const QJsonObject& event, const QJsonObject& recipient, const QString& channel,
    const QString& address, Findings& found, const TaskContext& task)
{
    const QJsonObject notification = event["notification"_L1].toObject();
    const QString name = notification["templateName"_L1].toString();
    if (!isKnownChannel(channel)) {
        found.fails(reason(errors::causeUnknownChannel, {}, channel));
        return;
    }
    if (channel == u"diia") {
        found.fails(reason(errors::causeDiiaRoles, channel));
        return;
    }
    if (channel == u"email" && !looksLikeAddress(address))
        found.fails(reason(errors::causeNoAddress));
    if (!m_published) {
        found.cannotSee(reason(errors::verdictNoDatabase), true);
        return;
    }
    const auto content = m_published->constFind(channel + u'/' + name);
    if (content == m_published->constEnd()) {
        found.fails(reason(errors::causeNoTemplate, channel, name));
        return;
    }
    found.judged = true;
    if (!notification["title"_L1].isString() && !content->hasTitle)
        found.fails(reason(errors::causeNoSubject));
    qsizetype size = 0;
    QJsonObject parameters = recipient["parameters"_L1].toObject();
    if (!parameters.contains("recipientRoles"_L1))
        parameters.insert(u"recipientRoles"_s, QJsonArray());
    if (const auto problem = renderProblem(channel, name, parameters, &size, task)) {
        if (problem->code == errors::verdictTemplate)
            found.fails(*problem);
        else
            found.cannotSee(*problem, true);
    } else if (size > largestRecord) {
        found.fails(reason(errors::causeTooLarge, channel));
    }
}

std::optional<Error> VerdictJudge::renderProblem(const QString& channel, const QString& name,
    const QJsonObject& parameters, qsizetype* size, const TaskContext& task)
{
    const QByteArray data = QJsonDocument(parameters).toJson(QJsonDocument::Compact);
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData((channel + u'/' + name + u'\n').toUtf8());
    hash.addData(data);
    const QByteArray key = hash.result();
    if (const auto known = m_rendered.constFind(key); known != m_rendered.constEnd()) {
        *size = known->size;
        return known->problem;
    }
    if (!m_engine)
        m_engine = std::make_unique<TemplateEngine>();
    Rendered rendered;
    RenderRequest request;
    request.name = name;
    request.text = QString::fromUtf8(m_published->value(channel + u'/' + name).content);
    request.data = data;
    const auto text = m_engine->render(request, task);
    if (text) {
        // JSON writes quotes and line ends with a backslash.
        rendered.size = text->toUtf8().size() + text->count(u'"') + text->count(u'\n') + 600;
    } else if (const ErrorCode& code = text.error().error.code; code == errors::templateSyntax
               || code == errors::missingVariable || code == errors::renderFailed || code == errors::templateStopped
               || code == errors::forbiddenConstruct || code == errors::endlessRecursion) {
        // What FreeMarker says names the variable or the line; the service itself never tells.
        rendered.problem =
            reason(errors::verdictTemplate, name, sentenceFor(text.error().error, Language::English).what);
    } else {
        rendered.problem = text.error().error;
    }
    *size = rendered.size;
    m_rendered.insert(key, rendered);
    return rendered.problem;
}

void VerdictJudge::judgeLetter(const QString& channel, const QJsonObject& json, Findings& found) const
{
    found.judged = true;
    const QJsonValue notification = json["notification"_L1];
    if (channel == u"diia") {
        found.cannotSee(reason(errors::verdictServer, u"Diia"_s));
        return;
    }
    if (!json["context"_L1].isObject() && channel == u"email")
        found.fails(reason(errors::causeNoContext));
    if (!notification["subject"_L1].isString())
        found.fails(reason(errors::causeNoSubject));
    if (channel == u"email") {
        if (!looksLikeAddress(json["recipient"_L1]["email"_L1].toString()))
            found.fails(reason(errors::causeNoAddress));
        found.cannotSee(reason(errors::verdictServer, u"SMTP"_s));
    } else {
        found.cannotSee(reason(errors::verdictIdentity, json["recipientName"_L1].toString()));
    }
}

} // namespace nc
