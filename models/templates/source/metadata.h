#pragma once

#include "templates/source/problem.h"
#include "templates/source/template.h"
#include "templates/source/textplaces.h"

#include <QByteArray>

namespace nc {

/// A template's metadata as the publisher takes them, which is laxer than the validator (docs/contracts.md, "Template
/// directories"): any scalar is text as it is written.
struct Metadata {
    std::optional<QString> title;
    QMap<QString, QString> attributes;
    /// Where the values of `title` and of the attributes stand.
    QMap<QString, TextPlaces::Place> places;
    /// Set: the publisher itself stops at this file.
    std::optional<Error> blocked;
    /// What the validator finds, and what stops the publisher.
    QList<Problem> problems;
};

/// Reads `notification.yml` of a template of `channel`. `path` is for the problems. Never fails: a file that cannot be
/// read is a problem of the template.
Metadata readMetadata(Channel channel, const QByteArray& bytes, const QString& path);

/// What an absent file means to validator and publisher.
Metadata absentMetadata(Channel channel, const QString& path);

} // namespace nc
