// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/photoverbs.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/disclosure/redactions.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"
#include "core/identity/signedwords.h"

#include <set>

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

/// The file of the evidence that a photo is of.
QString fileOf(const Assessment &assessment, const Record &photo)
{
    const Record *evidence = evidenceOf(assessment, photo);
    return evidence ? (*evidence)[field::evidence::sha256] : QString();
}

/// What somebody signs who confirms a photo: of the picture and of the file that it was made from; not of its number,
/// which can become another one.
QByteArray signedConfirmation(const Assessment &assessment, const Record &photo)
{
    using namespace field::public_photo;
    return signedWords("adit-photo/1", assessment.id(),
                       {fileOf(assessment, photo), photo[picture], photo[basis], photo[consent],
                        photo.text(confirmed.index), photo[confirmed_by]});
}

/// Said by somebody whose word counted on that day, and by nobody in another's name.
bool isConfirmed(const Assessment &assessment, const Record &photo)
{
    using namespace field::public_photo;
    const QString fingerprint = photo[confirmed_by];
    const auto by = profileIn(assessment, fingerprint);
    if (!photo.has(basis) || !photo.has(confirmed) || !photo.has(picture) || !by)
        return false;
    const auto revoked = revocationIn(assessment, fingerprint);
    return (!revoked || photo.text(confirmed.index) < revoked->since) &&
           isSignedBy(by->signKey, signedConfirmation(assessment, photo),
                      QByteArray::fromHex(photo[signature].toLatin1()));
}

/// The files of which a photo is withheld as a whole: under no other number are they printed.
std::set<QString> withheldFiles(const Assessment &assessment, const Redactions &redactions)
{
    std::set<QString> files;
    for (const auto &[id, photo] : assessment.records(EntityKind::PublicPhoto))
        if (redactions.wholeOf({EntityKind::PublicPhoto, id, photo[field::public_photo::label]}))
            files.insert(fileOf(assessment, photo));
    files.erase(QString());
    return files;
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
    if (confirmation.jpeg.isEmpty())
        return invalid(picture, label, ruleMark(Rule::PhotoHasFile));
    const QString hash = toHex(sha256(confirmation.jpeg));
    const QString consentIn = confirmation.consent.trimmed();
    if (isConfirmed(view.assessment, photo) && photo[picture] == hash && photo[basis] == confirmation.basis &&
        photo[consent] == consentIn)
        return Error{ErrorCode::NothingToChange, label};
    Draft draft(view, Verb::Change, label);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    const auto say = [&](const FieldValues &values) -> Result<> {
        ADIT_TRY_ASSIGN(Edit said, changeRecord(draft.view(), entity, {values}));
        draft.add(std::move(said));
        return {};
    };
    // First what is signed, then the signature, since it is of what is in the case then.
    ADIT_TRY(say({{&infoOf(basis), confirmation.basis},
                  {&infoOf(consent), consentIn},
                  {&infoOf(picture), hash},
                  {&infoOf(confirmed), toIso(day)},
                  {&infoOf(confirmed_by), by.shown().fingerprint()}}));
    const Assessment &then = draft.view().assessment;
    const QByteArray bytes = by.sign(signedConfirmation(then, *then.find(entity.kind, entity.id)));
    ADIT_TRY(say({{&infoOf(signature), QString::fromLatin1(bytes.toHex())}}));
    Edit edit = draft.edit();
    edit.contents.push_back(confirmation.jpeg);
    return edit;
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
    const Redactions redactions(assessment, Reader::Public);
    const std::set<QString> withheld = withheldFiles(assessment, redactions);
    for (const Record *record : recordsInOrder(assessment, EntityKind::PublicPhoto)) {
        const auto entity = refByLabel(assessment, EntityKind::PublicPhoto, (*record)[field::public_photo::label]);
        if (!entity || !record->has(field::public_photo::evidence))
            continue;
        PhotoState state{*entity, record, stateOf(assessment, *record)};
        if (state.state != PhotoState::State::TakenOut && !redactions.wholeOf(*entity) &&
            withheld.contains(fileOf(assessment, *record)))
            state.state = PhotoState::State::Barred;
        states.push_back(state);
    }
    return states;
}

} // namespace adit
