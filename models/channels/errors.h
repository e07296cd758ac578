#pragma once

#include "core/error.h"

/// Codes of domain "channels"; sentences in resources/sentences/channels.tsv.
namespace nc::errors {

inline constexpr ErrorCode noValuesFile{"channels", "no-values-file"};
/// Subject "<path>:<line>:<column>", as a YAML error's.
inline constexpr ErrorCode valuesInConflict{"channels", "conflict-marker"};
inline constexpr ErrorCode invalidHost{"channels", "invalid-host"};
inline constexpr ErrorCode invalidPort{"channels", "invalid-port"};
inline constexpr ErrorCode invalidAddress{"channels", "invalid-address"};
inline constexpr ErrorCode invalidVaultPath{"channels", "invalid-vault-path"};
inline constexpr ErrorCode invalidUrl{"channels", "invalid-url"};
inline constexpr ErrorCode missingSetting{"channels", "missing-setting"};
inline constexpr ErrorCode missingUrlTyped{"channels", "missing-url"};
inline constexpr ErrorCode notForInternal{"channels", "not-for-internal"};
inline constexpr ErrorCode notExternal{"channels", "not-external"};
inline constexpr ErrorCode noLegacyPassword{"channels", "no-legacy-password"};
inline constexpr ErrorCode noOpenToken{"channels", "no-open-token"};
inline constexpr ErrorCode noDiia{"channels", "no-diia"};
inline constexpr ErrorCode noPassword{"channels", "no-password"};
inline constexpr ErrorCode invalidSecretPlace{"channels", "invalid-secret-place"};

// Connection tests
inline constexpr ErrorCode testDns{"channels", "test-dns"};
inline constexpr ErrorCode testConnect{"channels", "test-connect"};
inline constexpr ErrorCode testTimeout{"channels", "test-timeout"};
inline constexpr ErrorCode testTls{"channels", "test-tls"};
inline constexpr ErrorCode testCertificate{"channels", "test-certificate"};
inline constexpr ErrorCode testNoStartTls{"channels", "test-no-starttls"};
inline constexpr ErrorCode testGreeting{"channels", "test-greeting"};
inline constexpr ErrorCode testAuth{"channels", "test-auth"};
inline constexpr ErrorCode testRecipient{"channels", "test-recipient"};
inline constexpr ErrorCode testLetter{"channels", "test-letter"};
inline constexpr ErrorCode testDiiaToken{"channels", "test-diia-token"};
inline constexpr ErrorCode testDiiaAnswer{"channels", "test-diia-answer"};

// The vault
inline constexpr ErrorCode vaultUnreachable{"channels", "vault-unreachable"};
inline constexpr ErrorCode vaultCertificate{"channels", "vault-certificate"};
inline constexpr ErrorCode vaultNotHttps{"channels", "vault-not-https"};
inline constexpr ErrorCode vaultNoToken{"channels", "vault-no-token"};
inline constexpr ErrorCode vaultLogin{"channels", "vault-login"};
inline constexpr ErrorCode vaultForbidden{"channels", "vault-forbidden"};
inline constexpr ErrorCode vaultSealed{"channels", "vault-sealed"};
inline constexpr ErrorCode vaultNoMount{"channels", "vault-no-mount"};
inline constexpr ErrorCode vaultNotV2{"channels", "vault-not-v2"};
inline constexpr ErrorCode vaultConflict{"channels", "vault-conflict"};
inline constexpr ErrorCode vaultAnswer{"channels", "vault-answer"};
inline constexpr ErrorCode vaultReadBack{"channels", "vault-read-back"};

} // namespace nc::errors

/// Domain "channelcheck": what can be wrong in a file of settings. The names are the codes of `channels check`.
namespace nc::channelcheck {

inline constexpr ErrorCode notConfigured{"channelcheck", "not-configured"};
inline constexpr ErrorCode notMapping{"channelcheck", "not-a-mapping"};
inline constexpr ErrorCode duplicateKey{"channelcheck", "duplicate-key"};
inline constexpr ErrorCode unknownKey{"channelcheck", "unknown-key"};
inline constexpr ErrorCode missingType{"channelcheck", "missing-type"};
inline constexpr ErrorCode unknownType{"channelcheck", "unknown-type"};
inline constexpr ErrorCode leftoverKey{"channelcheck", "leftover-key"};
inline constexpr ErrorCode missingHost{"channelcheck", "missing-host"};
inline constexpr ErrorCode badHost{"channelcheck", "bad-host"};
inline constexpr ErrorCode missingPort{"channelcheck", "missing-port"};
inline constexpr ErrorCode badPort{"channelcheck", "bad-port"};
inline constexpr ErrorCode unusualPort{"channelcheck", "unusual-port"};
inline constexpr ErrorCode missingAddress{"channelcheck", "missing-address"};
inline constexpr ErrorCode badAddress{"channelcheck", "bad-address"};
inline constexpr ErrorCode foreignAddress{"channelcheck", "foreign-address"};
inline constexpr ErrorCode legacyPassword{"channelcheck", "legacy-password"};
inline constexpr ErrorCode missingVaultPath{"channelcheck", "missing-vault-path"};
inline constexpr ErrorCode missingVaultKey{"channelcheck", "missing-vault-key"};
inline constexpr ErrorCode missingUrl{"channelcheck", "missing-url"};
inline constexpr ErrorCode badUrl{"channelcheck", "bad-url"};
inline constexpr ErrorCode notHttps{"channelcheck", "not-https"};
inline constexpr ErrorCode missingSecret{"channelcheck", "missing-secret"};
inline constexpr ErrorCode openSecret{"channelcheck", "open-secret"};

} // namespace nc::channelcheck
