#pragma once

#include "core/error.h"

/// Codes of domain "publish"; sentences in resources/sentences/publish.tsv.
namespace nc::errors {

inline constexpr ErrorCode problemsBlock{"publish", "problems-block"};
inline constexpr ErrorCode noSuchTemplate{"publish", "no-such-template"};
inline constexpr ErrorCode notPublished{"publish", "not-published"};
inline constexpr ErrorCode rowChanged{"publish", "row-changed"};
inline constexpr ErrorCode notTried{"publish", "not-tried"};
inline constexpr ErrorCode notCommitted{"publish", "not-committed"};
inline constexpr ErrorCode historyNewer{"publish", "history-newer"};
inline constexpr ErrorCode noHistory{"publish", "no-history"};
inline constexpr ErrorCode noVersion{"publish", "no-version"};
inline constexpr ErrorCode noVersionThen{"publish", "no-version-then"};
inline constexpr ErrorCode diiaToken{"publish", "diia-token"};
inline constexpr ErrorCode diiaRefused{"publish", "diia-refused"};
inline constexpr ErrorCode diiaAnswer{"publish", "diia-answer"};
inline constexpr ErrorCode diiaInDoubt{"publish", "diia-in-doubt"};
inline constexpr ErrorCode diiaUnsure{"publish", "diia-unsure"};
inline constexpr ErrorCode diiaNoToken{"publish", "diia-no-token"};
inline constexpr ErrorCode noService{"publish", "no-service"};
inline constexpr ErrorCode serviceRefused{"publish", "service-refused"};
inline constexpr ErrorCode serviceAnswer{"publish", "service-answer"};
inline constexpr ErrorCode serviceOtherText{"publish", "service-other-text"};
inline constexpr ErrorCode nameOverHttp{"publish", "name-over-http"};
inline constexpr ErrorCode contentNotKept{"publish", "content-not-kept"};
inline constexpr ErrorCode someFailed{"publish", "some-failed"};
inline constexpr ErrorCode noSuchSample{"publish", "no-such-sample"};
inline constexpr ErrorCode sampleExists{"publish", "sample-exists"};
inline constexpr ErrorCode badSampleName{"publish", "bad-sample-name"};
inline constexpr ErrorCode badSampleData{"publish", "bad-sample-data"};

} // namespace nc::errors
