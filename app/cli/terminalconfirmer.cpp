#include "cli/terminalconfirmer.h"

#include "cli/translate.h"

namespace nc::cli {

static QString wordsFor(const NameQuestion& question)
{
    switch (question.operation) {
    case Operation::Replay:
        return tr_("%1 is a production profile; records of %2 are sent back.");
    case Operation::Resend:
        return tr_("%1 is a production profile; failed deliveries are sent again.");
    case Operation::Discard:
        return tr_("%1 is a production profile; failures of %2 are marked as handled for everybody.");
    case Operation::UndoDiscard:
        return tr_("%1 is a production profile; failures of %2 are open again for everybody.");
    case Operation::Skip:
        return tr_("%1 is a production profile; a consumer group is moved past a record of %2.");
    case Operation::Produce:
    case Operation::Transfer:
        return tr_("%1 is a production profile; records are written to %2.");
    case Operation::Publish:
        return tr_("%1 is a production profile. Publish to it?");
    case Operation::Prune:
        return tr_("%1 is a production profile. Publish to it, and delete rows that have no directory?");
    case Operation::Restore:
        return tr_("%1 is a production profile. Put an earlier version of %2 back there?");
    case Operation::SetChannel:
        return tr_("%1 is a production profile; its %2 is changed.");
    case Operation::Push:
        return tr_("%1 is a production profile; %2 is committed and offered for review.");
    case Operation::TestEmail:
        return tr_("%1 is a production profile; a letter goes to %2.");
    case Operation::RemoveProfile:
        return tr_("%1 is a production profile; it is removed with its passwords.");
    default:
        // Others ask nothing today (gate/operation.cpp).
        return tr_("%1 is a production profile; %2 is changed.");
    }
}

QString TerminalConfirmer::typed(const NameQuestion& question) const
{
    const QString& subject = question.subject.isEmpty() ? question.profile : question.subject;
    QString words = wordsFor(question).replace(QLatin1StringView("%1"), question.profile);
    return m_env.typeName(words.replace(QLatin1StringView("%2"), subject), question.name);
}

} // namespace nc::cli
