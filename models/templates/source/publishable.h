#pragma once

#include "templates/source/problem.h"
#include "templates/source/template.h"

namespace nc {

/// One template as the platform's publisher would publish it (docs/contracts.md, "What is published"), with what our
/// checks say about it. A flat snapshot: nothing of it is looked up later.
struct PublishableTemplate {
    TemplateKey key;
    QString directory; ///< of the template

    /// Null (not empty) when there is no metadata file or no title in it.
    std::optional<QString> title;
    QMap<QString, QString> attributes;
    QByteArray content; ///< UTF-8; prepared, for email
    QByteArray checksum; ///< lower-case hex SHA-256, by the channel's rule

    /// Why the publisher itself could not publish it (missing picture, unreadable metadata, …); then content and
    /// checksum are empty and even --force cannot help.
    std::optional<Error> blocked;
    /// What lint says of this template; an error among them stops a publish unless it is overridden by name.
    QList<Problem> problems;

    bool isBlocked() const { return blocked.has_value(); }
};

} // namespace nc
