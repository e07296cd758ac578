#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <optional>

namespace nc {

/// What a mail server said, reply by reply, and to which of our commands. Of what we say only the command's word is
/// kept: the rest may be the password. Words are compared without case, as RFC 5321 wants it.
class SmtpTalk {
public:
    struct Reply {
        QString command; ///< EHLO, AUTH, RCPT, …; empty: the greeting
        int code = 0; ///< 0: no reply of a mail server
        QStringList lines; ///< without the code

        bool isRefusal() const { return code >= 400; }
        bool isTemporary() const { return code >= 400 && code < 500; }
        /// Code and all lines: "535 5.7.8 not accepted; see …".
        QString text() const;
    };

    /// A piece of the conversation, as it comes.
    void hear(bool fromServer, QByteArrayView text);

    bool isEmpty() const { return m_replies.isEmpty(); }
    bool sent(const QString& command) const { return m_sent.contains(command); }
    /// The last one.
    std::optional<Reply> replyTo(const QString& command) const;
    /// The last 4xx or 5xx that was no answer to our good-bye.
    std::optional<Reply> refusal() const;
    /// The hello that counts: behind STARTTLS, where there was one.
    std::optional<Reply> hello() const;
    /// What hello() offers, without the server's name.
    QStringList capabilities() const;
    bool offers(const QString& capability) const;
    /// Ways to sign in, in upper case: PLAIN, LOGIN, XOAUTH2, …
    QStringList mechanisms() const;
    QString lastWords() const;

private:
    QString m_command;
    QStringList m_sent;
    QList<Reply> m_replies;
    bool m_complete = true; ///< the last reply
};

} // namespace nc
