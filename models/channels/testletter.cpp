#include "channels/testletter.h"

#include "channels/netnames.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// RFC 2047: pieces of at most 75 characters, none of them cut inside a character.
QByteArray encodedWords(const QString& text)
{
    QByteArrayList words;
    QByteArray piece;
    const auto flush = [&] {
        if (!piece.isEmpty())
            words += "=?UTF-8?B?" + piece.toBase64() + "?=";
        piece.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (piece.size() + bytes.size() > 45)
            flush();
        piece += bytes;
    }
    flush();
    return words.join("\r\n ");
}

QString bodyText(const TestLetterText& wanted)
{
    const QString ukrainian = u"Це тестовий лист консолі сповіщень реєстру. Відповідати на нього не потрібно."_s;
    const QString english = u"This is a test letter of the Registry Notification Console. No answer is needed."_s;
    if (!wanted.isHtml)
        return ukrainian + u"\r\n\r\n"_s + english + u"\r\n"_s
            + (wanted.text.isEmpty() ? QString() : u"\r\n----\r\n\r\n"_s + wanted.text);
    const QString mark = u"<p style=\"margin:0 0 1em;padding:.5em;border:1px solid #999;color:#333;background:#eee\">"
                         u"%1<br/>%2</p>"_s.arg(ukrainian, english);
    // Behind <body …>, so that it stands in what is shown.
    static const QRegularExpression body(u"<body(\\s[^>]*)?>"_s, QRegularExpression::CaseInsensitiveOption);
    const auto found = body.match(wanted.text);
    return QString(wanted.text).insert(found.hasMatch() ? found.capturedEnd() : 0, mark);
}

} // namespace

QByteArray testLetter(const QString& from, const QString& to, const TestLetterText& wanted)
{
    const QString subject =
        wanted.text.isEmpty() ? u"Тестовий лист · Test letter"_s : u"[Тест · Test] "_s + wanted.subject.simplified();
    const QString text = bodyText(wanted);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QByteArray letter;
    letter += "Date: " + QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000\r\n";
    letter += "From: <" + netnames::asciiAddress(from).toUtf8() + ">\r\nTo: <" + netnames::asciiAddress(to).toUtf8()
        + ">\r\n";
    letter += "Message-ID: <" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + '@'
        + netnames::ascii(netnames::domainOf(from)).toLatin1() + ">\r\n";
    letter += "Subject: " + encodedWords(subject) + "\r\n";
    letter += "X-Notification-Console: test\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
    letter += "Content-Type: text/" + QByteArray(wanted.isHtml ? "html" : "plain")
        + "; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const QByteArray body = text.toUtf8().toBase64();
    for (qsizetype i = 0; i < body.size(); i += 76)
        letter += body.mid(i, 76) + "\r\n";
    return letter;
}

} // namespace nc
