#pragma once

#include "channels/channelsession.h"
#include "widgets/channels/fieldrow.h"
#include "widgets/style/language.h"

namespace nc {

inline Tone toneOf(ChannelProblem::Severity severity)
{
    return severity == ChannelProblem::Severity::Error  ? Tone::Error
        : severity == ChannelProblem::Severity::Warning ? Tone::Warning
                                                        : Tone::Neutral;
}

/// What is wrong with one key, at its field: what was typed comes before what stands in the file.
inline void showProblem(FieldRow& row, const ChannelSession& session, const QStringList& path)
{
    const QString key = path.join(u'.');
    if (const auto typed = session.fieldErrors().constFind(key); typed != session.fieldErrors().constEnd()) {
        const Sentence sentence = sentenceFor(*typed);
        return row.setProblem(Tone::Error, sentence.what + u' ' + sentence.advice);
    }
    for (const ChannelProblem& problem : session.problems()) {
        if (problem.key == key && problem.severity != ChannelProblem::Severity::Info) {
            const Sentence sentence = sentenceFor(problem.error);
            return row.setProblem(toneOf(problem.severity), sentence.what + u' ' + sentence.advice);
        }
    }
    row.setProblem(Tone::Neutral, {});
}

} // namespace nc
