#include "cli/deliveries/discardcommand.h"

#include "cli/access.h"
#include "cli/answer.h"
#include "cli/deliveries/selection.h"
#include "cli/dlt/replayoptions.h"
#include "failures/facts/platformtopics.h"
#include "failures/sending/resender.h"

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
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto pass = env.pass(*profile, undo ? Operation::UndoDiscard : Operation::Discard,
        {auditTopic(), arguments.typed({u"offsets"_s, u"filter"_s, u"since"_s}), request.reason});
    if (!pass)
        return env.fail(pass.error());
    request.pass = pass->get();
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto resender = Resender::open(*access);
    if (!resender)
        return env.fail(resender.error());
    const auto done = (*resender)->discard(request, undo, env.task());
    if (!done)
        return env.fail(done.error());
    env.counted(done->changed);
    tellDiscard(*done, undo, env);
    env.say(undo ? tr_("%1 deliveries are open again.").arg(done->changed)
                 : tr_("%1 deliveries discarded.").arg(done->changed));
    return exitCodeWith(done->unseen, done->matched == 0 ? exitcode::noMatch : exitcode::done);
}

} // namespace nc::cli
