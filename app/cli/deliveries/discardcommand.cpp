#include "cli/deliveries/discardcommand.h"

#include "cli/access.h"
#include "cli/deliveries/selection.h"
#include "cli/dlt/replayoptions.h"
#include "failures/sending/sender.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DeliveriesDiscardCommand::summary() const
{
    return tr_("mark failed deliveries as handled, or take that back");
}

QList<OptionSpec> DeliveriesDiscardCommand::options() const
{
    return resendSelectionOptions() + QList<OptionSpec>{{u"undo"_s, {}, tr_("takes it back")}};
}

int DeliveriesDiscardCommand::run(const Arguments& arguments, Environment& env)
{
    ResendRequest request;
    if (!readResendSelection(arguments, env, request))
        return exitcode::usage;
    const bool undo = arguments.has(u"undo"_s);
    if (!arguments.has(u"offsets"_s) && !arguments.has(u"filter"_s))
        return env.usage(tr_("say which deliveries: --offsets or --filter"));
    if (!undo && request.reason.trimmed().isEmpty())
        return env.usage(tr_("say why with --reason"));
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto sender = Sender::open(*access);
    if (!sender)
        return env.fail(sender.error());
    const auto done = (*sender)->discard(request, undo, env.task());
    if (!done)
        return env.fail(done.error());
    tellDiscard(*done, undo, env);
    env.say(undo ? tr_("%1 deliveries are open again.").arg(done->changed)
                 : tr_("%1 deliveries discarded.").arg(done->changed));
    return done->matched == 0 ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
