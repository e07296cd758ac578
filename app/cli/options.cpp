#include "cli/options.h"

using namespace Qt::StringLiterals;

namespace nc::cli::options {

OptionSpec since()
{
    return {u"since"_s, u"TIME"_s, tr_("only since then")};
}

OptionSpec filter()
{
    return {u"filter"_s, u"F"_s, tr_("only those that match")};
}

OptionSpec offsets()
{
    return {u"offsets"_s, u"P:O[-O],…"_s, tr_("only these records")};
}

OptionSpec auditOffsets()
{
    return {u"offsets"_s, u"P:O[-O],…"_s, tr_("these, by their places in audit-events")};
}

OptionSpec state()
{
    return {u"state"_s, u"open|replayed|returned|discarded"_s, tr_("only those in this state")};
}

OptionSpec reason()
{
    return {u"reason"_s, u"TEXT"_s, tr_("why; stands in the ledger")};
}

OptionSpec undo()
{
    return {u"undo"_s, {}, tr_("takes it back")};
}

OptionSpec all()
{
    return {u"all"_s, {}, tr_("all open ones")};
}

OptionSpec dryRun()
{
    return {u"dry-run"_s, {}, tr_("only says what would happen")};
}

OptionSpec limit()
{
    return {u"limit"_s, u"N"_s, tr_("at most this many")};
}

OptionSpec output()
{
    return {u"output"_s, u"FILE"_s, tr_("the file; - is stdout"), u"o"_s};
}

OptionSpec mask()
{
    return {u"mask"_s, {}, tr_("hide tax numbers, email addresses and telephone numbers")};
}

OptionSpec verdict()
{
    return {u"verdict"_s, u"would-succeed|would-fail|unknown"_s, tr_("only those of this verdict")};
}

OptionSpec rate()
{
    return {u"rate"_s, u"RATE"_s, tr_("at most this many a second")};
}

OptionSpec canary()
{
    return {u"canary"_s, {}, tr_("send one first and watch what becomes of it; stop when failures come back")};
}

OptionSpec canaryTimeout()
{
    return {u"canary-timeout"_s, u"DURATION"_s, tr_("how long to watch the first one (60s)")};
}

OptionSpec atLeastOnce()
{
    return {u"at-least-once"_s, {},
        tr_("without transactions; where the cluster forbids the ledger too, only this computer remembers what was "
            "sent; a crash may send twice")};
}

} // namespace nc::cli::options
