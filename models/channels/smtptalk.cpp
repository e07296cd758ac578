#include "channels/smtptalk.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype mostReplies = 100;
constexpr qsizetype mostLines = 100;
constexpr qsizetype longestLine = 500;

} // namespace

QString SmtpTalk::Reply::text() const
{
    const QString words = lines.join(u"; "_s).left(1000);
    return code > 0 ? u"%1 %2"_s.arg(code).arg(words).trimmed() : words;
}

void SmtpTalk::hear(bool fromServer, QByteArrayView text)
{
    const QString said = QString::fromUtf8(text);
    if (!fromServer) {
        // What follows "334" is a piece of the password, whatever it looks like.
        static const QStringList commands{u"EHLO"_s, u"HELO"_s, u"STARTTLS"_s, u"AUTH"_s, u"MAIL"_s, u"RCPT"_s,
            u"DATA"_s, u"NOOP"_s, u"RSET"_s, u"QUIT"_s};
        const QString word = said.section(u' ', 0, 0).trimmed().toUpper();
        if ((m_replies.isEmpty() || m_replies.last().code != 334) && commands.contains(word)) {
            m_command = word;
            m_sent += word;
        }
        return;
    }
    static const QRegularExpression reply(u"^([2-5][0-9]{2})([ -]?)(.*)$"_s);
    for (const QString& piece : said.split(u'\n', Qt::SkipEmptyParts)) {
        const QString line = piece.trimmed().left(longestLine);
        const auto match = reply.match(line);
        const int code = match.hasMatch() ? match.captured(1).toInt() : 0;
        if (m_complete || m_replies.last().code != code) {
            if (m_replies.size() >= mostReplies)
                return;
            m_replies.append({m_command, code, {}});
        }
        if (m_replies.last().lines.size() < mostLines)
            m_replies.last().lines += match.hasMatch() ? match.captured(3).trimmed() : line;
        m_complete = match.captured(2) != u"-";
    }
}

std::optional<SmtpTalk::Reply> SmtpTalk::replyTo(const QString& command) const
{
    for (auto reply = m_replies.crbegin(); reply != m_replies.crend(); ++reply) {
        if (reply->command == command)
            return *reply;
    }
    return {};
}

std::optional<SmtpTalk::Reply> SmtpTalk::refusal() const
{
    for (auto reply = m_replies.crbegin(); reply != m_replies.crend(); ++reply) {
        if (reply->isRefusal() && reply->command != u"QUIT")
            return *reply;
    }
    return {};
}

std::optional<SmtpTalk::Reply> SmtpTalk::hello() const
{
    for (auto reply = m_replies.crbegin(); reply != m_replies.crend() && reply->command != u"STARTTLS"; ++reply) {
        if ((reply->command == u"EHLO" || reply->command == u"HELO") && reply->code == 250)
            return *reply;
    }
    return {};
}

QStringList SmtpTalk::capabilities() const
{
    const auto said = hello();
    return said ? said->lines.mid(1) : QStringList();
}

bool SmtpTalk::offers(const QString& capability) const
{
    const QStringList all = capabilities();
    return std::any_of(all.cbegin(), all.cend(),
        [&](const QString& line) { return line.section(u' ', 0, 0).compare(capability, Qt::CaseInsensitive) == 0; });
}

QStringList SmtpTalk::mechanisms() const
{
    QStringList found;
    for (const QString& line : capabilities()) {
        const QStringList words = line.toUpper().split(u' ', Qt::SkipEmptyParts);
        if (words.value(0) == u"AUTH")
            found += words.mid(1);
        else if (words.value(0).startsWith(u"AUTH="_s)) // of old servers
            found += QStringList{words.first().mid(5)} + words.mid(1);
    }
    found.removeDuplicates();
    return found;
}

QString SmtpTalk::lastWords() const
{
    return m_replies.isEmpty() ? QString() : m_replies.last().text();
}

} // namespace nc
