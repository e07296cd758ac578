#include "sandbox/demo/storyteller.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

constexpr auto eventType = "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto";
constexpr auto emailType = "com.epam.digital.data.platform.notification.dto.email.EmailNotificationMessageDto";
constexpr auto inboxType = "com.epam.digital.data.platform.notification.dto.inbox.InboxNotificationMessageDto";
constexpr auto diiaType = "com.epam.digital.data.platform.notification.dto.diia.DiiaNotificationMessageDto";

// Four attempts, with pauses of 1.5, 3 and 6 seconds, then the dead letter.
constexpr std::array<qint64, 4> attempts{10, 1525, 4545, 10570};
constexpr qint64 deadAfter = 11'065;

QByteArray emailChannel(const QString& email)
{
    return R"({"channel":"email","email":)" + json(email) + R"(,"rnokpp":null})";
}

QByteArray auditedMessage(
    const char* channel, const RenderedTemplate& text, const QByteArray& id, const QByteArray& email)
{
    return QByteArray(R"({"channel":")") + channel + R"(","subject":)" + json(text.subject) + R"(,"message":)"
        + json(text.message) + R"(,"recipient":{"id":)" + id + R"(,"email":)" + email + "}}";
}

} // namespace

StoryTeller::StoryTeller(const DemoData& data, quint32 seed, int partitions, std::optional<qint32> auditSchema)
    : m_data(data)
    , m_chance(seed)
    , m_partitions(partitions)
    , m_auditSchema(auditSchema)
    , m_people(makePeople(420, m_chance))
{
    for (const Person& person : m_people) {
        if (!person.email.isNull())
            m_readers.append(person);
    }
}

StoryTeller::Event StoryTeller::begin(const TemplateUse& use, qint64 at, const Person& person)
{
    Event event{&use, {}, person, makeValues(person, at, m_chance), {}, m_chance.hex(16), at};
    event.source = {use.process, use.process + u":3:"_s + m_chance.uuid().first(8), m_chance.uuid(), use.activity,
        use.activity + u':' + m_chance.uuid()};
    const QString text = QString::fromUtf8(json(use.parameters));
    event.parameters = QJsonDocument::fromJson(fillIn(text, event.values).toUtf8()).object();
    return event;
}

QByteArray StoryTeller::recipient(const Event& event, const QByteArray& channels, bool withRoles) const
{
    QByteArray parameters = json(event.parameters);
    if (withRoles) {
        parameters.chop(1);
        parameters += R"(,"recipientRoles":["citizen"]})";
    }
    const bool known = !event.person.id.isNull();
    return R"({"id":)" + json(event.person.id) + R"(,"channels":)" + channels + R"(,"parameters":)" + parameters
        + R"(,"realm":)" + (known ? "\"CITIZEN\"}" : "null}");
}

QByteArray StoryTeller::body(const Event& event, const QByteArray& recipient, bool ignorePreferences) const
{
    return R"({"context":)" + event.source.context() + R"(,"notification":{"title":null,"templateName":)"
        + json(event.use->name) + R"(,"ignoreChannelPreferences":)" + (ignorePreferences ? "true" : "false")
        + R"(},"recipients":[)" + recipient + "]}";
}

Script::Id StoryTeller::put(
    const QString& topic, qint64 at, const QByteArray& value, const QByteArray& type, const QString& trace)
{
    Record record;
    record.topic = topic;
    record.partition = anyPartition();
    record.timestamp = at;
    record.value = value;
    if (!trace.isNull())
        record.headers << Header{"b3", (trace + u'-' + span() + u"-1"_s).toUtf8()};
    record.headers << Header{"__TypeId__", type};
    return m_script.add(record);
}

void StoryTeller::audit(const Event& event, const QString& request, qint64 at, const QByteArray& context)
{
    const Audit audit{request, event.source, at - 2, context};
    Record record;
    record.topic = u"audit-events"_s;
    record.partition = anyPartition();
    record.timestamp = at;
    record.value = m_auditSchema ? audit.toAvro(*m_auditSchema) : audit.toJson();
    m_script.add(record);
}

void StoryTeller::inboxMessage(const Event& event)
{
    RenderedTemplate text = m_data.rendered.value(u"inbox/"_s + event.use->name);
    text.message = fillIn(text.message, event.values);
    const qint64 at = event.at + 320 + m_chance.below(400);
    put(u"inbox-notifications"_s, at,
        R"({"context":)" + event.source.context() + R"(,"notification":{"subject":)" + json(text.subject)
            + R"(,"message":)" + json(text.message) + R"(},"recipientName":)" + json(event.person.id)
            + R"(,"recipientRealm":"CITIZEN"})",
        inboxType, event.trace);
    const qint64 done = at + 45 + m_chance.below(60);
    audit(event, event.trace, done,
        auditContext(true, auditedMessage("inbox", text, json(event.person.id), "null"), u"inbox"_s, {}, "AFTER"));
    m_inbox.append({m_chance.uuid(), identityOf(event.person), text.subject, text.message, m_chance.percent(55), done});
}

