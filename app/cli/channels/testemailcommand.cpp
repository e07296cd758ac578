#include "cli/channels/testemailcommand.h"

#include "channels/channelsecrets.h"
#include "channels/errors.h"
#include "channels/mailtest.h"
#include "channels/netnames.h"
#include "cli/rules.h"
#include "connections/errors.h"
#include "core/atomicfile.h"
#include "preview/sampleletter.h"
#include "templates/source/errors.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> ChannelsTestEmailCommand::options() const
{
    return QList<OptionSpec>{{u"to"_s, u"ADDRESS"_s, tr_("send a letter, marked as a test, to this address")},
               {u"template"_s, u"CHANNEL/NAME"_s, tr_("make the letter from this template")},
               {u"data"_s, u"FILE"_s, tr_("its parameters, JSON (else the sample data kept, or made up)")},
               {u"regulation"_s, u"DIR"_s, tr_("the regulation that has the template (else the profile's)")}}
    + ChannelsTestCommand::options();
}

namespace {

/// The text of the template that --template names, rendered.
Result<TestLetterText> letterText(const Arguments& arguments, const TemplateKey& key, Environment& env)
{
    QString regulation = arguments.value(u"regulation"_s);
    if (regulation.isEmpty()) {
        const auto profile = env.profile();
        if (!profile)
            return nc::fail(profile.error());
        if (profile->regulation.isEmpty())
            return nc::fail(errors::noRegulation, profile->name);
        regulation = profile->regulation;
    }
    std::optional<QByteArray> data;
    if (arguments.has(u"data"_s)) {
        auto file = readFile(arguments.value(u"data"_s));
        if (!file)
            return nc::fail(file.error());
        data = std::move(file->bytes);
    }
    TemplateEngine engine;
    auto letter = sampleLetter(engine, regulation, env.configFolder(), key, std::move(data), env.task());
    if (!letter)
        return nc::fail(letter.error());
    return TestLetterText{letter->title.isEmpty() ? key.name : letter->title, letter->text, letter->isHtml};
}

} // namespace

QList<OptionRule> ChannelsTestEmailCommand::rules() const
{
    return {rules::needs(u"template"_s, {u"to"_s}), rules::needs(u"data"_s, {u"template"_s}),
        rules::needs(u"regulation"_s, {u"template"_s})};
}

int ChannelsTestEmailCommand::run(const Arguments& arguments, Environment& env)
{
    MailTarget target;
    target.to = arguments.value(u"to"_s);
    if (arguments.has(u"to"_s) && !netnames::isAddress(target.to))
        return env.usage(describe(Error{errors::invalidAddress, target.to, {}}, env.language));
    const auto key = TemplateKey::fromString(arguments.value(u"template"_s));
    if (arguments.has(u"template"_s) && !key)
        return env.usage(describe(Error{errors::badTemplateName, arguments.value(u"template"_s), {}}, env.language));
    const auto file = loadValues(arguments, env);
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    if (key) {
        auto text = letterText(arguments, *key, env);
        if (!text)
            return env.fail(text.error());
        target.letter = std::move(*text);
    }
    const EmailSettings email = file->settings().email;
    if (email.type != EmailSettings::Type::External || email.host.isEmpty() || !email.port)
        return env.fail(Error{errors::notExternal, file->path(), {}});
    const auto password =
        secret(arguments, env, channelsecrets::emailKey(registryOf(*file)), {email.vaultPath, email.vaultKey});
    if (!password)
        return env.fail(password.error());
    target.host = email.host;
    target.port = *email.port;
    target.address = email.address;
    target.password = *password;
    target.caFile = arguments.value(u"ca"_s);
    target.timeoutMs = timeoutOf(arguments);
    return verdict(testMail(target, env.task(), [&env](const TestStage& stage) { report(stage, env); }), env);
}

} // namespace nc::cli
