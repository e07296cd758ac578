#pragma once

#include "core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace nc {

/// Something that is wrong in a file of channel settings. The words come from the one table of sentences.
struct ChannelProblem {
    enum class Severity : std::uint8_t { Error, Warning, Info };

    Severity severity = Severity::Error;
    Error error; ///< of domain "channelcheck", or "core" when the file is no YAML; its subject never is a secret
    QString path; ///< the file, as the person named its folder
    int line = 1; ///< from 1; where a key is missing, the line of what should hold it
    int column = 1;
    /// The key it concerns ("global.notifications.email.host"), for marking the field; empty: the whole file.
    QString key;

    QString code() const { return QString::fromLatin1(error.code.name); }
    /// `error`, `warning`, `info`.
    QString severityName() const;

    friend bool operator==(const ChannelProblem&, const ChannelProblem&) = default;
};

/// By severity: is there anything that has to be mended (errors, warnings)?
bool needsMending(const QList<ChannelProblem>& problems);

} // namespace nc
