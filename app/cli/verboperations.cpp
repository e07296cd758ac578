#include "cli/verboperations.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

const QMap<QString, QList<Operation>>& table()
{
    using enum Operation;
    static const QList<Operation> nothing;
    static const QMap<QString, QList<Operation>> verbs{
        {u"activity"_s, nothing},
        {u"channels check"_s, nothing},
        {u"channels commit"_s, {Commit, Push}},
        {u"channels resources"_s, nothing},
        {u"channels set diia"_s, {SetChannel}},
        {u"channels set email"_s, {SetChannel}},
        {u"channels show"_s, nothing},
        {u"channels test diia"_s, nothing},
        {u"channels test email"_s, {TestEmail}},
        {u"completion"_s, nothing},
        {u"deliveries"_s, nothing},
        {u"deliveries discard"_s, {Discard, UndoDiscard}},
        {u"deliveries keep"_s, {Keep}},
        {u"deliveries resend"_s, {Resend}},
        {u"dlt discard"_s, {Discard, UndoDiscard}},
        {u"dlt export"_s, nothing},
        {u"dlt keep"_s, {Keep}},
        {u"dlt ledger"_s, nothing},
        {u"dlt list"_s, nothing},
        {u"dlt replay"_s, {Replay}},
        {u"dlt show"_s, nothing},
        {u"dlt stuck"_s, {Skip}},
        {u"profiles add"_s, {AddProfile}},
        {u"profiles list"_s, nothing},
        {u"profiles remove"_s, {RemoveProfile}},
        {u"profiles show"_s, nothing},
        {u"profiles test"_s, nothing},
        {u"profiles use"_s, {UseProfile}},
        {u"sandbox down"_s, {StopSandbox}},
        {u"sandbox env"_s, nothing},
        {u"sandbox reset"_s, {ResetSandbox}},
        {u"sandbox status"_s, nothing},
        {u"sandbox up"_s, {StartSandbox}},
        {u"templates events"_s, nothing},
        {u"templates history"_s, nothing},
        {u"templates history show"_s, nothing},
        {u"templates impact"_s, nothing},
        {u"templates lint"_s, {FixTemplates}},
        {u"templates list"_s, nothing},
        {u"templates new"_s, {NewTemplate}},
        {u"templates plan"_s, nothing},
        {u"templates prepare"_s, nothing},
        {u"templates publish"_s, {Publish, Prune}},
        {u"templates published"_s, nothing},
        {u"templates rename"_s, {RenameTemplate}},
        {u"templates render"_s, nothing},
        {u"templates restore"_s, {Restore}},
        {u"templates sample delete"_s, {DeleteSample}},
        {u"templates sample list"_s, nothing},
        {u"templates sample rename"_s, {RenameSample}},
        {u"templates sample save"_s, {SaveSample}},
        {u"templates sample show"_s, nothing},
        {u"templates shelf-life"_s, {SetShelfLife}},
        {u"templates uses"_s, nothing},
        {u"templates variables"_s, nothing},
        {u"topics describe"_s, nothing},
        {u"topics list"_s, nothing},
        {u"topics produce"_s, {Produce}},
        {u"topics read"_s, nothing},
        {u"topics transfer"_s, {Transfer}},
        {u"topics wait"_s, nothing},
        {u"trace"_s, nothing},
    };
    return verbs;
}

} // namespace

std::optional<QList<Operation>> operationsOf(const QStringList& words)
{
    const auto found = table().constFind(words.join(u' '));
    return found == table().constEnd() ? std::nullopt : std::optional(*found);
}

QStringList verbsWithOperations()
{
    return table().keys();
}

} // namespace nc::cli
