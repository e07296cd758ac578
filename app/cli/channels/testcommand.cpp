#include "cli/channels/testcommand.h"

#include "channels/channelsecrets.h"
#include "channels/diiatest.h"
#include "channels/errors.h"
#include "channels/mailtest.h"
#include "channels/netnames.h"
#include "connections/errors.h"
#include "core/atomicfile.h"
#include "core/timetext.h"
#include "preview/sampleletter.h"
#include "templates/source/errors.h"

#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString skippedWords(const QString& why)
{
    return why == u"no-password" ? tr_("no password is known (--password-stdin)")
        : why == u"no-token"     ? tr_("no token is known (--password-stdin)")
        : why == u"not-https"    ? tr_("the address is http")
                                 : tr_("not reached");
}

QString facts(const TestStage& stage)
{
    QStringList words;
    if (!stage.detail.isEmpty())
        words.append(stage.detail);
    const qint64 left = stage.validUntil ? *stage.validUntil - QDateTime::currentMSecsSinceEpoch() : 0;
    if (stage.name == u"tls" && stage.validUntil)
        words.append(tr_("certificate valid for %1 days").arg(left / 86'400'000));
    else if (stage.name == u"token")
        words.append(stage.validUntil ? tr_("token valid for %1 min").arg(left / 60'000) : tr_("token received"));
    return words.join(u", "_s);
}

Result<int> timeoutOf(const Arguments& arguments)
{
    if (!arguments.has(u"timeout"_s))
        return 20'000;
    const auto duration = parseDuration(arguments.value(u"timeout"_s));
    return duration ? Result<int>(static_cast<int>(std::clamp<qint64>(duration->count(), 100, 600'000)))
                    : nc::fail(duration.error());
}

} // namespace

QList<OptionSpec> ChannelTestCommand::options() const
{
    return {passwordOption(), {u"ca"_s, u"FILE"_s, tr_("authorities to trust, PEM (else the system's)")},
        {u"timeout"_s, u"DURATION"_s, tr_("how long to wait for the server (20s)")}, registryOption()};
}

void ChannelTestCommand::report(const TestStage& stage, Environment& env)
{
    const QString message = stage.error ? describe(*stage.error, env.language)
        : stage.skipped                 ? skippedWords(stage.detail)
                                        : facts(stage);
    const QString result = stage.ok ? u"ok"_s : stage.skipped ? u"skipped"_s : u"failed"_s;
    if (env.json) {
        QJsonObject line{{u"stage"_s, stage.name}, {u"result"_s, result}, {u"ms"_s, stage.ms}, {u"message"_s, message}};
        if (stage.validUntil)
            line.insert(u"validUntil"_s, isoTime(*stage.validUntil));
        if (stage.error)
            line.insert(u"code"_s, QString::fromLatin1(stage.error->code.name));
        env.out().json(line);
    } else {
        env.out().line(u"%1 %2 %3 ms  %4"_s.arg(stage.name.leftJustified(7), result.leftJustified(8))
                           .arg(stage.ms, 6)
                           .arg(message));
    }
    env.out().flush();
}

int ChannelTestCommand::verdict(const Result<QList<TestStage>>& stages, Environment& env)
{
    if (!stages)
        return env.fail(stages.error());
    const bool failed =
        std::any_of(stages->cbegin(), stages->cend(), [](const TestStage& stage) { return stage.error.has_value(); });
    return failed ? exitcode::failed : exitcode::done;
}

Result<QString> ChannelTestCommand::secret(
    const Arguments& arguments, Environment& env, const QString& key, const VaultPlace& place)
{
    if (arguments.has(u"password-stdin"_s))
        return env.readPassword(tr_("Password"));
    const auto vault = vaultOf(arguments, env);
    if (!vault)
        return nc::fail(vault.error());
    return channelsecrets::find(*env.secretStore(), *vault, key, place, env.task());
}

QList<OptionSpec> TestEmailCommand::options() const
{
    return QList<OptionSpec>{{u"to"_s, u"ADDRESS"_s, tr_("send a letter, marked as a test, to this address")},
               {u"template"_s, u"CHANNEL/NAME"_s, tr_("make the letter from this template")},
               {u"data"_s, u"FILE"_s, tr_("its parameters, JSON (else the sample data kept, or made up)")},
               {u"regulation"_s, u"DIR"_s, tr_("the regulation that has the template (else the profile's)")}}
    + ChannelTestCommand::options();
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

int TestEmailCommand::run(const Arguments& arguments, Environment& env)
{
    MailTarget target;
    target.to = arguments.value(u"to"_s);
    if (arguments.has(u"to"_s) && !netnames::isAddress(target.to))
        return env.usage(describe(Error{errors::invalidAddress, target.to, {}}, env.language));
    const auto key = TemplateKey::fromString(arguments.value(u"template"_s));
    if (arguments.has(u"template"_s) && !key)
        return env.usage(describe(Error{errors::badTemplateName, arguments.value(u"template"_s), {}}, env.language));
    if (!arguments.has(u"to"_s) && arguments.has(u"template"_s))
        return env.usage(tr_("--template needs --to: who is to get the letter?"));
    if (!key && (arguments.has(u"data"_s) || arguments.has(u"regulation"_s)))
        return env.usage(tr_("--data and --regulation need --template"));
    const auto timeout = timeoutOf(arguments);
    if (!timeout)
        return env.usage(describe(timeout.error(), env.language));
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
    target.timeoutMs = *timeout;
    return verdict(testMail(target, env.task(), [&env](const TestStage& stage) { report(stage, env); }), env);
}

int TestDiiaCommand::run(const Arguments& arguments, Environment& env)
{
    const auto timeout = timeoutOf(arguments);
    if (!timeout)
        return env.usage(describe(timeout.error(), env.language));
    const auto file = loadValues(arguments, env);
    if (!file)
        return env.fail(file.error());
    if (file->error())
        return env.fail(*file->error());
    const DiiaSettings diia = file->settings().diia;
    if (diia.url.isEmpty() || !netnames::isWebAddress(diia.url))
        return env.fail(Error{errors::noDiia, file->path(), {}});
    const auto token = secret(
        arguments, env, channelsecrets::diiaKey(registryOf(*file)), {diia.secret.section(u':', 1), diiaVaultKey()});
    if (!token)
        return env.fail(token.error());
    const DiiaTarget target{diia.url, *token, arguments.value(u"ca"_s), *timeout};
    return verdict(testDiia(target, env.task(), [&env](const TestStage& stage) { report(stage, env); }), env);
}

} // namespace nc::cli
