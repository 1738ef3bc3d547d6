// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/rulewords.h"

#include "core/assessment/assessment.h"
#include "ui/words/choicewords.h"
#include "ui/words/reviewwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace adit {

namespace {

const char *sourceOf(Rule rule)
{
    switch (rule) {
    case Rule::KnownNumber:
        return QT_TRANSLATE_NOOP("Rule", "the number of one of this case (%1)");
    case Rule::ValueNeeded:
        return QT_TRANSLATE_NOOP("Rule", "a value");
    case Rule::TextNeeded:
        return QT_TRANSLATE_NOOP("Rule", "a text");
    case Rule::WholeNumber:
        return QT_TRANSLATE_NOOP("Rule", "a whole number of at most nine digits");
    case Rule::ClockTime:
        return QT_TRANSLATE_NOOP("Rule", "HH:MM, from 00:00 to 23:59");
    case Rule::SealedText:
        return QT_TRANSLATE_NOOP("Rule", "a sealed text");
    case Rule::NotBefore:
        return QT_TRANSLATE_NOOP("Rule", "on or after “%1”, %2");
    case Rule::MilestoneNotBefore:
        return QT_TRANSLATE_NOOP("Rule", "on or after %1, %2");
    case Rule::MilestoneNotAfter:
        return QT_TRANSLATE_NOOP("Rule", "on or before %1, %2");
    case Rule::EvidenceTaken:
        return QT_TRANSLATE_NOOP("Rule", "taken, since there is a file");
    case Rule::EvidenceNotTaken:
        return QT_TRANSLATE_NOOP("Rule", "sighted or deferred, without a file");
    case Rule::EvidencePlace:
        return QT_TRANSLATE_NOOP("Rule", "where it was seen");
    case Rule::WhyRemoved:
        return QT_TRANSLATE_NOOP("Rule", "why it was removed");
    case Rule::InterviewDay:
        return QT_TRANSLATE_NOOP("Rule", "the day, or when it is planned for");
    case Rule::WhyCancelled:
        return QT_TRANSLATE_NOOP("Rule", "why it was cancelled");
    case Rule::DeclarationFirst:
        return QT_TRANSLATE_NOOP("Rule", "a declaration without conflict comes first");
    case Rule::CauseFirst:
        return QT_TRANSLATE_NOOP("Rule", "the root cause, before it is accepted");
    case Rule::ActionFirst:
        return QT_TRANSLATE_NOOP("Rule", "a corrective action with a date, before the plan is accepted");
    case Rule::ImplementedDay:
        return QT_TRANSLATE_NOOP("Rule", "the day it was implemented");
    case Rule::VerifiedDay:
        return QT_TRANSLATE_NOOP("Rule", "the day it was verified");
    case Rule::WhoVerified:
        return QT_TRANSLATE_NOOP("Rule", "who verified it");
    case Rule::VerifiedBasis:
        return QT_TRANSLATE_NOOP("Rule", "what showed that the correction works");
    case Rule::OwnerDoesNotVerify:
        return QT_TRANSLATE_NOOP("Rule", "the owner of an action does not verify it");
    case Rule::AnswerNeeded:
        return QT_TRANSLATE_NOOP("Rule", "an answer");
    case Rule::OutcomeNeeded:
        return QT_TRANSLATE_NOOP("Rule", "the outcome");
    case Rule::WhoDecided:
        return QT_TRANSLATE_NOOP("Rule", "who decided");
    case Rule::DeciderTookNoPart:
        return QT_TRANSLATE_NOOP("Rule", "somebody who took no part in this audit decides");
    case Rule::ProfileSigned:
        return QT_TRANSLATE_NOOP("Rule", "the profile as its owner signed it");
    case Rule::RevocationSigned:
        return QT_TRANSLATE_NOOP("Rule", "the signature of its owner, or of who leads the audit");
    case Rule::HandoverSigned:
        return QT_TRANSLATE_NOOP("Rule", "the signature of who handed it over");
    case Rule::ShareSigned:
        return QT_TRANSLATE_NOOP("Rule", "the signature of the key’s maker");
    case Rule::WhyRevoked:
        return QT_TRANSLATE_NOOP("Rule", "why it counts no more");
    case Rule::WhoUnlocks:
        return QT_TRANSLATE_NOOP("Rule",
                                 "whoever locked it, leads the audit, reviews it or decides on it may unlock it");
    case Rule::ConcernKnown:
        return QT_TRANSLATE_NOOP("Rule", "a concern of this case");
    case Rule::HasReceipt:
        return QT_TRANSLATE_NOOP("Rule", "%1 has a receipt.");
    case Rule::RatedStays:
        return QT_TRANSLATE_NOOP("Rule",
                                 "what is rated already to stay: a surveillance gives no new detailed scores; what was "
                                 "seen goes into the finding, what falls short becomes a nonconformity");
    case Rule::RatedAnewOnly:
        return QT_TRANSLATE_NOOP("Rule",
                                 "a rating made anew, with the day and what was verified, while step %1 is open");
    case Rule::NotRatedBefore:
        return QT_TRANSLATE_NOOP("Rule", "%1 was not rated before.");
    case Rule::StepOpenFirst:
        return QT_TRANSLATE_NOOP("Rule", "step %1 to be open: only then is a rating made anew");
    case Rule::NothingDeferred:
        return QT_TRANSLATE_NOOP("Rule", "Nothing is deferred.");
    case Rule::SignOffFromOutside:
        return QT_TRANSLATE_NOOP("Rule", "somebody who is not on the audit team signs off");
    case Rule::CommentsSettledFirst:
        return QT_TRANSLATE_NOOP("Rule", "these comments settled first: %1");
    case Rule::CommentNumber:
        return QT_TRANSLATE_NOOP("Rule", "the number of a comment");
    case Rule::AnswerBeforeSettling:
        return QT_TRANSLATE_NOOP("Rule", "an answer before it is settled");
    case Rule::AnswererDoesNotSettle:
        return QT_TRANSLATE_NOOP("Rule", "who answered a comment does not settle it");
    case Rule::DeciderOfList:
        return QT_TRANSLATE_NOOP("Rule", "the decision maker of the team’s list decides, whose profile it names");
    case Rule::OnTeamToo:
        return QT_TRANSLATE_NOOP("Rule", "%1, and on the team as %2");
    case Rule::DecidesOnOwnReview:
        return QT_TRANSLATE_NOOP("Rule", "decides on what they reviewed");
    case Rule::DidAuditWork:
        return QT_TRANSLATE_NOOP("Rule", "%1, and did audit work: %2, %3");
    case Rule::HistoryNotSeen:
        return QT_TRANSLATE_NOOP("Rule", "changes not in this copy, so that nobody can tell whose work they are: %1");
    case Rule::WhoWorkedNotSeen:
        return QT_TRANSLATE_NOOP("Rule",
                                 "whoever decides sees whose work it is; changes of which this copy does not say: %1");
    case Rule::NoLevelYet:
        return QT_TRANSLATE_NOOP("Rule", "no level yet: something relevant is not rated, deferred, or postponed");
    case Rule::LevelAtMost:
        return QT_TRANSLATE_NOOP("Rule", "at most %1, which the scores give");
    case Rule::WhyLess:
        return QT_TRANSLATE_NOOP("Rule", "why less than %1, which the scores give");
    case Rule::WhyOutcome:
        return QT_TRANSLATE_NOOP("Rule", "why it is decided so (%1)");
    case Rule::CheckNotMet:
        return QT_TRANSLATE_NOOP("Rule", "%1: %2");
    case Rule::CalibrationNumber:
        return QT_TRANSLATE_NOOP("Rule", "the number of a calibration");
    case Rule::RaterOnTeam:
        return QT_TRANSLATE_NOOP("Rule", "a member of the audit team");
    case Rule::TwoRaters:
        return QT_TRANSLATE_NOOP("Rule", "two different members of the team");
    case Rule::AtLeastOne:
        return QT_TRANSLATE_NOOP("Rule", "at least one");
    case Rule::CalibrationLaidOpen:
        return QT_TRANSLATE_NOOP("Rule", "one that is laid open");
    case Rule::CalibrationHidden:
        return QT_TRANSLATE_NOOP("Rule", "one that is not laid open yet");
    case Rule::BothRated:
        return QT_TRANSLATE_NOOP("Rule", "both have rated: missing %1");
    case Rule::RecoveryGroup:
        return QT_TRANSLATE_NOOP("Rule", "the five letters that were written down");
    case Rule::RecoveryGroupRead:
        return QT_TRANSLATE_NOOP("Rule", "recovery code: group %1 %2");
    case Rule::RecoveryCode:
        return QT_TRANSLATE_NOOP("Rule", "13 groups of five letters and digits");
    case Rule::RecoveryCodeRead:
        return QT_TRANSLATE_NOOP("Rule", "recovery code of %1 letters");
    case Rule::PersonName:
        return QT_TRANSLATE_NOOP("Rule", "a person’s name, on one line of at most 200 characters");
    case Rule::PassphraseLength:
        return QT_TRANSLATE_NOOP("Rule", "at least %1: several words are easy to remember");
    case Rule::PassphraseRead:
        return QT_TRANSLATE_NOOP("Rule", "passphrase of %1 characters");
    case Rule::MineNamed:
        return QT_TRANSLATE_NOOP("Rule", "the name of the mine; an announcement that names none is of use to nobody");
    case Rule::LimitsWithoutSentence:
        return QT_TRANSLATE_NOOP("Rule", "There is no sentence to add to the limits.");
    case Rule::PlanVersionKnown:
        return QT_TRANSLATE_NOOP("Rule", "the number of a version of the plan");
    case Rule::PlanEmpty:
        return QT_TRANSLATE_NOOP("Rule", "Nothing is written in the plan yet.");
    case Rule::PlanAsIssued:
        return QT_TRANSLATE_NOOP("Rule", "The plan is as version %1 has it.");
    case Rule::WhyNewVersion:
        return QT_TRANSLATE_NOOP("Rule", "what changed since version %1, and why");
    case Rule::RoleForWholeCase:
        return QT_TRANSLATE_NOOP("Rule", "none: the role %1 is for the whole case");
    case Rule::RecipientNeeded:
        return QT_TRANSLATE_NOOP("Rule", "at least one recipient");
    case Rule::FileNotFolder:
        return QT_TRANSLATE_NOOP("Rule", "a file, not a folder");
    case Rule::MegabytesAtMost:
        return QT_TRANSLATE_NOOP("Rule", "at most %1 MB");
    case Rule::FileNotEmpty:
        return QT_TRANSLATE_NOOP("Rule", "a file that is not empty");
    case Rule::FileBecameShorter:
        return QT_TRANSLATE_NOOP("Rule", "it became shorter while it was read");
    case Rule::FileChanged:
        return QT_TRANSLATE_NOOP("Rule", "it changed while it was read");
    case Rule::ProfileFormat:
        return QT_TRANSLATE_NOOP("Rule", "format: adit-profile/1 or adit-card/1");
    case Rule::ProfileKeyBytes:
        return QT_TRANSLATE_NOOP("Rule", "%1: %2 bytes in hexadecimal");
    case Rule::ProfileLock:
        return QT_TRANSLATE_NOOP("Rule", "lock: argon2id, preset 1");
    case Rule::ProfileFacts:
        return QT_TRANSLATE_NOOP("Rule", "name, roles and created");
    case Rule::ProfileAltered:
        return QT_TRANSLATE_NOOP("Rule", "the signature of its own key: it was altered");
    case Rule::ProfileSecretKeys:
        return QT_TRANSLATE_NOOP("Rule", "the secret keys: this is a card, for others");
    case Rule::ProfileKeysBelong:
        return QT_TRANSLATE_NOOP("Rule", "public keys that belong to the secret ones");
    case Rule::TrustFormat:
        return QT_TRANSLATE_NOOP("Rule", "format: adit-trusted-keys/1");
    case Rule::TrustAltered:
        return QT_TRANSLATE_NOOP("Rule", "the signature of its issuer: it was altered");
    case Rule::ParcelNoCase:
        return QT_TRANSLATE_NOOP("Rule", "What is inside is no case (%1).");
    case Rule::ParcelOtherCase:
        return QT_TRANSLATE_NOOP("Rule", "The case inside is not the one that it says.");
    case Rule::ParcelCut:
        return QT_TRANSLATE_NOOP("Rule", "It is cut short.");
    case Rule::ParcelPieceLong:
        return QT_TRANSLATE_NOOP("Rule", "A piece of it is too long.");
    case Rule::ParcelPieceShort:
        return QT_TRANSLATE_NOOP("Rule", "A piece of it is too short.");
    case Rule::ParcelNewer:
        return QT_TRANSLATE_NOOP("Rule", "It was made by a newer version (%1).");
    case Rule::ParcelNoBeginning:
        return QT_TRANSLATE_NOOP("Rule", "It does not begin as one.");
    case Rule::ParcelReaders:
        return QT_TRANSLATE_NOOP("Rule", "Whom it is for cannot be read.");
    case Rule::ParcelContents:
        return QT_TRANSLATE_NOOP("Rule", "What it says it holds cannot be read.");
    case Rule::ParcelHandover:
        return QT_TRANSLATE_NOOP("Rule", "The hand-over is not signed by who is said to have made it.");
    case Rule::ParcelAltered:
        return QT_TRANSLATE_NOOP("Rule", "It was altered on the way.");
    case Rule::ParcelUnsigned:
        return QT_TRANSLATE_NOOP("Rule", "It is not signed by who is said to have made it.");
    case Rule::ParcelResealed:
        return QT_TRANSLATE_NOOP("Rule", "It was made for other people than it is sealed to.");
    case Rule::ParcelCaseUnsigned:
        return QT_TRANSLATE_NOOP("Rule", "The case inside is not the one that was signed.");
    case Rule::SameFile:
        return QT_TRANSLATE_NOOP("Rule", "the same file");
    case Rule::OtherStandard:
        return QT_TRANSLATE_NOOP("Rule", "another standard");
    case Rule::ReadCopyAgain:
        return QT_TRANSLATE_NOOP("Rule", "the case changed since the copy was read (at %1)");
    case Rule::RedactionTarget:
        return QT_TRANSLATE_NOOP("Rule", "something of this case that texts are written about");
    case Rule::RedactionWithTexts:
        return QT_TRANSLATE_NOOP("Rule", "something with texts for the public");
    case Rule::NeverWithheld:
        return QT_TRANSLATE_NOOP("Rule", "%1; ratings, relevance, grades and results are never withheld");
    case Rule::TextWritten:
        return QT_TRANSLATE_NOOP("Rule", "one in which something is written");
    case Rule::WordsOfText:
        return QT_TRANSLATE_NOOP("Rule", "words as they stand in the text");
    case Rule::ScoreRestsOnIt:
        return QT_TRANSLATE_NOOP("Rule", "another one, or a passage: a score rests on this text");
    case Rule::WhyNoScoreRests:
        return QT_TRANSLATE_NOOP("Rule", "why no score rests on what is withheld");
    case Rule::WordingSaysIt:
        return QT_TRANSLATE_NOOP("Rule", "words that do not say what is withheld");
    case Rule::RedactionNumber:
        return QT_TRANSLATE_NOOP("Rule", "the number of a redaction");
    case Rule::AskerDoesNotDecide:
        return QT_TRANSLATE_NOOP("Rule", "who asked for a redaction does not decide on it");
    case Rule::WhyRefused:
        return QT_TRANSLATE_NOOP("Rule", "why it is refused");
    case Rule::WhatChangedSince:
        return QT_TRANSLATE_NOOP("Rule", "what changed since release %1");
    case Rule::NobodyLetsNamePass:
        return QT_TRANSLATE_NOOP(
            "Rule", "a single part of a name; a whole name, a telephone number or an address never passes");
    case Rule::WhyNamePasses:
        return QT_TRANSLATE_NOOP("Rule", "why it may be printed");
    case Rule::AuthorDoesNotPass:
        return QT_TRANSLATE_NOOP("Rule", "who wrote a text does not let a name in it pass");
    case Rule::NameFindKnown:
        return QT_TRANSLATE_NOOP("Rule", "a find of the name guard (names list)");
    case Rule::ReleaseFirst:
        return QT_TRANSLATE_NOOP("Rule", "a release, built before");
    case Rule::RedactionOfRelease:
        return QT_TRANSLATE_NOOP("Rule", "the number of a redaction that withholds something in the latest release");
    case Rule::WordsNotBlanks:
        return QT_TRANSLATE_NOOP("Rule", "words, not only blanks");
    case Rule::AuthorUnknown:
        return QT_TRANSLATE_NOOP("Rule", "it was written by %1 without a profile, so nobody can tell who wrote it");
    case Rule::DecisionStands:
        return QT_TRANSLATE_NOOP(
            "Rule", "an edit; what was asked and decided about what is printed is not undone, but decided anew");
    case Rule::ReleaseNumber:
        return QT_TRANSLATE_NOOP("Rule", "the number of a release that this case has built");
    case Rule::WhyReleaseWithdrawn:
        return QT_TRANSLATE_NOOP("Rule", "why it is withdrawn");
    case Rule::PixelsAtMost:
        return QT_TRANSLATE_NOOP("Rule", "at most %1 million pixels");
    case Rule::PhotoExpected:
        return QT_TRANSLATE_NOOP("Rule", "a photo that can be printed: JPEG, PNG, HEIF, AVIF");
    case Rule::PhotoCutOff:
        return QT_TRANSLATE_NOOP("Rule", "the whole file of a photo; this one is cut off or damaged");
    case Rule::PhotoHasFile:
        return QT_TRANSLATE_NOOP("Rule", "evidence whose file is in the case");
    case Rule::PhotoConfidential:
        return QT_TRANSLATE_NOOP("Rule", "evidence that is not confidential: the report is for everybody");
    case Rule::PhotoConsent:
        return QT_TRANSLATE_NOOP("Rule", "where the consent is on record");
    case Rule::PhotoTakenOut:
        return QT_TRANSLATE_NOOP("Rule", "a photo that was not taken out of the report");
    case Rule::PhotoNumber:
        return QT_TRANSLATE_NOOP("Rule", "the number of a photo in the report");
    case Rule::MapJson:
        return QT_TRANSLATE_NOOP("Rule", "GeoJSON (RFC 7946); what is there stops being JSON at byte %1");
    case Rule::MapObject:
        return QT_TRANSLATE_NOOP(
            "Rule", "a FeatureCollection, a Feature, or a Polygon, LineString or Point, alone or as Multi…");
    case Rule::MapList:
        return QT_TRANSLATE_NOOP("Rule", "a list with something in it");
    case Rule::MapPosition:
        return QT_TRANSLATE_NOOP("Rule", "longitude -180 to 180, then latitude -90 to 90, in degrees (WGS 84); a map "
                                         "in metres has to be turned into degrees first");
    case Rule::MapLine:
        return QT_TRANSLATE_NOOP("Rule", "a line of at least two positions");
    case Rule::MapRing:
        return QT_TRANSLATE_NOOP("Rule", "an outline of at least four positions, of which the last is the first again");
    case Rule::MapExtent:
        return QT_TRANSLATE_NOOP("Rule", "a map of at most %1 kilometres from end to end");
    case Rule::MapWhole:
        return QT_TRANSLATE_NOOP(
            "Rule", "the map as a whole: a part of it cannot be withheld; leave out of the map what must not be shown");
    case Rule::TemplateJson:
        return QT_TRANSLATE_NOOP("Rule", "a report template (JSON); what is there stops being JSON at byte %1");
    case Rule::TemplateForm:
        return QT_TRANSLATE_NOOP("Rule", "the form of a report template (%1)");
    case Rule::TemplateWords:
        return QT_TRANSLATE_NOOP("Rule", "words without characters that are not seen (%1)");
    case Rule::TemplateClaim:
        return QT_TRANSLATE_NOOP(
            "Rule",
            "words without \"%1\": a report says how much of the standard a mine meets, and vouches for no mine");
    case Rule::TemplateContrast:
        return QT_TRANSLATE_NOOP("Rule",
                                 "a colour with a contrast of at least 4.5 to 1 on white paper; this one has %1 "
                                 "to 1, a darker shade of it that will do is %2");
    case Rule::LogoName:
        return QT_TRANSLATE_NOOP("Rule", "the name of a picture (PNG, JPEG) beside the template, without a folder");
    case Rule::LogoBytes:
        return QT_TRANSLATE_NOOP("Rule", "a picture of at most %1 MB");
    case Rule::LogoShape:
        return QT_TRANSLATE_NOOP(
            "Rule", "a picture of at least %1 pixels each way, at most %2 times as long one way as the other");
    case Rule::LogoKept:
        return QT_TRANSLATE_NOOP("Rule", "the picture that the template names, as this program has made it");
    }
    return "";
}

struct NodeSort
{
    const char *code;
    const char *words;
};
constexpr NodeSort nodeSorts[] = {
    {"chapter", QT_TRANSLATE_NOOP("Rule", "chapter")},
    {"criterion", QT_TRANSLATE_NOOP("Rule", "criterion")},
    {"requirement", QT_TRANSLATE_NOOP("Rule", "requirement")},
    {"step", QT_TRANSLATE_NOOP("Rule", "step")},
    {"gate", QT_TRANSLATE_NOOP("Rule", "gate")},
    {"milestone", QT_TRANSLATE_NOOP("Rule", "milestone")},
    {"plan", QT_TRANSLATE_NOOP("Rule", "plan")},
    {"agenda", QT_TRANSLATE_NOOP("Rule", "point of the agenda")},
};

/// Codes of the registry among the values of a rule as people know them.
QStringList knownWords(Rule rule, QStringList values)
{
    const auto replace = [&](qsizetype at, const auto &words) {
        if (at < values.size())
            values[at] = words(values[at]);
    };
    const auto role = [](const QString &code) { return choiceWord(infoOf(field::team_member::role), code).toLower(); };
    switch (rule) {
    case Rule::OnTeamToo:
        replace(0, role);
        replace(1, role);
        break;
    case Rule::DidAuditWork:
        replace(0, role);
        replace(1, [](const QString &code) {
            const auto kind = kindFromName(code);
            return kind ? kindWords(*kind).toLower() : code;
        });
        break;
    case Rule::RoleForWholeCase:
        replace(0, role);
        break;
    case Rule::CheckNotMet:
        replace(0, checkWords);
        break;
    case Rule::WhyOutcome:
        replace(0, [](const QString &code) { return choiceWord(infoOf(field::decision::outcome), code); });
        break;
    case Rule::NotBefore:
        replace(0, fieldNameWords);
        break;
    case Rule::KnownNumber:
        replace(0, nodeWords);
        break;
    default:
        break;
    }
    return values;
}

} // namespace

