// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/identityverbs.h"

#include "core/base/rule.h"

namespace adit {

namespace {

Result<Edit> writeShare(const CaseView &view, const Compartment::Share &share)
{
    return addRecord(view, view.assessment.derivedRef(EntityKind::KeyShare, share.code),
                     {{{&infoOf(field::key_share::maker), share.maker},
                       {&infoOf(field::key_share::sealed), share.sealed},
                       {&infoOf(field::key_share::signature), share.signature}}});
}

/// A name is a line like any other, before it is sealed. Its errors do not repeat it.
Result<QString> checkedName(const CaseView &view, const FieldInfo &field, const QString &text)
{
    FieldInfo line = field;
    line.type = ValueType::Line;
    ADIT_TRY_ASSIGN(const auto checked, checkedValue(line, view.standard, text));
    return checked.value_or(QString());
}

} // namespace

Result<Edit> introduce(const CaseView &view, const PublicProfile &profile)
{
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    return addRecord(view, view.assessment.derivedRef(EntityKind::Profile, profile.fingerprint()),
                     {{{&infoOf(field::profile::name), profile.name},
                       {&infoOf(field::profile::created), profile.created},
                       {&infoOf(field::profile::sign_key), hex(profile.signKey)},
                       {&infoOf(field::profile::box_key), hex(profile.boxKey)},
                       {&infoOf(field::profile::signature), hex(profile.signature)}},
                      {{&infoOf(field::profile::roles), profile.roles}}});
}

Result<> checkCounts(const Assessment &assessment, const PublicProfile &profile)
{
    const auto revocation = revocationIn(assessment, profile.fingerprint());
    return revocation ? Result<>(Error{ErrorCode::ProfileRevoked, profile.actor(),
                                       revocation->since + QStringLiteral(", ") + revocation->reason})
                      : Result<>();
}

Result<Edit> revoke(const CaseView &view, const Profile &by, const PublicProfile &profile, const QDate &since,
                    const QString &reason)
{
    if (reason.simplified().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("revoked_reason:"), ruleMark(Rule::WhyRevoked)};
    if (revocationIn(view.assessment, profile.fingerprint()))
        return Error{ErrorCode::NothingToChange, profile.actor()};
    const Revocation revocation = revocationOf(profile.fingerprint(), since, reason, by);
    Draft draft(view, Verb::Revoke, profile.fingerprint());
    for (const PublicProfile *introduced : {&by.shown(), &profile}) {
        ADIT_TRY_ASSIGN(Edit edit, introduce(draft.view(), *introduced));
        draft.add(std::move(edit));
    }
    ADIT_TRY_ASSIGN(
        Edit revoked,
        addRecord(draft.view(), view.assessment.derivedRef(EntityKind::Profile, profile.fingerprint()),
                  {{{&infoOf(field::profile::revoked), revocation.since},
                    {&infoOf(field::profile::revoked_reason), revocation.reason},
                    {&infoOf(field::profile::revoked_by), revocation.by},
                    {&infoOf(field::profile::revocation), QString::fromLatin1(revocation.signature.toHex())}}}));
    draft.add(std::move(revoked));
    return draft.edit();
}

Result<Edit> shareIdentities(const CaseView &view, const Profile &profile, const PublicProfile &holder)
{
    ADIT_TRY(checkCounts(view.assessment, holder));
    const Compartment compartment(view.assessment, profile);
    if (!compartment.canWrite() || compartment.holdersOfOwn().contains(holder.fingerprint()))
        return Error{ErrorCode::NothingToChange, holder.actor()};
    Draft draft(view, Verb::ShareIdentities, holder.fingerprint());
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), holder));
    draft.add(std::move(introduced));
    ADIT_TRY_ASSIGN(Edit shared, writeShare(draft.view(), compartment.shareOwn(holder)));
    draft.add(std::move(shared));
    return draft.edit();
}

Result<QString> IdentityWriter::seal(Draft &draft, const EntityRef &entity, const FieldInfo &field,
                                     const QString &text) const
{
    ADIT_TRY_ASSIGN(const QString name, checkedName(draft.view(), field, text));
    if (name.isEmpty())
        return name;
    Compartment compartment(draft.view().assessment, m_profile);
    if (!compartment.canWrite()) {
        ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), m_profile.shown()));
        draft.add(std::move(introduced));
        ADIT_TRY_ASSIGN(Edit key, writeShare(draft.view(), compartment.makeKey()));
        draft.add(std::move(key));
    }
    const Record *record = draft.view().assessment.find(entity.kind, entity.id);
    const QString now = record ? record->text(field.index) : QString();
    if (!now.isEmpty())
        if (const auto known = compartment.read(entity, field, now); known && *known == name)
            return now;
    return compartment.seal(entity, field, name);
}

} // namespace adit
