#include "cli/answer.h"

#include "cli/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {

void addUnseen(QJsonObject& summary, const Unseen& unseen, Language language)
{
    QJsonArray sources;
    for (const UnseenSource& one : unseen.sources())
        sources.append(QJsonObject{{u"source"_s, one.source}, {u"reason"_s, describe(one.reason, language)}});
    summary.insert(u"complete"_s, unseen.isEmpty());
    summary.insert(u"unseen"_s, sources);
}

void sayUnseen(const Unseen& unseen, Environment& env)
{
    for (const UnseenSource& one : unseen.sources())
        env.say(tr_("Not known, because not all of “%1” could be read: %2")
                    .arg(one.source, describe(one.reason, env.language)));
}

int exitCodeWith(const Unseen& unseen, int code)
{
    const bool good = code == exitcode::done || code == exitcode::noMatch;
    return good && !unseen.isEmpty() ? exitcode::inPart : code;
}

int endAnswer(const Unseen& unseen, int code, Environment& env)
{
    sayUnseen(unseen, env);
    if (env.json) {
        QJsonObject summary{{u"summary"_s, true}};
        addUnseen(summary, unseen, env.language);
        env.out().json(summary);
    }
    return exitCodeWith(unseen, code);
}

} // namespace nc::cli
