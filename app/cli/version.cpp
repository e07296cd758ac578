#include "cli/version.h"

#include "cli/command.h"
#include "kafka/client/kafkaclient.h"
#include "render/templateengine.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

void showVersion(Environment& env)
{
    TemplateEngine engine;
    const auto templates = engine.version(env.task());
    const QString kafka = librdkafkaVersion().section(u' ', -1);
    if (env.json) {
        QJsonObject object{{u"notifyctl"_s, QStringLiteral(NC_VERSION)}, {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"librdkafka"_s, kafka}, {u"freemarker"_s, QJsonValue::Null}, {u"jsoup"_s, QJsonValue::Null}};
        if (templates) {
            object.insert(u"freemarker"_s, templates->freemarker);
            object.insert(u"jsoup"_s, templates->jsoup);
            object.insert(u"java"_s, templates->java);
        }
        env.out().json(object);
        return;
    }
    const QString none = tr_("not available");
    env.out().line(u"notifyctl " NC_VERSION ""_s);
    env.out().line(u"Qt "_s + QString::fromLatin1(qVersion()));
    env.out().line(u"librdkafka "_s + kafka);
    env.out().line(u"FreeMarker "_s + (templates ? templates->freemarker : none));
    env.out().line(u"jsoup "_s + (templates ? templates->jsoup : none));
    if (!templates)
        env.say(describe(templates.error(), env.language));
}

} // namespace nc::cli
