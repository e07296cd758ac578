#pragma once

#include "channels/channelsettings.h"
#include "core/result.h"
#include "yaml/yamldocument.h"

namespace nc {

/// What is to be set of the email channel; what is not given stays as it is in the file.
struct EmailChange {
    EmailSettings::Type type = EmailSettings::Type::None; ///< None: as in the file
    std::optional<QString> host;
    std::optional<int> port;
    std::optional<QString> address;
    std::optional<QString> vaultPath;
    std::optional<QString> vaultKey;

    friend bool operator==(const EmailChange&, const EmailChange&) = default;
};

struct DiiaChange {
    QString url; ///< empty: as in the file
    /// Writes the other keys that the platform expects too (type, protocol, auth.type), where they are missing.
    bool complete = false;
    std::optional<QString> secret; ///< "vault:…", never the token

    friend bool operator==(const DiiaChange&, const DiiaChange&) = default;
};

/// Writes the change into the document, nothing else. Internal takes out what belongs to an external server, the old
/// password included. errors::invalidHost, invalidPort, invalidAddress, missingSetting (external without a host, port
/// or address), notForInternal, and those of YamlDocument; the document is then as it was.
/// `partial`: what an external server lacks is not asked for; for showing a change that is still being made.
Result<void> applyEmail(YamlDocument& document, const EmailChange& change, bool partial = false);

/// errors::invalidUrl, and those of YamlDocument.
Result<void> applyDiia(YamlDocument& document, const DiiaChange& change);
/// Takes the Diia channel out of the file.
Result<void> removeDiia(YamlDocument& document);

/// Takes `password:` out of the file and gives it decoded (it stands there as base64). errors::noLegacyPassword.
/// Whoever calls it puts the password where it belongs *before* the file is written.
Result<QString> takeLegacyPassword(YamlDocument& document);

/// The same for a partner's token that stands openly as Diia's `auth.secret`, as it is written there.
/// errors::noOpenToken.
Result<QString> takeOpenToken(YamlDocument& document);

} // namespace nc
