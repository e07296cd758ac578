#include "failures/letters/cause.h"

#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/exceptiontext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// A fixed piece of a message and what it means. Looked through in order.
struct Rule {
    QLatin1StringView piece;
    ErrorCode code;
    /// Detail of the sentence: the first group, if it matches; empty: none.
    const char16_t* detail = nullptr;
};

constexpr Rule rules[] = {
    {"User not found by username"_L1, errors::causeUserNotFound, nullptr},
    {"User not found"_L1, errors::causeUserNotFound, nullptr},
    {"Found 2 users"_L1, errors::causeUserAmbiguous, nullptr},
    {"users found"_L1, errors::causeUserAmbiguous, nullptr},
    {"fullName"_L1, errors::causeNoFullName, nullptr},
    {"IgnoreChannelPreferences flag is not presented"_L1, errors::causeNoNotification, nullptr},
    {"because \"realm\" is null"_L1, errors::causeNoRealm, nullptr},
    {"because \"channels\" is null"_L1, errors::causeNoChannels, nullptr},
    {"because \"notificationContext\" is null"_L1, errors::causeNoContext, nullptr},
    {"because \"recipients\" is null"_L1, errors::causeNoRecipients, nullptr},
    {"getRecipients()\" is null"_L1, errors::causeNoRecipients, nullptr},
    {"getParameters()\" is null"_L1, errors::causeNoParameters, nullptr},
    {"because \"parameters\" is null"_L1, errors::causeNoParameters, nullptr},
    {"Payload value must not be empty"_L1, errors::causeEmptyRecord, nullptr},
    {"No type information in headers"_L1, errors::causeNoType, nullptr},
    {"The class '[B' is not in the trusted packages"_L1, errors::causeWrappedAgain, nullptr},
    {"is not in the trusted packages"_L1, errors::causeUntrustedType, u"The class '([^']*)'"},
    {"failed to resolve class name"_L1, errors::causeUnknownType, u"Class not found \\[([^\\]]*)\\]"},
    {"Can't deserialize data"_L1, errors::causeUndeserializable, nullptr},
    {"failed to deserialize"_L1, errors::causeUndeserializable, nullptr},
    {"Notification template "_L1, errors::causeNoTemplate, u"Notification template (.*) not found"},
    {"template processing"_L1, errors::causeTemplateFailed, u"Error during (.*) template processing"},
    {" channel not found"_L1, errors::causeUnknownChannel, u"(\\S+) channel not found"},
    {"No enum constant"_L1, errors::causeUnknownChannel, u"\\.([^.\\s]+)$"},
    {"Subject must not be null"_L1, errors::causeNoSubject, nullptr},
    {"constraint [subject"_L1, errors::causeNoSubject, nullptr},
    {"To address must not be null"_L1, errors::causeNoAddress, nullptr},
    {"AddressException"_L1, errors::causeNoAddress, nullptr},
    {"Illegal address"_L1, errors::causeNoAddress, nullptr},
    {"AuthenticationFailedException"_L1, errors::causeSmtpAuthentication, nullptr},
    {"Authentication failed"_L1, errors::causeSmtpAuthentication, nullptr},
    {"SMTPAddressFailedException"_L1, errors::causeSmtpRefused, u"SMTPAddressFailedException: ([^\\n;]*)"},
    {"SMTPSendFailedException"_L1, errors::causeSmtpRefused, u"SMTPSendFailedException: ([^\\n;]*)"},
    {"SMTPSenderFailedException"_L1, errors::causeSmtpRefused, u"SMTPSenderFailedException: ([^\\n;]*)"},
    {"Mail server connection failed"_L1, errors::causeSmtpDown,
        u"(?:connect to host, port: |UnknownHostException: )([^;\\n]*)"},
    {"MailConnectException"_L1, errors::causeSmtpDown, u"connect to host, port: ([^;\\n]*)"},
    {"Failed messages:"_L1, errors::causeSmtpFailed, u"Failed messages: ([^;\\n]*)"},
    {"DiiaRestClient"_L1, errors::causeDiiaFailed, nullptr},
    {"cannot be cast to class java.lang.String"_L1, errors::causeDiiaRoles, nullptr},
    {"RecordTooLargeException"_L1, errors::causeTooLarge, nullptr},
    {"is larger than 1048576"_L1, errors::causeTooLarge, nullptr},
    {"serialized which is larger than"_L1, errors::causeTooLarge, nullptr},
    {"Read timed out"_L1, errors::causeTimeout, nullptr},
    {"connect timed out"_L1, errors::causeTimeout, nullptr},
    {"could not execute statement"_L1, errors::causeDatabase,
        u"(could not execute statement[^;]*(?:; SQL[^;]*; constraint[^;]*)?)"},
    {"JDBC"_L1, errors::causeDatabase, u"^(.{0,200})"},
};

/// Only where the message says that the record's own code is at fault, not somebody's JSON.
QString firstLine(const QString& text)
{
    return text.section(u'\n', 0, 0).left(300).trimmed();
}

QString subjectFor(const ErrorCode& code, const QString& channel, const QString& topic, const QString& className)
{
    if (code == errors::causeNoTemplate)
        return channel.isEmpty() ? channelOfTopic(topic) : channel;
    if (code == errors::causeOther)
        return simpleClassName(className);
    return topic;
}

