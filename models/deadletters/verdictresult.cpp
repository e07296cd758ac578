#include "deadletters/verdictresult.h"

using namespace Qt::StringLiterals;

namespace nc {

QString verdictName(VerdictOutcome outcome)
{
    static constexpr QLatin1StringView names[] = {"would-succeed"_L1, "would-fail"_L1, "unknown"_L1};
    return names[static_cast<int>(outcome)];
}

QStringList Verdict::sentences(Language language) const
{
    QStringList out;
    for (const Error& error : reasons)
        out.append(sentenceFor(error, language).what);
    return out;
}

QStringList verdictField(const Verdict& verdict, const QString& name)
{
    if (name == u"verdict.outcome")
        return {verdictName(verdict.outcome)};
    if (name == u"verdict.reasons")
        return verdict.sentences(Language::English) + verdict.sentences(Language::Ukrainian);
    return {};
}

} // namespace nc
