// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/kindrules.h"

#include "core/base/rule.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"
#include "core/identity/handover.h"

#include <algorithm>

namespace adit {

namespace {

template <typename FieldType>
Error missing(FieldType field, const QString &expected)
{
    return {ErrorCode::InvalidValue, QString(infoOf(field).name) + QLatin1Char(':'), expected};
}

/// What was taken has its bytes; what was only seen says where.
Result<> checkEvidence(const Record &record)
{
    const bool isTaken = record[field::evidence::state] == QLatin1String("taken");
    const bool hasFile = record.has(field::evidence::sha256);
    if (isTaken != hasFile)
        return missing(field::evidence::state,
                       hasFile ? ruleMark(Rule::EvidenceTaken) : ruleMark(Rule::EvidenceNotTaken));
    if (record[field::evidence::state] == QLatin1String("sighted") && !record.has(field::evidence::place))
        return missing(field::evidence::place, ruleMark(Rule::EvidencePlace));
    if (record.has(field::evidence::removed) && !record.has(field::evidence::removed_reason))
        return missing(field::evidence::removed_reason, ruleMark(Rule::WhyRemoved));
    return {};
}

Result<> checkInterview(const Record &record)
{
    if (!record.has(field::interview::held) && !record.has(field::interview::planned) &&
        !record.has(field::interview::cancelled))
        return missing(field::interview::held, ruleMark(Rule::InterviewDay));
    if (record.has(field::interview::cancelled) && !record.has(field::interview::cancelled_reason))
        return missing(field::interview::cancelled_reason, ruleMark(Rule::WhyCancelled));
    return {};
}

/// Nobody is given chapters before their interests are declared and clear (ISO/IEC 17021-1, 5.2; from general
/// knowledge).
Result<> checkTeamMember(const Record &record)
{
    const bool isClear =
        record[field::team_member::declaration] == QLatin1String("none") && record.has(field::team_member::declared);
    if (record.has(field::team_member::chapters) && !isClear)
        return Error{ErrorCode::Independence, record[field::team_member::name],
                     QStringLiteral("chapters: ") + ruleMark(Rule::DeclarationFirst)};
    return {};
}

/// What a state asks for has to be there, whichever way it was reached. Raised, cause accepted, plan accepted,
/// implemented, effectiveness verified: ISO/IEC 17021-1, 9.4.9-10 (from general knowledge).
Result<> checkNonconformity(const CaseView &view, const Record &record)
{
    const QString states = infoOf(field::nonconformity::state).choices;
    const auto rank = states.split(QLatin1Char(' ')).indexOf(record[field::nonconformity::state]);
    if (rank >= 1 && !record.has(field::nonconformity::cause))
        return missing(field::nonconformity::cause, ruleMark(Rule::CauseFirst));
    const QString label = record[field::nonconformity::label];
    const bool hasPlan = std::ranges::any_of(view.assessment.records(EntityKind::Action), [&](const auto &entry) {
        const Record &action = entry.second;
        return action[field::action::nonconformity] == label && action.has(field::action::text) &&
               action.has(field::action::due);
    });
    if (rank >= 2 && !hasPlan)
        return missing(field::nonconformity::state, ruleMark(Rule::ActionFirst));
    if (rank >= 3 && !record.has(field::nonconformity::implemented))
        return missing(field::nonconformity::implemented, ruleMark(Rule::ImplementedDay));
    if (rank < 4)
        return {};
    if (!record.has(field::nonconformity::verified))
        return missing(field::nonconformity::verified, ruleMark(Rule::VerifiedDay));
    if (!record.has(field::nonconformity::verified_by))
        return missing(field::nonconformity::verified_by, ruleMark(Rule::WhoVerified));
    if (!record.has(field::nonconformity::verified_basis))
        return missing(field::nonconformity::verified_basis, ruleMark(Rule::VerifiedBasis));
    if (isSamePerson(record[field::nonconformity::verified_by], record[field::nonconformity::owner]))
        return Error{ErrorCode::Independence, record[field::nonconformity::verified_by],
                     QStringLiteral("verified_by: ") + ruleMark(Rule::OwnerDoesNotVerify)};
    return {};
}

/// Relevance and its justification belong together (scoring.md), however the mark is set.
Result<> checkRelevance(const Record &record)
{
    if (record[field::relevance::state] == QLatin1String("not-relevant") &&
        !record.has(field::relevance::justification))
        return Error{ErrorCode::MissingJustification, record[field::relevance::node]};
    return {};
}

Result<> checkComment(const Record &record)
{
    const QString state = record[field::comment::state];
    if ((state == QLatin1String("accepted") || state == QLatin1String("rejected")) &&
        !record.has(field::comment::answer))
        return missing(field::comment::answer, ruleMark(Rule::AnswerNeeded));
    return {};
}

/// Who decides a complaint had no part in what it is about (ISO/IEC 17021-1, 9.7-9.8; from general knowledge).
Result<> checkComplaint(const CaseView &view, const Record &record)
{
    if (record.has(field::complaint::decided) && !record.has(field::complaint::outcome))
        return missing(field::complaint::outcome, ruleMark(Rule::OutcomeNeeded));
    if (record.has(field::complaint::decided) && !record.has(field::complaint::decider))
        return missing(field::complaint::decider, ruleMark(Rule::WhoDecided));
    if (record[field::complaint::about] == QLatin1String("mine"))
        return {};
    const QString decider = record[field::complaint::decider];
    const Record *member = findByLabel(view.assessment, EntityKind::TeamMember, decider);
    static const QStringList involved{QStringLiteral("lead-auditor"),
                                      QStringLiteral("auditor"),
                                      QStringLiteral("expert"),
                                      QStringLiteral("translator"),
                                      QStringLiteral("technical-reviewer"),
                                      QStringLiteral("decision-maker")};
    if (!member)
        return {};
    const QString name = (*member)[field::team_member::name];
    for (const auto &[id, other] : view.assessment.records(EntityKind::TeamMember))
        if (isSamePerson(other[field::team_member::name], name) && involved.contains(other[field::team_member::role]))
            return Error{ErrorCode::Independence, decider,
                         QStringLiteral("decider: ") + ruleMark(Rule::DeciderTookNoPart)};
    return {};
}

Result<> checkProfile(const CaseView &view, const Record &record)
{
    if (!profileFrom(record))
        return missing(field::profile::signature, ruleMark(Rule::ProfileSigned));
    if (record.has(field::profile::revoked) && !isGenuineRevocation(view.assessment, record))
        return missing(field::profile::revocation, ruleMark(Rule::RevocationSigned));
    return {};
}

Result<> checkHandover(const CaseView &view, const Record &record)
{
    return isGenuineHandover(view.assessment, record)
               ? Result<>()
               : missing(field::handover::signature, ruleMark(Rule::HandoverSigned));
}

/// What is confirmed says of which picture, by whom and why.
Result<> checkPublicPhoto(const Record &record)
{
    using namespace field::public_photo;
    if (!record.has(confirmed))
        return {};
    if (!record.has(basis))
        return missing(basis, QString(infoOf(basis).choices));
    if (record[basis] == QLatin1String("consent") && !record.has(consent))
        return missing(consent, ruleMark(Rule::PhotoConsent));
    if (!record.has(confirmed_by))
        return missing(confirmed_by, ruleMark(Rule::ValueNeeded));
    constexpr qsizetype hexDigits = 64;
    return record[picture].size() == hexDigits ? Result<>() : missing(picture, ruleMark(Rule::ValueNeeded));
}

Result<> checkKeyShare(const CaseView &view, const Record &record)
{
    return isGenuineShare(view.assessment, record) ? Result<>()
                                                   : missing(field::key_share::signature, ruleMark(Rule::ShareSigned));
}

} // namespace

Result<> checkKindRules(const CaseView &view, const Record &record)
{
    switch (record.kind()) {
    case EntityKind::Evidence:
        return checkEvidence(record);
    case EntityKind::Interview:
        return checkInterview(record);
    case EntityKind::TeamMember:
        return checkTeamMember(record);
    case EntityKind::Nonconformity:
        return checkNonconformity(view, record);
    case EntityKind::Relevance:
        return checkRelevance(record);
    case EntityKind::Comment:
        return checkComment(record);
    case EntityKind::Complaint:
        return checkComplaint(view, record);
    case EntityKind::PublicPhoto:
        return checkPublicPhoto(record);
    case EntityKind::Profile:
        return checkProfile(view, record);
    case EntityKind::Handover:
        return checkHandover(view, record);
    case EntityKind::KeyShare:
        return checkKeyShare(view, record);
    default:
        return {};
    }
}

} // namespace adit
