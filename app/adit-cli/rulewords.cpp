// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/rulewords.h"

namespace adit::cli {

namespace {

const char *sourceOf(Rule rule)
{
    switch (rule) {
    case Rule::KnownNumber:
        return "one of this case (%1)";
    case Rule::ValueNeeded:
        return "a value";
    case Rule::TextNeeded:
        return "a text";
    case Rule::WholeNumber:
        return "a whole number of at most nine digits";
    case Rule::ClockTime:
        return "HH:MM, from 00:00 to 23:59";
    case Rule::SealedText:
        return "a sealed text";
    case Rule::NotBefore:
        return "on or after \"%1\", %2";
    case Rule::MilestoneNotBefore:
        return "on or after %1, %2";
    case Rule::MilestoneNotAfter:
        return "on or before %1, %2";
    case Rule::EvidenceTaken:
        return "taken, since there is a file";
    case Rule::EvidenceNotTaken:
        return "sighted or deferred, without a file";
    case Rule::EvidencePlace:
        return "where it was seen";
    case Rule::WhyRemoved:
        return "why it was removed";
    case Rule::InterviewDay:
        return "YYYY-MM-DD, or when it is planned for";
    case Rule::WhyCancelled:
        return "why it was cancelled";
    case Rule::DeclarationFirst:
        return "a declaration without conflict comes first";
    case Rule::CauseFirst:
        return "the root cause, before it is accepted";
    case Rule::ActionFirst:
        return "a corrective action with a date, before the plan is accepted";
    case Rule::ImplementedDay:
        return "the day it was implemented";
    case Rule::VerifiedDay:
        return "the day it was verified";
    case Rule::WhoVerified:
        return "who verified it";
    case Rule::VerifiedBasis:
        return "what showed that the correction works";
    case Rule::OwnerDoesNotVerify:
        return "the owner of an action does not verify it";
    case Rule::AnswerNeeded:
        return "an answer";
    case Rule::OutcomeNeeded:
        return "the outcome";
    case Rule::WhoDecided:
        return "who decided";
    case Rule::DeciderTookNoPart:
        return "somebody who took no part in this audit";
    case Rule::ProfileSigned:
        return "the profile as its owner signed it";
    case Rule::RevocationSigned:
        return "the signature of its owner, or of who leads the audit";
    case Rule::HandoverSigned:
        return "the signature of who handed it over";
    case Rule::ShareSigned:
        return "the signature of the key's maker";
    case Rule::WhyRevoked:
        return "why it counts no more";
    case Rule::WhoUnlocks:
        return "unlock: whoever locked it, leads the audit, reviews it or decides on it";
    case Rule::ConcernKnown:
        return "a concern of this case";
    case Rule::HasReceipt:
        return "%1, which has a receipt";
    case Rule::RatedStays:
        return "what is rated already to stay: a surveillance gives no new detailed scores; what was seen goes into "
               "the finding, what falls short becomes a nonconformity";
    case Rule::RatedAnewOnly:
        return "a rating made anew, with the day and what was verified, while step %1 is open";
    case Rule::NotRatedBefore:
        return "%1 was not rated before";
    case Rule::StepOpenFirst:
        return "step %1 to be open: only then is a rating made anew";
    case Rule::NothingDeferred:
        return "nothing is deferred";
    case Rule::SignOffFromOutside:
        return "sign off: somebody who is not on the audit team";
    case Rule::CommentsSettledFirst:
        return "these comments settled first: %1";
    case Rule::CommentNumber:
        return "the number of a comment";
    case Rule::AnswerBeforeSettling:
        return "an answer before it is settled";
    case Rule::AnswererDoesNotSettle:
        return "resolve: who answered a comment does not settle it";
    case Rule::DeciderOfList:
        return "decide: the decision maker of the team's list, whose profile it names";
    case Rule::OnTeamToo:
        return "%1, and on the team as %2";
    case Rule::DecidesOnOwnReview:
        return "decides on what they reviewed";
    case Rule::DidAuditWork:
        return "%1, and did audit work: %2, %3";
    case Rule::HistoryNotSeen:
        return "%1 changes are not in this copy, so nobody can tell from it whose work they are";
    case Rule::WhoWorkedNotSeen:
        return "decide: a copy that says whose work it is; of %1 changes this one does not";
    case Rule::NoLevelYet:
        return "no level yet: something relevant is not rated, deferred, or postponed";
    case Rule::LevelAtMost:
        return "at most %1, which the scores give";
    case Rule::WhyLess:
        return "why less than %1, which the scores give";
    case Rule::WhyOutcome:
        return "why it is %1";
    case Rule::CheckNotMet:
        return "%1: %2";
    case Rule::CalibrationNumber:
        return "the number of a calibration";
    case Rule::RaterOnTeam:
        return "a member of the audit team";
    case Rule::TwoRaters:
        return "two different members of the team";
    case Rule::AtLeastOne:
        return "at least one";
    case Rule::CalibrationLaidOpen:
        return "one that is laid open";
    case Rule::CalibrationHidden:
        return "one that is not laid open yet";
    case Rule::BothRated:
        return "both have rated: missing %1";
    case Rule::RecoveryGroup:
        return "the five letters that were written down";
    case Rule::RecoveryGroupRead:
        return "recovery code: group %1 %2";
    case Rule::RecoveryCode:
        return "13 groups of five letters and digits";
    case Rule::RecoveryCodeRead:
        return "recovery code of %1 letters";
    case Rule::PersonName:
        return "a person's name, on one line of at most 200 characters";
    case Rule::PassphraseLength:
        return "at least %1: several words are easy to remember";
    case Rule::PassphraseRead:
        return "passphrase of %1 characters";
    case Rule::MineNamed:
        return "the name of the mine; an announcement that names none is of use to nobody";
    case Rule::LimitsWithoutSentence:
        return "the limits, without a sentence to add";
    case Rule::PlanVersionKnown:
        return "the number of a version of the plan";
    case Rule::PlanEmpty:
        return "the plan, in which nothing is written yet";
    case Rule::PlanAsIssued:
        return "the plan, which is as version %1 has it";
    case Rule::WhyNewVersion:
        return "what changed since version %1, and why";
    case Rule::RoleForWholeCase:
        return "none: the role %1 is for the whole case";
    case Rule::RecipientNeeded:
        return "at least one recipient";
    case Rule::FileNotFolder:
        return "a file, not a folder";
    case Rule::MegabytesAtMost:
        return "at most %1 MB";
    case Rule::FileNotEmpty:
        return "a file that is not empty";
    case Rule::FileBecameShorter:
        return "it became shorter while it was read";
    case Rule::FileChanged:
        return "it changed while it was read";
    case Rule::ProfileFormat:
        return "format: adit-profile/1 or adit-card/1";
    case Rule::ProfileKeyBytes:
        return "%1: %2 bytes in hexadecimal";
    case Rule::ProfileLock:
        return "lock: argon2id, preset 1";
    case Rule::ProfileFacts:
        return "name, roles and created";
    case Rule::ProfileAltered:
        return "the signature of its own key: it was altered";
    case Rule::ProfileSecretKeys:
        return "the secret keys: this is a card, for others";
    case Rule::ProfileKeysBelong:
        return "public keys that belong to the secret ones";
    case Rule::TrustFormat:
        return "format: adit-trusted-keys/1";
    case Rule::TrustAltered:
        return "the signature of its issuer: it was altered";
    case Rule::ParcelNoCase:
        return "what is inside is no case: %1";
    case Rule::ParcelOtherCase:
        return "the case inside is not the one that it says";
    case Rule::ParcelCut:
        return "it is cut short";
    case Rule::ParcelPieceLong:
        return "a piece of it is too long";
    case Rule::ParcelPieceShort:
        return "a piece of it is too short";
    case Rule::ParcelNewer:
        return "it was made by a newer version: %1";
    case Rule::ParcelNoBeginning:
        return "it does not begin as one";
    case Rule::ParcelReaders:
        return "whom it is for cannot be read";
    case Rule::ParcelContents:
        return "what it says it holds cannot be read";
    case Rule::ParcelHandover:
        return "the hand-over is not signed by who is said to have made it";
    case Rule::ParcelAltered:
        return "it was altered on the way";
    case Rule::ParcelUnsigned:
        return "it is not signed by who is said to have made it";
    case Rule::ParcelResealed:
        return "it was made for other people than it is sealed to";
    case Rule::ParcelCaseUnsigned:
        return "the case inside is not the one that was signed";
    case Rule::SameFile:
        return "the same file";
    case Rule::OtherStandard:
        return "another standard";
    case Rule::ReadCopyAgain:
        return "the case changed since the copy was read; the copy is to be read again (at %1)";
    case Rule::RedactionTarget:
        return "something of this case that texts are written about";
    case Rule::RedactionWithTexts:
        return "something with texts for the public";
    case Rule::NeverWithheld:
        return "%1; ratings, relevance, grades and results are never withheld";
    case Rule::TextWritten:
        return "one in which something is written";
    case Rule::WordsOfText:
        return "words as they stand in the text";
    case Rule::ScoreRestsOnIt:
        return "another one, or a passage: a score rests on this text";
    case Rule::WhyNoScoreRests:
        return "why no score rests on what is withheld";
    case Rule::WordingSaysIt:
        return "words that do not say what is withheld";
    case Rule::RedactionNumber:
        return "the number of a redaction";
    case Rule::AskerDoesNotDecide:
        return "who asked for a redaction does not decide on it";
    case Rule::WhyRefused:
        return "why it is refused";
    case Rule::WhatChangedSince:
        return "what changed since release %1";
    case Rule::NobodyLetsNamePass:
        return "a single part of a name; a whole name, a telephone number or an address never passes";
    case Rule::WhyNamePasses:
        return "why it may be printed";
    case Rule::AuthorDoesNotPass:
        return "who wrote a text does not let a name in it pass";
    case Rule::NameFindKnown:
        return "a find of the name guard (names list)";
    case Rule::ReleaseFirst:
        return "a release, built before";
    case Rule::RedactionOfRelease:
        return "the number of a redaction that withholds something in the latest release";
    case Rule::WordsNotBlanks:
        return "words, not only blanks";
    case Rule::AuthorUnknown:
        return "it was written by %1 without a profile, so nobody can tell who wrote it";
    case Rule::DecisionStands:
        return "an edit; what was asked and decided about what is printed is not undone, but decided anew";
    case Rule::ReleaseNumber:
        return "the number of a release that this case has built";
    case Rule::WhyReleaseWithdrawn:
        return "why it is withdrawn";
    case Rule::PixelsAtMost:
        return "at most %1 million pixels";
    case Rule::PhotoExpected:
        return "a photo that can be printed: JPEG, PNG, HEIF, AVIF";
    case Rule::PhotoCutOff:
        return "the whole file of a photo; this one is cut off or damaged";
    case Rule::PhotoHasFile:
        return "evidence whose file is in the case";
    case Rule::PhotoConfidential:
        return "evidence that is not confidential: the report is for everybody";
    case Rule::PhotoConsent:
        return "where the consent is on record";
    case Rule::PhotoTakenOut:
        return "a photo that was not taken out of the report";
    case Rule::PhotoNumber:
        return "the number of a photo in the report (photo list)";
    case Rule::MapJson:
        return "GeoJSON (RFC 7946); what is there stops being JSON at byte %1";
    case Rule::MapObject:
        return "a FeatureCollection, a Feature, or a Polygon, LineString or Point, alone or as Multi...";
    case Rule::MapList:
        return "a list with something in it";
    case Rule::MapPosition:
        return "longitude -180 to 180, then latitude -90 to 90, in degrees (WGS 84); a map in metres has to be turned "
               "into degrees first";
    case Rule::MapLine:
        return "a line of at least two positions";
    case Rule::MapRing:
        return "an outline of at least four positions, of which the last is the first again";
    case Rule::MapExtent:
        return "a map of at most %1 kilometres from end to end";
    case Rule::MapWhole:
        return "the map as a whole: a part of it cannot be withheld; leave out of the map what must not be shown";
    case Rule::TemplateJson:
        return "a report template (JSON); what is there stops being JSON at byte %1";
    case Rule::TemplateForm:
        return "the form of a report template (%1)";
    case Rule::TemplateWords:
        return "words without characters that are not seen (%1)";
    case Rule::TemplateClaim:
        return "words without \"%1\": a report says how much of the standard a mine meets, and vouches for no mine";
    case Rule::TemplateContrast:
        return "a colour with a contrast of at least 4.5 to 1 on white paper; this one has %1 to 1, a darker shade "
               "of it that will do is %2";
    case Rule::LogoName:
        return "the name of a picture (PNG, JPEG) beside the template, without a folder";
    case Rule::LogoBytes:
        return "a picture of at most %1 MB";
    case Rule::LogoShape:
        return "a picture of at least %1 pixels each way, at most %2 times as long one way as the other";
    case Rule::LogoKept:
        return "the picture that the template names, as this program has made it";
    }
    return "";
}

} // namespace

QString ruleSentence(Rule rule, const QStringList &values)
{
    return withValues(QString::fromUtf8(sourceOf(rule)), values);
}

QString inWords(const QString &text)
{
    return withRules(text, ruleSentence);
}

} // namespace adit::cli
