#pragma once

#include "core/error.h"

/// Codes of domain "deadletters"; sentences in resources/sentences/deadletters.tsv.
namespace nc::errors {

inline constexpr ErrorCode noTarget{"deadletters", "no-target"};
inline constexpr ErrorCode targetMissing{"deadletters", "target-missing"};
inline constexpr ErrorCode notDeadLetterTopic{"deadletters", "not-dead-letter-topic"};
inline constexpr ErrorCode badOffsets{"deadletters", "bad-offsets"};
inline constexpr ErrorCode ledgerNewer{"deadletters", "ledger-newer"};
inline constexpr ErrorCode ledgerUnreadable{"deadletters", "ledger-unreadable"};
inline constexpr ErrorCode ledgerHeldBack{"deadletters", "ledger-held-back"};
inline constexpr ErrorCode ledgerFile{"deadletters", "ledger-file"};
inline constexpr ErrorCode transactionsForbidden{"deadletters", "transactions-forbidden"};
inline constexpr ErrorCode replayFenced{"deadletters", "replay-fenced"};
inline constexpr ErrorCode noSuchRun{"deadletters", "no-such-run"};
inline constexpr ErrorCode replayInDoubt{"deadletters", "replay-in-doubt"};
inline constexpr ErrorCode badAudit{"deadletters", "bad-audit"};
inline constexpr ErrorCode noGroupSeen{"deadletters", "no-group-seen"};
inline constexpr ErrorCode inboxUntold{"deadletters", "inbox-untold"};
inline constexpr ErrorCode recordsUnreadable{"deadletters", "records-unreadable"};
inline constexpr ErrorCode cannotResend{"deadletters", "cannot-resend"};
inline constexpr ErrorCode cannotPatch{"deadletters", "cannot-patch"};
inline constexpr ErrorCode badEventAddress{"deadletters", "bad-event-address"};
inline constexpr ErrorCode noSuchEvent{"deadletters", "no-such-event"};

inline constexpr ErrorCode badPatch{"deadletters", "bad-patch"};
inline constexpr ErrorCode canaryFailed{"deadletters", "canary-failed"};
inline constexpr ErrorCode canaryUnseen{"deadletters", "canary-unseen"};
inline constexpr ErrorCode failuresCameBack{"deadletters", "failures-came-back"};

// Why a record is left out of what is sent, or what else is to be said about it.
inline constexpr ErrorCode heldReplayed{"deadletters", "held-replayed"};
inline constexpr ErrorCode heldDiscarded{"deadletters", "held-discarded"};
inline constexpr ErrorCode heldReply{"deadletters", "held-reply"};
inline constexpr ErrorCode heldReturns{"deadletters", "held-returns"};
inline constexpr ErrorCode heldEventDead{"deadletters", "held-event-dead"};
inline constexpr ErrorCode heldEventReplayed{"deadletters", "held-event-replayed"};
inline constexpr ErrorCode heldTooLate{"deadletters", "held-too-late"};
inline constexpr ErrorCode heldAlreadyGot{"deadletters", "held-already-got"};
inline constexpr ErrorCode heldEverybodyGot{"deadletters", "held-everybody-got"};
inline constexpr ErrorCode heldVerdict{"deadletters", "held-verdict"};
inline constexpr ErrorCode heldUnseen{"deadletters", "held-unseen"};
inline constexpr ErrorCode noteNarrowed{"deadletters", "note-narrowed"};
inline constexpr ErrorCode noteAgain{"deadletters", "note-again"};
inline constexpr ErrorCode noteNoType{"deadletters", "note-no-type"};

// Why a consumer stands still.
inline constexpr ErrorCode stuckUndeserializable{"deadletters", "stuck-undeserializable"};
inline constexpr ErrorCode stuckTooLarge{"deadletters", "stuck-too-large"};

// Why a record or a delivery failed (docs/contracts.md, section 11): not failures of the console, but told in the same
// table. The subject is the topic, the channel or the class of the exception; the detail is what the server said.
inline constexpr ErrorCode causeUndeserializable{"deadletters", "cause-undeserializable"};
inline constexpr ErrorCode causeNoType{"deadletters", "cause-no-type"};
inline constexpr ErrorCode causeWrappedAgain{"deadletters", "cause-wrapped-again"};
inline constexpr ErrorCode causeUntrustedType{"deadletters", "cause-untrusted-type"};
inline constexpr ErrorCode causeUnknownType{"deadletters", "cause-unknown-type"};
inline constexpr ErrorCode causeEmptyRecord{"deadletters", "cause-empty-record"};
inline constexpr ErrorCode causeUserNotFound{"deadletters", "cause-user-not-found"};
inline constexpr ErrorCode causeUserAmbiguous{"deadletters", "cause-user-ambiguous"};
inline constexpr ErrorCode causeNoFullName{"deadletters", "cause-no-full-name"};
inline constexpr ErrorCode causeIdentityFailed{"deadletters", "cause-identity-failed"};
inline constexpr ErrorCode causeNoNotification{"deadletters", "cause-no-notification"};
inline constexpr ErrorCode causeNoRecipients{"deadletters", "cause-no-recipients"};
inline constexpr ErrorCode causeNoParameters{"deadletters", "cause-no-parameters"};
inline constexpr ErrorCode causeNoChannels{"deadletters", "cause-no-channels"};
inline constexpr ErrorCode causeNoRealm{"deadletters", "cause-no-realm"};
inline constexpr ErrorCode causeNoContext{"deadletters", "cause-no-context"};
inline constexpr ErrorCode causeUnknownChannel{"deadletters", "cause-unknown-channel"};
inline constexpr ErrorCode causeSmtpRefused{"deadletters", "cause-smtp-refused"};
inline constexpr ErrorCode causeSmtpDown{"deadletters", "cause-smtp-down"};
inline constexpr ErrorCode causeSmtpAuthentication{"deadletters", "cause-smtp-authentication"};
inline constexpr ErrorCode causeSmtpFailed{"deadletters", "cause-smtp-failed"};
inline constexpr ErrorCode causeNoSubject{"deadletters", "cause-no-subject"};
inline constexpr ErrorCode causeNoAddress{"deadletters", "cause-no-address"};
inline constexpr ErrorCode causeDiiaFailed{"deadletters", "cause-diia-failed"};
inline constexpr ErrorCode causeDiiaRoles{"deadletters", "cause-diia-roles"};
inline constexpr ErrorCode causeNoTemplate{"deadletters", "cause-no-template"};
inline constexpr ErrorCode causeTemplateFailed{"deadletters", "cause-template-failed"};
inline constexpr ErrorCode causeTemplateMended{"deadletters", "cause-template-mended"};
inline constexpr ErrorCode causeTooLarge{"deadletters", "cause-too-large"};
inline constexpr ErrorCode causeTimeout{"deadletters", "cause-timeout"};
inline constexpr ErrorCode causeDatabase{"deadletters", "cause-database"};
inline constexpr ErrorCode causeOther{"deadletters", "cause-other"};
inline constexpr ErrorCode causeUnknown{"deadletters", "cause-unknown"};

// Reasons of a verdict beside the causes.
inline constexpr ErrorCode verdictNoRules{"deadletters", "verdict-no-rules"};
inline constexpr ErrorCode verdictNoOrigin{"deadletters", "verdict-no-origin"};
inline constexpr ErrorCode verdictNoDatabase{"deadletters", "verdict-no-database"};
inline constexpr ErrorCode verdictNobody{"deadletters", "verdict-nobody"};
inline constexpr ErrorCode verdictIdentity{"deadletters", "verdict-identity"};
inline constexpr ErrorCode verdictPreferences{"deadletters", "verdict-preferences"};
inline constexpr ErrorCode verdictServer{"deadletters", "verdict-server"};
inline constexpr ErrorCode verdictTemplate{"deadletters", "verdict-template"};
inline constexpr ErrorCode verdictNoTemplate{"deadletters", "verdict-no-template"};
inline constexpr ErrorCode verdictUnnamedTemplate{"deadletters", "verdict-unnamed-template"};
inline constexpr ErrorCode verdictNoRecipient{"deadletters", "verdict-no-recipient"};

inline constexpr ErrorCode verdictUnknownVersion{"deadletters", "verdict-unknown-version"};
inline constexpr ErrorCode verdictRoles{"deadletters", "verdict-roles"};
inline constexpr ErrorCode verdictDiiaParameter{"deadletters", "verdict-diia-parameter"};
inline constexpr ErrorCode verdictNoTarget{"deadletters", "verdict-no-target"};

// Why the service cannot read a value. The subject is the path in it.
inline constexpr ErrorCode shapeNotJson{"deadletters", "shape-not-json"};
inline constexpr ErrorCode shapeNotObject{"deadletters", "shape-not-object"};
inline constexpr ErrorCode shapeListForObject{"deadletters", "shape-list-for-object"};
inline constexpr ErrorCode shapeNoObject{"deadletters", "shape-no-object"};
inline constexpr ErrorCode shapeNoList{"deadletters", "shape-no-list"};
inline constexpr ErrorCode shapeNoText{"deadletters", "shape-no-text"};
inline constexpr ErrorCode shapeNoTruth{"deadletters", "shape-no-truth"};
inline constexpr ErrorCode shapeBadRealm{"deadletters", "shape-bad-realm"};

// What happened to a notification, in a trace; and what did not.
inline constexpr ErrorCode traceRequested{"deadletters", "trace-requested"};
inline constexpr ErrorCode traceRequestedAgain{"deadletters", "trace-requested-again"};
inline constexpr ErrorCode traceRequestedUnnamed{"deadletters", "trace-requested-unnamed"};
inline constexpr ErrorCode traceAttempts{"deadletters", "trace-attempts"};
inline constexpr ErrorCode traceSilent{"deadletters", "trace-silent"};
inline constexpr ErrorCode traceSilentUncertain{"deadletters", "trace-silent-uncertain"};
inline constexpr ErrorCode traceHanded{"deadletters", "trace-handed"};
inline constexpr ErrorCode traceDelivered{"deadletters", "trace-delivered"};
inline constexpr ErrorCode traceInboxRead{"deadletters", "trace-inbox-read"};
inline constexpr ErrorCode traceInboxUnread{"deadletters", "trace-inbox-unread"};
inline constexpr ErrorCode traceDead{"deadletters", "trace-dead"};
inline constexpr ErrorCode traceDeadAgain{"deadletters", "trace-dead-again"};
inline constexpr ErrorCode traceSentAgain{"deadletters", "trace-sent-again"};
inline constexpr ErrorCode traceDiscarded{"deadletters", "trace-discarded"};
inline constexpr ErrorCode traceReopened{"deadletters", "trace-reopened"};
inline constexpr ErrorCode traceMentioned{"deadletters", "trace-mentioned"};
inline constexpr ErrorCode traceNoEvent{"deadletters", "trace-no-event"};
inline constexpr ErrorCode traceNoEventDirect{"deadletters", "trace-no-event-direct"};
inline constexpr ErrorCode traceNothingFollowed{"deadletters", "trace-nothing-followed"};
inline constexpr ErrorCode traceNoRecord{"deadletters", "trace-no-record"};
inline constexpr ErrorCode traceNoAudit{"deadletters", "trace-no-audit"};
inline constexpr ErrorCode traceNoDeadLetter{"deadletters", "trace-no-dead-letter"};
inline constexpr ErrorCode traceNothingSince{"deadletters", "trace-nothing-since"};
inline constexpr ErrorCode traceNothingAfterSending{"deadletters", "trace-nothing-after-sending"};
inline constexpr ErrorCode traceNoInboxRow{"deadletters", "trace-no-inbox-row"};
inline constexpr ErrorCode traceNoEmail{"deadletters", "trace-no-email"};
inline constexpr ErrorCode traceNoEmailAsked{"deadletters", "trace-no-email-asked"};
inline constexpr ErrorCode traceUntold{"deadletters", "trace-untold"};
inline constexpr ErrorCode traceInboxUntold{"deadletters", "trace-inbox-untold"};
inline constexpr ErrorCode traceNoDatabase{"deadletters", "trace-no-database"};

} // namespace nc::errors
