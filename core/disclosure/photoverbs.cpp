// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/photoverbs.h"

#include "core/base/rule.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"

namespace adit {

namespace {

template <typename FieldType>
Error invalid(FieldType field, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidValue, QString(infoOf(field).name) + QStringLiteral(": ") + value, expected};
}

/// Whether evidence may be shown to everybody.
Result<> checkEvidence(const Assessment &assessment, const QString &label)
{
    using namespace field::public_photo;
    const Record *record = findByLabel(assessment, EntityKind::Evidence, label);
    if (!record)
        return invalid(evidence, label, ruleMark(Rule::KnownNumber));
    if (!record->has(field::evidence::sha256) || record->has(field::evidence::removed))
        return invalid(evidence, label, ruleMark(Rule::PhotoHasFile));
    const QString confidentiality = (*record)[field::evidence::confidentiality];
    if (!confidentiality.isEmpty() && confidentiality != QLatin1String("ordinary"))
        return invalid(evidence, label, ruleMark(Rule::PhotoConfidential));
    return {};
}

/// Said by somebody whose word counted on that day.
bool isConfirmed(const Assessment &assessment, const Record &photo)
{
    using namespace field::public_photo;
    const QString fingerprint = photo[confirmed_by];
    if (!photo.has(basis) || !photo.has(confirmed) || !photo.has(picture) || !profileIn(assessment, fingerprint))
        return false;
    const auto revoked = revocationIn(assessment, fingerprint);
    return !revoked || photo.text(confirmed.index) < revoked->since;
}

PhotoState::State stateOf(const Assessment &assessment, const Record &photo)
{
    if (photo.has(field::public_photo::removed))
        return PhotoState::State::TakenOut;
    if (!checkEvidence(assessment, photo[field::public_photo::evidence]))
        return PhotoState::State::Barred;
    return isConfirmed(assessment, photo) ? PhotoState::State::Confirmed : PhotoState::State::Waiting;
}

} // namespace

Result<EntityRef> photoCalled(const Assessment &assessment, const QString &label)
{
    const auto entity = refByLabel(assessment, EntityKind::PublicPhoto, label);
    const Record *record = entity ? assessment.find(entity->kind, entity->id) : nullptr;
    if (!record || !record->has(field::public_photo::evidence))
        return Error{ErrorCode::InvalidValue, QStringLiteral("photo: ") + label, ruleMark(Rule::PhotoNumber)};
    return *entity;
}

const Record *evidenceOf(const Assessment &assessment, const Record &photo)
{
    return findByLabel(assessment, EntityKind::Evidence, photo[field::public_photo::evidence]);
}

Result<Edit> addPublicPhoto(const CaseView &view, const EntityRef &newPhoto, const PhotoInput &input)
{
    using namespace field::public_photo;
    ADIT_TRY(checkEvidence(view.assessment, input.evidence));
    for (const auto &[info, text] :
         {std::pair(&infoOf(caption), &input.caption), std::pair(&infoOf(description), &input.description)})
        if (text->simplified().isEmpty())
            return Error{ErrorCode::InvalidValue, QString(info->name) + QStringLiteral(": ") + *text,
                         ruleMark(Rule::ValueNeeded)};
    ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, input.requirement));
    return addRecord(view, newPhoto,
                     {{{&infoOf(evidence), input.evidence},
                       {&infoOf(requirement), code.toString()},
                       {&infoOf(caption), input.caption.trimmed()},
                       {&infoOf(description), input.description.trimmed()}}});
}

Result<Edit> confirmPublicPhoto(const CaseView &view, const QString &label, const PhotoConfirmation &confirmation,
                                const Profile &by, const QDate &day)
{
    using namespace field::public_photo;
    ADIT_TRY(checkCounts(view.assessment, by.shown()));
    ADIT_TRY_ASSIGN(const EntityRef entity, photoCalled(view.assessment, label));
    const Record &photo = *view.assessment.find(entity.kind, entity.id);
    if (photo.has(removed))
        return invalid(removed, label, ruleMark(Rule::PhotoTakenOut));
    ADIT_TRY(checkEvidence(view.assessment, photo[evidence]));
    if (confirmation.basis.isEmpty())
        return invalid(basis, {}, QString(infoOf(basis).choices));
    if (isConfirmed(view.assessment, photo) && photo[picture] == confirmation.picture &&
        photo[basis] == confirmation.basis && photo[consent] == confirmation.consent.trimmed())
        return Error{ErrorCode::NothingToChange, label};
    Draft draft(view, Verb::Change, label);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    ADIT_TRY_ASSIGN(Edit said, changeRecord(draft.view(), entity,
                                            {{{&infoOf(basis), confirmation.basis},
                                              {&infoOf(consent), confirmation.consent.trimmed()},
                                              {&infoOf(picture), confirmation.picture},
                                              {&infoOf(confirmed), toIso(day)},
                                              {&infoOf(confirmed_by), by.shown().fingerprint()}}}));
    draft.add(std::move(said));
    return draft.edit();
}

Result<Edit> removePublicPhoto(const CaseView &view, const QString &label, const QDate &day)
{
    ADIT_TRY_ASSIGN(const EntityRef entity, photoCalled(view.assessment, label));
    if (view.assessment.find(entity.kind, entity.id)->has(field::public_photo::removed))
        return Error{ErrorCode::NothingToChange, label};
    return changeRecord(view, entity, {{{&infoOf(field::public_photo::removed), toIso(day)}}});
}

QString codeOf(PhotoState::State state)
{
    switch (state) {
    case PhotoState::State::Waiting:
        return QStringLiteral("waiting");
    case PhotoState::State::Confirmed:
        return QStringLiteral("confirmed");
    case PhotoState::State::Barred:
        return QStringLiteral("barred");
    case PhotoState::State::TakenOut:
        return QStringLiteral("taken-out");
    }
    return {};
}

std::vector<PhotoState> photoStates(const Assessment &assessment)
{
    std::vector<PhotoState> states;
    for (const Record *record : recordsInOrder(assessment, EntityKind::PublicPhoto)) {
        const auto entity = refByLabel(assessment, EntityKind::PublicPhoto, (*record)[field::public_photo::label]);
        if (entity && record->has(field::public_photo::evidence))
            states.push_back({*entity, record, stateOf(assessment, *record)});
    }
    return states;
}

} // namespace adit
