#include "cli/deliveries/discardcommand.h"

#include "cli/access.h"
#include "cli/deliveries/selection.h"
#include "cli/dlt/replayoptions.h"
#include "cli/options.h"
#include "cli/rules.h"
#include "failures/sending/resender.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DeliveriesDiscardCommand::summary() const
{
    return tr_("mark failed deliveries as handled, or take that back");
}

QList<OptionSpec> DeliveriesDiscardCommand::options() const
{
    return resendSelectionOptions() + QList<OptionSpec>{options::undo()};
}

QList<OptionRule> DeliveriesDiscardCommand::rules() const
{
    return {rules::some({u"offsets"_s, u"filter"_s})};
}

int DeliveriesDiscardCommand::run(const Arguments& arguments, Environment& env)
{
    auto typed = readResendSelection(arguments, env);
    if (!typed)
        return env.usage(typed.error());
    ResendRequest& request = *typed;
    const bool undo = arguments.has(u"undo"_s);
    if (!undo && request.reason.trimmed().isEmpty())
        return env.usage(tr_("say why with --reason"));
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto resender = Resender::open(*access);
    if (!resender)
        return env.fail(resender.error());
    const auto done = (*resender)->discard(request, undo, env.task());
    if (!done)
        return env.fail(done.error());
    tellDiscard(*done, undo, env);
    env.say(undo ? tr_("%1 deliveries are open again.").arg(done->changed)
                 : tr_("%1 deliveries discarded.").arg(done->changed));
    return done->matched == 0 ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