/// `500 Internal Server Error: boom` of what the service's HTTP client says: the status, and the answer's own words.
QString diiaAnswer(const QString& text)
{
    static const QRegularExpression shape(
        u"\\[(\\d{3}[^\\]]*)\\] during \\[[^\\]]*\\] to \\[[^\\]]*\\] \\[[^\\]]*\\]: \\[(.*?)\\](?:; nested|$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return firstLine(innermostMessage(text));
    const QString body = match.captured(2).trimmed();
    const QJsonObject json = QJsonDocument::fromJson(body.toUtf8()).object();
    const QString said = json["message"_L1].toString();
    const QString words = said.isEmpty() ? body.left(200) : said;
    return words.isEmpty() ? match.captured(1) : match.captured(1) + u": "_s + words;
}

QString detailFor(const Rule& rule, const QString& text)
{
    if (rule.code == errors::causeDiiaFailed)
        return diiaAnswer(text);
    if (!rule.detail)
        return {};
    // Made ready once: that takes longer than looking.
    static const QList<QRegularExpression> expressions = [] {
        QList<QRegularExpression> all;
        for (const Rule& one : rules)
            all.append(QRegularExpression(one.detail ? QStringView(one.detail).toString() : QString()));
        return all;
    }();
    QString detail = expressions[&rule - rules].match(text).captured(1).trimmed();
    if (rule.code == errors::causeSmtpDown)
        detail.replace(u", "_s, u":"_s); // host and port
    return detail;
}

/// -1: none
int ruleFor(const QString& text)
{
    for (const Rule& rule : rules) {
        if (text.contains(rule.piece))
            return static_cast<int>(&rule - rules);
    }
    return -1;
}

Error reasonBy(int rule, const QString& text, const QString& causeClass, const QString& channel, const QString& topic)
{
    if (rule >= 0)
        return {
            rules[rule].code, subjectFor(rules[rule].code, channel, topic, causeClass), detailFor(rules[rule], text)};
    const QString said = firstLine(text);
    if (said.isEmpty() && (causeClass.isEmpty() || causeClass.endsWith("NotificationException"_L1)))
        return {errors::causeIdentityFailed, topic, {}};
    return {errors::causeOther, causeClass.isEmpty() ? channel : simpleClassName(causeClass), said};
}

/// What the rules and the normalized message tell apart in digits: status codes, and the numbers in pieces of rules.
bool isTold(QStringView number)
{
    return (number.size() == 3 && (number[0] == u'4' || number[0] == u'5')) || number == u"2" || number == u"1048576";
}

/// The message with each other number's digits made equal: messages that agree in it have the same rule and normalized
/// message, because those look at where digits stand, not at which.
QString digitSkeleton(QString text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    QChar* data = text.data();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isDigit(data[i]))
            continue;
        qsizetype end = i + 1;
        while (end < text.size() && isDigit(data[end]))
            ++end;
        if (!isTold(QStringView(data + i, end - i)))
            std::fill(data + i, data + end, u'0');
        i = end;
    }
    return text;
}

/// `kinds` may be null.
Cause makeCause(const FailureHeaders& headers, const QString& topic, MessageKinds* kinds)
{
    Cause cause;
    cause.exception = headers.exception;
    cause.causedBy = headers.causeException;
    const QString once = foldDoubled(headers.message);
    cause.message = foldPayload(once);
    if (headers.exception.isEmpty() && headers.message.isEmpty()) {
        cause.reason = {errors::causeUnknown, topic, {}};
        cause.groupKey = u"?"_s;
        return cause;
    }
    const QString thrower = headers.causeException.isEmpty() ? headers.exception : headers.causeException;
    // A message that ends in its class and nothing more said nothing.
    QString said = innermostMessage(cause.message);
    if (said == thrower || thrower.endsWith(u'.' + said))
        said.clear();
    const auto look = [&] { return MessageKind{ruleFor(cause.message), normalizedMessage(headers.message)}; };
    const MessageKind kind = kinds ? kinds->of(once, look) : look();
    const QString text = said.isEmpty() ? said : cause.message;
    cause.reason = reasonBy(said.isEmpty() ? -1 : kind.rule, text, thrower, channelOfTopic(topic), topic);
    if (cause.reason.code == errors::causeOther) {
        cause.reason.subject = simpleClassName(thrower);
        cause.reason.detail = said.isEmpty() ? firstLine(cause.message) : said.section(u'\n', 0, 0).left(300);
    }
    cause.groupKey = QString::fromLatin1(cause.reason.code.name) + u'\n' + headers.exception + u'\n'
        + headers.causeException + u'\n' + kind.normalized;
    return cause;
}

} // namespace

MessageKind MessageKinds::of(const QString& message, const std::function<MessageKind()>& look)
{
    constexpr qsizetype most = 2'000;
    constexpr qsizetype longest = 20'000; // those hold payloads, and hardly repeat
    if (message.size() > longest)
        return look();
    const QString skeleton = digitSkeleton(message);
    if (const auto known = m_known.constFind(skeleton); known != m_known.constEnd())
        return *known;
    if (m_known.size() >= most)
        m_known.clear();
    return *m_known.insert(skeleton, look());
}

QString Cause::summary(Language language) const
{
    return sentenceFor(reason, language).what;
}

Error reasonOfText(const QString& text, const QString& causeClass, const QString& channel, const QString& topic)
{
    return reasonBy(ruleFor(text), text, causeClass, channel, topic);
}

Cause causeOf(const FailureHeaders& headers, const QString& topic)
{
    return makeCause(headers, topic, nullptr);
}

const Cause& CauseCache::of(const FailureHeaders& headers, const QString& topic)
{
    constexpr qsizetype most = 2'000;
    constexpr qsizetype longest = 20'000;
    const Key key{topic, headers.exception, headers.causeException, headers.message};
    if (const auto known = m_known.constFind(key); known != m_known.constEnd())
        return *known;
    if (m_known.size() >= most)
        m_known.clear();
    return *m_known.insert(key.message.size() > longest ? Key() : key, makeCause(headers, topic, &m_kinds));
}

} // namespace nc
