#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace nc {

/// How one version of the notification service treats events (docs/contracts.md, section 11): data, read from
/// resources/servicerules. A plain value.
struct ServiceRules {
    QString version;
    qint64 largestRecord = 0; ///< bytes; what its producer refuses to send
    QStringList channels; ///< names it knows, in lower case
    QStringList always; ///< channels that everybody gets unless preferences are ignored
    QStringList realms;
    QHash<QString, QString> neverFromEvents; ///< channels that always fail from an event → code of the sentence why
    QStringList needTitle;
    QStringList needAddress;
    QStringList needContext; ///< channel records whose context must be there
    QStringList identityChecked; ///< channels that look the recipient up once more

    /// Nothing for a version that is not known. Empty: the newest known one.
    static std::optional<ServiceRules> forVersion(const QString& version = {});
    static QStringList knownVersions(); ///< oldest first
};

} // namespace nc
