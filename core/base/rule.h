// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace adit {

/// A rule that refuses something, or what it expects in the place of what was found. Core code names the rule in the
/// texts of an Error (ruleMark()) and never words it: one switch in the window and one in the command line turn rules
/// into words, as they do with codes of errors. What the values of each are follows from the words there.
// clang-format off
#define ADIT_RULES(X) \
    X(KnownNumber, "known-number") \
    X(ValueNeeded, "value-needed") \
    X(TextNeeded, "text-needed") \
    X(WholeNumber, "whole-number") \
    X(ClockTime, "clock-time") \
    X(SealedText, "sealed-text") \
    X(NotBefore, "not-before") \
    X(MilestoneNotBefore, "milestone-not-before") \
    X(MilestoneNotAfter, "milestone-not-after") \
    X(EvidenceTaken, "evidence-taken") \
    X(EvidenceNotTaken, "evidence-not-taken") \
    X(EvidencePlace, "evidence-place") \
    X(WhyRemoved, "why-removed") \
    X(InterviewDay, "interview-day") \
    X(WhyCancelled, "why-cancelled") \
    X(DeclarationFirst, "declaration-first") \
    X(CauseFirst, "cause-first") \
    X(ActionFirst, "action-first") \
    X(ImplementedDay, "implemented-day") \
    X(VerifiedDay, "verified-day") \
    X(WhoVerified, "who-verified") \
    X(VerifiedBasis, "verified-basis") \
    X(OwnerDoesNotVerify, "owner-does-not-verify") \
    X(AnswerNeeded, "answer-needed") \
    X(OutcomeNeeded, "outcome-needed") \
    X(WhoDecided, "who-decided") \
    X(DeciderTookNoPart, "decider-took-no-part") \
    X(ProfileSigned, "profile-signed") \
    X(RevocationSigned, "revocation-signed") \
    X(HandoverSigned, "handover-signed") \
    X(ShareSigned, "share-signed") \
    X(WhyRevoked, "why-revoked") \
    X(WhoUnlocks, "who-unlocks") \
    X(ConcernKnown, "concern-known") \
    X(HasReceipt, "has-receipt") \
    X(RatedStays, "rated-stays") \
    X(RatedAnewOnly, "rated-anew-only") \
    X(NotRatedBefore, "not-rated-before") \
    X(StepOpenFirst, "step-open-first") \
    X(NothingDeferred, "nothing-deferred") \
    X(SignOffFromOutside, "sign-off-from-outside") \
    X(CommentsSettledFirst, "comments-settled-first") \
    X(CommentNumber, "comment-number") \
    X(AnswerBeforeSettling, "answer-before-settling") \
    X(AnswererDoesNotSettle, "answerer-does-not-settle") \
    X(DeciderOfList, "decider-of-list") \
    X(OnTeamToo, "on-team-too") \
    X(DecidesOnOwnReview, "decides-on-own-review") \
    X(DidAuditWork, "did-audit-work") \
    X(HistoryNotSeen, "history-not-seen") \
    X(WhoWorkedNotSeen, "who-worked-not-seen") \
    X(NoLevelYet, "no-level-yet") \
    X(LevelAtMost, "level-at-most") \
    X(WhyLess, "why-less") \
    X(WhyOutcome, "why-outcome") \
    X(CheckNotMet, "check-not-met") \
    X(CalibrationNumber, "calibration-number") \
    X(RaterOnTeam, "rater-on-team") \
    X(TwoRaters, "two-raters") \
    X(AtLeastOne, "at-least-one") \
    X(CalibrationHidden, "calibration-hidden") \
    X(CalibrationLaidOpen, "calibration-laid-open") \
    X(BothRated, "both-rated") \
    X(RecoveryGroup, "recovery-group") \
    X(RecoveryGroupRead, "recovery-group-read") \
    X(RecoveryCode, "recovery-code") \
    X(RecoveryCodeRead, "recovery-code-read") \
    X(PersonName, "person-name") \
    X(PassphraseLength, "passphrase-length") \
    X(PassphraseRead, "passphrase-read") \
    X(MineNamed, "mine-named") \
    X(LimitsWithoutSentence, "limits-without-sentence") \
    X(PlanVersionKnown, "plan-version-known") \
    X(PlanEmpty, "plan-empty") \
    X(PlanAsIssued, "plan-as-issued") \
    X(WhyNewVersion, "why-new-version") \
    X(RoleForWholeCase, "role-for-whole-case") \
    X(RecipientNeeded, "recipient-needed") \
    X(FileNotFolder, "file-not-folder") \
    X(MegabytesAtMost, "megabytes-at-most") \
    X(FileNotEmpty, "file-not-empty") \
    X(FileBecameShorter, "file-became-shorter") \
    X(FileChanged, "file-changed") \
    X(ProfileFormat, "profile-format") \
    X(ProfileKeyBytes, "profile-key-bytes") \
    X(ProfileLock, "profile-lock") \
    X(ProfileFacts, "profile-facts") \
    X(ProfileAltered, "profile-altered") \
    X(ProfileSecretKeys, "profile-secret-keys") \
    X(ProfileKeysBelong, "profile-keys-belong") \
    X(TrustFormat, "trust-format") \
    X(TrustAltered, "trust-altered") \
    X(ParcelNoCase, "parcel-no-case") \
    X(ParcelOtherCase, "parcel-other-case") \
    X(ParcelCut, "parcel-cut") \
    X(ParcelPieceLong, "parcel-piece-long") \
    X(ParcelPieceShort, "parcel-piece-short") \
    X(ParcelNewer, "parcel-newer") \
    X(ParcelNoBeginning, "parcel-no-beginning") \
    X(ParcelReaders, "parcel-readers") \
    X(ParcelContents, "parcel-contents") \
    X(ParcelHandover, "parcel-handover") \
    X(ParcelAltered, "parcel-altered") \
    X(ParcelUnsigned, "parcel-unsigned") \
    X(ParcelResealed, "parcel-resealed") \
    X(ParcelCaseUnsigned, "parcel-case-unsigned") \
    X(SameFile, "same-file") \
    X(OtherStandard, "other-standard") \
    X(ReadCopyAgain, "read-copy-again") \
    X(PixelsAtMost, "pixels-at-most") \
    X(RedactionTarget, "redaction-target") \
    X(RedactionWithTexts, "redaction-with-texts") \
    X(NeverWithheld, "never-withheld") \
    X(TextWritten, "text-written") \
    X(WordsOfText, "words-of-text") \
    X(ScoreRestsOnIt, "score-rests-on-it") \
    X(WhyNoScoreRests, "why-no-score-rests") \
    X(WordingSaysIt, "wording-says-it") \
    X(RedactionNumber, "redaction-number") \
    X(AskerDoesNotDecide, "asker-does-not-decide") \
    X(WhyRefused, "why-refused") \
    X(WhatChangedSince, "what-changed-since") \
    X(NobodyLetsNamePass, "nobody-lets-name-pass") \
    X(WhyNamePasses, "why-name-passes") \
    X(AuthorDoesNotPass, "author-does-not-pass") \
    X(NameFindKnown, "name-find-known") \
    X(ReleaseFirst, "release-first") \
    X(RedactionOfRelease, "redaction-of-release") \
    X(WordsNotBlanks, "words-not-blanks") \
    X(AuthorUnknown, "author-unknown") \
    X(DecisionStands, "decision-stands") \
    X(ReleaseNumber, "release-number") \
    X(WhyReleaseWithdrawn, "why-release-withdrawn") \
    X(PhotoExpected, "photo-expected") \
    X(PhotoCutOff, "photo-cut-off") \
    X(PhotoHasFile, "photo-has-file") \
    X(PhotoConfidential, "photo-confidential") \
    X(PhotoConsent, "photo-consent") \
    X(PhotoTakenOut, "photo-taken-out") \
    X(PhotoNumber, "photo-number") \
    X(MapJson, "map-json") \
    X(MapObject, "map-object") \
    X(MapList, "map-list") \
    X(MapPosition, "map-position") \
    X(MapLine, "map-line") \
    X(MapRing, "map-ring") \
    X(MapExtent, "map-extent") \
    X(MapWhole, "map-whole") \
    X(TemplateJson, "template-json") \
    X(TemplateForm, "template-form") \
    X(TemplateWords, "template-words") \
    X(TemplateClaim, "template-claim") \
    X(TemplateContrast, "template-contrast") \
    X(LogoName, "logo-name") \
    X(LogoBytes, "logo-bytes") \
    X(LogoShape, "logo-shape") \
    X(LogoKept, "logo-kept")
// clang-format on

enum class Rule {
#define ADIT_RULE_NAME(name, code) name,
    ADIT_RULES(ADIT_RULE_NAME)
#undef ADIT_RULE_NAME
};

std::vector<Rule> allRules();
/// Stable name of a rule ("answer-before-settling").
QString ruleName(Rule rule);

/// What stands for a rule in subject or detail of an Error, alone or within a longer text. `values` are data: numbers,
/// names, codes.
QString ruleMark(Rule rule, const QStringList &values = {});

/// Whether a text names a rule.
bool namesRule(const QString &text, Rule rule);

/// A rule with its values, in words.
using RuleWords = std::function<QString(Rule rule, const QStringList &values)>;
/// The text with words in the place of each rule that it names. A text that only looks like one stays as it is.
QString withRules(const QString &text, const RuleWords &words);
/// Values in the places of a sentence, "%1" to "%9"; in one pass, so that a value that holds "%2" stays what it is.
QString withValues(const QString &sentence, const QStringList &values);

} // namespace adit