void StoryTeller::letter(const Event& event, const QString& recipient, bool refused)
{
    RenderedTemplate text = m_data.rendered.value(u"email/"_s + event.use->name);
    text.message = fillIn(text.message, event.values);
    const qint64 at = event.at + 760 + m_chance.below(200);
    const QByteArray value = R"({"context":)" + event.source.context() + R"(,"notification":{"subject":)"
        + json(text.subject) + R"(,"message":)" + json(text.message) + R"(},"recipient":{"id":)" + json(event.person.id)
        + R"(,"email":)" + json(recipient) + "}}";
    const Script::Id record = put(u"email-notifications"_s, at, value, emailType, event.trace);
    const QByteArray audited = auditedMessage("email", text, json(event.person.id), json(recipient));
    if (!refused) {
        audit(event, event.trace, at + 120 + m_chance.below(300), auditContext(true, audited, u"email"_s, {}, "AFTER"));
        return;
    }
    const FailureWords words = m_data.failures.value(u"smtp"_s);
    for (const qint64 later : attempts)
        audit(event, event.trace, at + later, auditContext(false, audited, u"email"_s, words.reason, "AFTER"));
    const QString trace = m_chance.hex(16);
    m_script.addDeadLetter(record, at + deadAfter, value, words, (trace + u'-' + trace + u"-1"_s).toUtf8(), emailType);
}

void StoryTeller::citizen(const TemplateUse& use, qint64 at, Letter outcome, bool withEmail)
{
    Event event = begin(use, at, m_chance.oneOf(withEmail ? m_readers : m_people));
    if (outcome == Letter::NoVariable)
        event.parameters.remove(u"dueDate"_s);
    put(u"user-notifications"_s, at, body(event, recipient(event, "null", false), false), eventType);
    inboxMessage(event);
    const QString email = event.person.email;
    if (email.isNull())
        return;
    if (outcome == Letter::Sent || outcome == Letter::Refused) {
        letter(event, email, outcome == Letter::Refused);
        return;
    }
    const QString reason = outcome == Letter::NoTemplate ? u"Notification template %1 not found"_s.arg(use.name)
                                                         : u"Error during %1 template processing"_s.arg(use.name);
    const QByteArray whole = body(event, recipient(event, '[' + emailChannel(email) + ']', true), false);
    audit(event, event.trace, at + 780 + m_chance.below(60), auditContext(false, whole, u"email"_s, reason, "AFTER"));
}

void StoryTeller::address(const TemplateUse& use, qint64 at)
{
    Person nobody = m_chance.oneOf(m_readers);
    nobody.id = QString();
    const Event event = begin(use, at, nobody);
    put(u"user-notifications"_s, at, body(event, recipient(event, '[' + emailChannel(nobody.email) + ']', false), true),
        eventType);
    letter(event, nobody.email, false);
}

void StoryTeller::diia(const TemplateUse& use, qint64 at)
{
    const Event event = begin(use, at, m_chance.oneOf(m_people));
    QByteArrayList parameters;
    for (const QString& key : {u"fullName"_s, u"certificateNumber"_s, u"validUntil"_s})
        parameters << R"({"key":)" + json(key) + R"(,"value":)" + json(event.parameters.value(key).toString()) + '}';
    const QByteArray recipient = R"({"rnokpp":)" + json(event.person.taxNumber) + R"(,"id":)" + json(event.person.id)
        + R"(,"parameters":[)" + parameters.join(',') + "]}";
    const QByteArray names = R"("templateName":)" + json(use.name);
    const QByteArray external = R"("externalTemplateId":)" + json(externalTemplateId(use.name));
    put(u"diia-notifications"_s, at,
        R"({"context":)" + event.source.context() + R"(,"notification":null,"diiaNotificationDto":{)" + names + ','
            + external + R"(},"recipient":)" + recipient + R"(,"distributionId":null})",
        diiaType);
    const QByteArray audited = R"({"channel":"diia",)" + external + ',' + names + R"(,"distributionId":)"
        + json(m_chance.hex(24)) + R"(,"recipient":)" + recipient + '}';
    audit(event, event.trace, at + 130 + m_chance.below(200), auditContext(true, audited, u"diia"_s, {}, "AFTER"));
}

Script::Id StoryTeller::failedEvent(const Event& event, Script::Id origin, const QByteArray& value, qint64 at)
{
    const FailureWords words = m_data.failures.value(u"user"_s);
    for (const qint64 later : attempts)
        audit(event, m_chance.hex(16), at + later, auditContext(false, value, {}, words.reason, "BEFORE"));
    const QString trace = m_chance.hex(16);
    return m_script.addDeadLetter(
        origin, at + deadAfter, value, words, (trace + u'-' + trace + u"-1"_s).toUtf8(), eventType);
}

void StoryTeller::unknownUser(const TemplateUse& use, qint64 at, bool sentBack, qint64 sentBackAt)
{
    Person stranger = m_chance.oneOf(m_people);
    stranger.id.replace(u'.', u'_'); // written down wrongly
    const Event event = begin(use, at, stranger);
    const QByteArray value = body(event, recipient(event, "null", false), false);
    const Script::Id first = put(u"user-notifications"_s, at, value, eventType);
    const Script::Id dead = failedEvent(event, first, value, at);
    if (sentBack) {
        const Script::Id again = m_script.addCarelessReplay(dead, sentBackAt, anyPartition());
        failedEvent(event, again, value, sentBackAt);
    }
}

void StoryTeller::poison(qint64 at)
{
    const QByteArray cutOff = "{\"context\":";
    const Script::Id record = put(u"email-notifications"_s, at, cutOff, emailType);
    const QByteArray trace = (m_chance.hex(16) + u'-' + span() + u"-1"_s).toUtf8();
    m_script.addDeadLetter(
        record, at + 510, '"' + cutOff.toBase64() + '"', m_data.failures.value(u"poison"_s), trace, "[B");
}

Story StoryTeller::finish()
{
    return {m_script.finish(), m_inbox};
}

} // namespace nc::demo
