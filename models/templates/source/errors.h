#pragma once

#include "core/error.h"

/// Codes of domain "templates"; sentences in resources/sentences/templates.tsv.
namespace nc::errors {

inline constexpr ErrorCode regulationNotFound{"templates", "regulation-not-found"};
inline constexpr ErrorCode templateNotFound{"templates", "template-not-found"};
inline constexpr ErrorCode badTemplateName{"templates", "bad-template-name"};
inline constexpr ErrorCode oddTemplateName{"templates", "odd-template-name"};
inline constexpr ErrorCode templateExists{"templates", "template-exists"};
inline constexpr ErrorCode badSheetName{"templates", "bad-sheet-name"};
inline constexpr ErrorCode sheetExists{"templates", "sheet-exists"};
inline constexpr ErrorCode notPreparable{"templates", "not-preparable"};
inline constexpr ErrorCode diiaKeyMissing{"templates", "diia-key-missing"};

} // namespace nc::errors

/// Findings of lint; sentences in resources/sentences/lint.tsv. The name up to its first dot is the lint code that the
/// command line and pipelines know; what follows tells kinds of it apart for the sentence.
namespace nc::lint {

// Errors
inline constexpr ErrorCode missingContent{"lint", "missing-content"};
inline constexpr ErrorCode emptyContent{"lint", "empty-content"};
inline constexpr ErrorCode notUtf8{"lint", "not-utf8"};
inline constexpr ErrorCode conflictMarker{"lint", "conflict-marker"};
inline constexpr ErrorCode missingMetadata{"lint", "missing-metadata"};
inline constexpr ErrorCode badMetadata{"lint", "bad-metadata"};
inline constexpr ErrorCode metadataEmpty{"lint", "bad-metadata.empty"};
inline constexpr ErrorCode metadataNoMapping{"lint", "bad-metadata.no-mapping"};
inline constexpr ErrorCode metadataUnknownKey{"lint", "bad-metadata.unknown-key"};
inline constexpr ErrorCode metadataNotText{"lint", "bad-metadata.not-text"};
inline constexpr ErrorCode metadataNoValue{"lint", "bad-metadata.no-value"};
inline constexpr ErrorCode metadataNoMap{"lint", "bad-metadata.no-map"};
inline constexpr ErrorCode missingTitle{"lint", "missing-title"};
inline constexpr ErrorCode missingAttribute{"lint", "missing-attribute"};
inline constexpr ErrorCode notADirectory{"lint", "not-a-directory"};
inline constexpr ErrorCode missingImage{"lint", "missing-image"};
inline constexpr ErrorCode remoteImage{"lint", "missing-image.remote"};
inline constexpr ErrorCode missingStyle{"lint", "missing-style"};
inline constexpr ErrorCode remoteStyle{"lint", "missing-style.remote"};
inline constexpr ErrorCode pathEscape{"lint", "path-escape"};
inline constexpr ErrorCode folderEscape{"lint", "path-escape.folder"};
inline constexpr ErrorCode syntax{"lint", "syntax"};
inline constexpr ErrorCode forbidden{"lint", "forbidden"};

// Warnings
inline constexpr ErrorCode alteredByHtml{"lint", "altered-by-html"};
inline constexpr ErrorCode goneByHtml{"lint", "altered-by-html.gone"};
inline constexpr ErrorCode openedByHtml{"lint", "altered-by-html.opened"};
inline constexpr ErrorCode closedByHtml{"lint", "altered-by-html.closed"};
inline constexpr ErrorCode notInterpolated{"lint", "not-interpolated"};
inline constexpr ErrorCode noAutoEscape{"lint", "no-auto-escape"};
inline constexpr ErrorCode longTitle{"lint", "too-long.title"};
inline constexpr ErrorCode longShortText{"lint", "too-long.short-text"};
inline constexpr ErrorCode longContent{"lint", "too-long.content"};
inline constexpr ErrorCode unknownChannel{"lint", "unknown-channel"};
inline constexpr ErrorCode strayFile{"lint", "stray-file"};
inline constexpr ErrorCode unusedFile{"lint", "unused-file"};
inline constexpr ErrorCode imageType{"lint", "image-type"};
inline constexpr ErrorCode oddName{"lint", "odd-name"};
inline constexpr ErrorCode missingTemplate{"lint", "missing-template"};

// Told, not wrong
inline constexpr ErrorCode stylePath{"lint", "style-path"};
inline constexpr ErrorCode notChecked{"lint", "not-checked"};
inline constexpr ErrorCode moreProblems{"lint", "more-problems"};

} // namespace nc::lint

/// What a quick fix does, in words; resources/sentences/fix.tsv.
namespace nc::fixes {

inline constexpr ErrorCode interpolate{"fix", "interpolate"};
inline constexpr ErrorCode escapeHtml{"fix", "escape-html"};
inline constexpr ErrorCode outputFormat{"fix", "output-format"};
inline constexpr ErrorCode singleQuotes{"fix", "single-quotes"};
inline constexpr ErrorCode insideValue{"fix", "inside-value"};
inline constexpr ErrorCode wrapBlock{"fix", "wrap-block"};
inline constexpr ErrorCode bareSheetName{"fix", "bare-sheet-name"};
inline constexpr ErrorCode useFile{"fix", "use-file"};
inline constexpr ErrorCode createMetadata{"fix", "create-metadata"};
inline constexpr ErrorCode quoteValue{"fix", "quote-value"};
inline constexpr ErrorCode removeKey{"fix", "remove-key"};
inline constexpr ErrorCode addTitle{"fix", "add-title"};
inline constexpr ErrorCode createContent{"fix", "create-content"};
inline constexpr ErrorCode fromWindows1251{"fix", "from-windows-1251"};
inline constexpr ErrorCode removeHeader{"fix", "remove-header"};
inline constexpr ErrorCode addAttribute{"fix", "add-attribute"};
inline constexpr ErrorCode addEmptyAttribute{"fix", "add-empty-attribute"};
inline constexpr ErrorCode putIntoComment{"fix", "put-into-comment"};
inline constexpr ErrorCode deleteFile{"fix", "delete-file"};
inline constexpr ErrorCode insertPicture{"fix", "insert-picture"};
inline constexpr ErrorCode linkSheet{"fix", "link-sheet"};
inline constexpr ErrorCode showExcess{"fix", "show-excess"};
inline constexpr ErrorCode convertToJpeg{"fix", "convert-to-jpeg"};

} // namespace nc::fixes
