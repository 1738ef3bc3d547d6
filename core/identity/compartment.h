// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include "core/identity/profile.h"

#include <QHash>
#include <QString>
#include <optional>
#include <vector>

namespace adit {

/// The identity compartment of one case: who people are, encrypted once more than the case (store.md, Security).
/// Everywhere else they are pseudonyms. Names, contacts and organisations are values of fields of type Sealed: the text
/// is encrypted under a key (XChaCha20-Poly1305, bound to case, entity and field, padded so that its length says
/// little), and the key is sealed to each of its holders (entities of kind KeyShare, each signed by the key's maker).
///
/// Every writer has a key of their own, so that who shares it decides for their own witnesses only. A share that the
/// maker did not sign is never written under: somebody could otherwise hand a writer a key that they know.
class Compartment
{
public:
    /// What the holder of a profile can open.
    Compartment(const Assessment &assessment, const Profile &profile);

    /// The text behind a value. Error IdentitySealed where this profile holds no key to it; FileDamaged where the value
    /// is not what was written.
    Result<QString> read(const EntityRef &entity, const FieldInfo &field, const QString &sealed) const;

    /// Whether there is a key of this profile's own to write with.
    bool canWrite() const { return m_own.has_value(); }
    /// A value of a field. canWrite() must be true.
    QString seal(const EntityRef &entity, const FieldInfo &field, const QString &text) const;
    /// Who can read what is sealed with the key of this profile's own: fingerprints.
    QStringList holdersOfOwn() const;

    /// A share of a key: which field of the entity with `code` has which value.
    struct Share
    {
        QString code; ///< "key:fingerprint of the holder"
        QString maker;
        QString sealed;
        QString signature;
    };
    /// Makes this profile's own key, held by itself.
    Share makeKey();
    /// Hands the own key to somebody else. canWrite() must be true.
    Share shareOwn(const PublicProfile &holder) const;

private:
    void takeShare(const Record &share);
    bool isSigned(const Record &share) const;
    Share shareOf(const QString &key, const Secret &secret, const PublicProfile &holder) const;

    const Profile m_profile;
    QByteArray m_space; ///< the assessment's id: values of one case mean nothing in another
    QHash<QString, Secret> m_keys;
    std::optional<QString> m_own;
    QStringList m_holders; ///< of the own key
};

/// Whether a value has the form of a sealed text. Nothing else is stored in a field of type Sealed.
bool isSealedText(const QString &value);
/// The fingerprints of those who can open a value.
QStringList holdersOf(const Assessment &assessment, const QString &sealed);
/// Whether a share says who made it and is signed by them, as far as the case knows its maker.
bool isGenuineShare(const Assessment &assessment, const Record &share);
/// What stands in a case of somebody's profile. Nothing if it is not there, or not genuine.
std::optional<PublicProfile> profileIn(const Assessment &assessment, const QString &fingerprint);
/// The same from its record.
std::optional<PublicProfile> profileFrom(const Record &record);

/// Since when, and why, a profile counts no more.
struct Revocation
{
    QString since; ///< ISO date
    QString reason;
    QString by;           ///< fingerprint
    QByteArray signature; ///< of who revoked it
};
/// Made by the owner of the profile, who has its recovery code where the laptop is gone, or by who leads the audit.
Revocation revocationOf(const QString &fingerprint, const QDate &since, const QString &reason, const Profile &by);
/// Nothing where a profile counts, or what says otherwise is not signed by somebody who may say so.
std::optional<Revocation> revocationIn(const Assessment &assessment, const QString &fingerprint);
/// Whether a record of a profile that says it was revoked is to be believed.
bool isGenuineRevocation(const Assessment &assessment, const Record &record);

} // namespace adit