QString ruleWords(Rule rule, const QStringList &values)
{
    return withValues(QCoreApplication::translate("Rule", sourceOf(rule)), knownWords(rule, values));
}

QString nodeWords(const QString &codes)
{
    QStringList words;
    for (const QString &code : codes.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto known =
            std::ranges::find_if(nodeSorts, [&](const auto &sort) { return code == QLatin1String(sort.code); });
        const auto kind = kindFromName(code);
        words.append(known != std::end(nodeSorts) ? QCoreApplication::translate("Rule", known->words)
                     : kind                       ? kindWord(*kind).toLower()
                                                  : code);
    }
    return words.join(QCoreApplication::translate("Rule", ", "));
}

QString fieldNameWords(const QString &name)
{
    const FieldInfo *found = nullptr;
    for (const KindInfo &kind : allKinds()) {
        const FieldInfo *field = findField(kind.kind, name);
        // The same name may have another label elsewhere, and a wrong one misleads.
        if (field && found && fieldLabel(*field) != fieldLabel(*found))
            return QString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
        found = field ? field : found;
    }
    return found ? fieldLabel(*found) : name;
}

QString withRuleWords(const QString &text)
{
    // Before a rule may stand the name of the field that it is about, for who shows the rule at its field.
    static const QRegularExpression fieldName(QStringLiteral("^[a-z_]+: (?=\\x{27E6})"));
    QString told = text;
    return withRules(told.remove(fieldName), ruleWords);
}

} // namespace adit
