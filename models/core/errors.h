#pragma once

#include "core/error.h"

/// Codes of domain "core"; sentences in resources/sentences/core.tsv.
namespace nc::errors {

inline constexpr ErrorCode cancelled{"core", "cancelled"};
inline constexpr ErrorCode timedOut{"core", "timed-out"};
inline constexpr ErrorCode cannotRead{"core", "cannot-read"};
inline constexpr ErrorCode cannotWrite{"core", "cannot-write"};
inline constexpr ErrorCode diskFull{"core", "disk-full"};
inline constexpr ErrorCode changedMeanwhile{"core", "changed-meanwhile"};
inline constexpr ErrorCode notFound{"core", "not-found"};
inline constexpr ErrorCode badTime{"core", "bad-time"};
inline constexpr ErrorCode badDuration{"core", "bad-duration"};
inline constexpr ErrorCode cannotStart{"core", "cannot-start"};
inline constexpr ErrorCode peerDied{"core", "peer-died"};
inline constexpr ErrorCode badAnswer{"core", "bad-answer"};
inline constexpr ErrorCode answerTooLarge{"core", "answer-too-large"};
inline constexpr ErrorCode requestTooLarge{"core", "request-too-large"};
inline constexpr ErrorCode workerStopped{"core", "worker-stopped"};
inline constexpr ErrorCode badSettings{"core", "bad-settings"};
inline constexpr ErrorCode noSecretStore{"core", "no-secret-store"};
inline constexpr ErrorCode badSecretStore{"core", "bad-secret-store"};
inline constexpr ErrorCode internal{"core", "internal"};

// YAML files (yamlreader.h, yamldocument.h)
inline constexpr ErrorCode yamlBroken{"core", "yaml-broken"};
inline constexpr ErrorCode yamlNotUtf8{"core", "yaml-not-utf8"};
inline constexpr ErrorCode yamlTab{"core", "yaml-tab"};
inline constexpr ErrorCode yamlControlCharacter{"core", "yaml-control-character"};
inline constexpr ErrorCode yamlTooDeep{"core", "yaml-too-deep"};
inline constexpr ErrorCode yamlTooLarge{"core", "yaml-too-large"};
inline constexpr ErrorCode yamlDuplicateKey{"core", "yaml-duplicate-key"};
inline constexpr ErrorCode yamlNotMapping{"core", "yaml-not-mapping"};
inline constexpr ErrorCode yamlAlias{"core", "yaml-alias"};
inline constexpr ErrorCode yamlMergeKey{"core", "yaml-merge-key"};
inline constexpr ErrorCode yamlSeveralDocuments{"core", "yaml-several-documents"};
inline constexpr ErrorCode yamlAnchorInUse{"core", "yaml-anchor-in-use"};
inline constexpr ErrorCode yamlUnsafeEdit{"core", "yaml-unsafe-edit"};

} // namespace nc::errors
