#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nc {

/// What a record of the platform's topics is about, read leniently from its JSON (docs/contracts.md, section 6); fields
/// that are not there are empty.
struct EventFacts {
    QString templateName;
    QString channel; ///< only where the topic tells it
    QString process; ///< businessProcessInstanceId
    QStringList recipients; ///< ids, else addresses
};

EventFacts factsOf(const QByteArray& value, const QString& topic);

} // namespace nc
