#include "cli/templates/eventscommand.h"

#include "cli/access.h"
#include "cli/dlt/letteroptions.h"
#include "core/timetext.h"
#include "failures/verdicts/templateevents.h"
#include "kafka/records/masking.h"
#include "templates/source/errors.h"
#include "templates/source/template.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString sourceName(TemplateEvent::Source source)
{
    switch (source) {
    case TemplateEvent::Source::Event:
        return u"event"_s;
    case TemplateEvent::Source::DeadLetter:
        return u"dead-letter"_s;
    case TemplateEvent::Source::SilentFailure:
        return u"silent-failure"_s;
    }
    return {};
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

void print(const TemplateEvent& event, bool mask, Environment& env)
{
    const auto shown = [mask](const QByteArray& bytes) { return mask ? masked(bytes) : bytes; };
    const QString person = QString::fromUtf8(shown(event.person.toUtf8()));
    const QByteArray parameters = shown(event.parameters);
    if (!env.json) {
        env.out().line(QStringList{event.address(), event.at < 0 ? QString() : isoTime(event.at),
            sourceName(event.source), person, QString::fromUtf8(parameters)}
                           .join(u'\t'));
        return;
    }
    env.out().json({{u"topic"_s, event.place.topic}, {u"partition"_s, event.place.partition},
        {u"offset"_s, event.place.offset}, {u"recipientIndex"_s, event.recipient}, {u"event"_s, event.address()},
        {u"source"_s, sourceName(event.source)}, {u"at"_s, event.at < 0 ? QJsonValue() : QJsonValue(isoTime(event.at))},
        {u"recipient"_s, textOrNull(person)}, {u"channels"_s, QJsonArray::fromStringList(event.channels)},
        {u"process"_s, textOrNull(event.process)}, {u"parameters"_s, QJsonDocument::fromJson(parameters).object()}});
}

} // namespace

QString TemplatesEventsCommand::summary() const
{
    return tr_("real events that use a template, newest first, with what they bring it");
}

QList<OptionSpec> TemplatesEventsCommand::options() const
{
    return {{u"topic"_s, u"T"_s, tr_("look there instead of user-notifications and its dead letters; may be repeated")},
        {u"limit"_s, u"N"_s, tr_("at most this many (100)")}, {u"mask"_s, {}, tr_("hide what identifies a person")}};
}

int TemplatesEventsCommand::run(const Arguments& arguments, Environment& env)
{
    const auto key = TemplateKey::fromString(arguments.positional.first());
    if (!key)
        return env.fail({errors::badTemplateName, arguments.positional.first(), {}});
    TemplateEventQuery query;
    query.templateName = key->name;
    query.topics = arguments.values(u"topic"_s);
    if (const auto limit = arguments.number(u"limit"_s))
        query.limit = static_cast<int>(*limit);
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    if (query.topics.isEmpty())
        query.localLedger = localLedgerFolder(env);
    const auto events = findTemplateEvents(*access, query, env.task());
    if (!events)
        return env.fail(events.error());
    for (const TemplateEvent& event : events->rows)
        print(event, arguments.has(u"mask"_s), env);
    if (events->problem)
        env.say(describe(*events->problem, env.language));
    return events->rows.isEmpty() ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
