#include "cli/channels/testcommand.h"

#include "channels/channelsecrets.h"
#include "core/timetext.h"

#include <QDateTime>

#include <algorithm>

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

} // namespace

QList<OptionSpec> ChannelsTestCommand::options() const
{
    return {passwordOption(), {u"ca"_s, u"FILE"_s, tr_("authorities to trust, PEM (else the system's)")},
        {u"timeout"_s, u"DURATION"_s, tr_("how long to wait for the server (20s)")}, registryOption()};
}

int ChannelsTestCommand::timeoutOf(const Arguments& arguments)
{
    const auto duration = arguments.duration(u"timeout"_s, std::chrono::seconds(20));
    return static_cast<int>(std::clamp<qint64>(duration.count(), 100, 600'000));
}

void ChannelsTestCommand::report(const TestStage& stage, Environment& env)
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

int ChannelsTestCommand::verdict(const Result<QList<TestStage>>& stages, Environment& env)
{
    if (!stages)
        return env.fail(stages.error());
    const bool failed =
        std::any_of(stages->cbegin(), stages->cend(), [](const TestStage& stage) { return stage.error.has_value(); });
    return failed ? exitcode::failed : exitcode::done;
}

Result<QString> ChannelsTestCommand::secret(
    const Arguments& arguments, Environment& env, const QString& key, const VaultPlace& place)
{
    if (arguments.has(u"password-stdin"_s))
        return env.readPassword(tr_("Password"));
    const auto vault = vaultOf(arguments, env);
    if (!vault)
        return nc::fail(vault.error());
    return channelsecrets::find(*env.secretStore(), *vault, key, place, env.task());
}

} // namespace nc::cli
