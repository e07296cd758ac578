#include "channels/channelproblem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

QString ChannelProblem::severityName() const
{
    return severity == Severity::Error ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"info"_s;
}

bool needsMending(const QList<ChannelProblem>& problems)
{
    return std::any_of(problems.cbegin(), problems.cend(),
        [](const ChannelProblem& problem) { return problem.severity != ChannelProblem::Severity::Info; });
}

} // namespace nc
