#include "templates/source/startingtext.h"

using namespace Qt::StringLiterals;

namespace nc {

QString startingContent(const TemplateKey& key)
{
    switch (key.channel) {
    case Channel::Email:
        return u"<!DOCTYPE html>\n"
               "<html lang=\"uk\">\n"
               "<head>\n"
               "  <meta charset=\"utf-8\">\n"
               "  <style>\n"
               "    body { font-family: sans-serif; color: #1a1a1a; }\n"
               "  </style>\n"
               "</head>\n"
               "<body>\n"
               "  <p>Вітаємо, ${fullName?html}!</p>\n"
               "  <p>…</p>\n"
               "</body>\n"
               "</html>\n"_s;
    case Channel::Inbox:
        return u"Вітаємо, ${fullName}!\n\n…\n"_s;
    case Channel::Diia:
        return u"Вітаємо, {fullName}!\n\n…\n"_s;
    }
    return {};
}

QString startingMetadata(const TemplateKey& key)
{
    // The name is safe in single quotes once those in it are doubled.
    const QString name = u'\'' + QString(key.name).replace(u'\'', u"''"_s) + u'\'';
    if (key.channel != Channel::Diia)
        return u"title: "_s + name + u'\n';
    QString text = u"title: "_s + name + u"\nattributes:\n"_s;
    for (const QString& attribute : {u"actionType"_s, u"templateType"_s})
        text += u"  %1: %2\n"_s.arg(attribute, startingAttribute(key, attribute));
    return text + u"  shortText: "_s + name + u'\n';
}

QString startingAttribute(const TemplateKey& key, const QString& attribute)
{
    return attribute == u"actionType" ? u"message"_s : attribute == u"templateType" ? u"attention"_s : key.name;
}

} // namespace nc
