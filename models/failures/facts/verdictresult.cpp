#include "failures/facts/verdictresult.h"

#include "failures/facts/errors.h"

#include <algorithm>

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
    for (Error error : reasons) {
        // What is wrong with a template is told in the reader's language.
        const auto trouble = std::ranges::find_if(troubles, [&error](const TemplateTrouble& one) {
            return one.templateName == error.subject && one.words(Language::English) == error.detail;
        });
        if (error.is(errors::verdictTemplate) && trouble != troubles.end())
            error.detail = trouble->words(language);
        out.append(sentenceFor(error, language).what);
    }
    return out;
}

QString TemplateTrouble::words(Language language) const
{
    const QString what = sentenceFor(error, language).what;
    return line > 0 ? what + u" (%1:%2)"_s.arg(line).arg(column) : what;
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
