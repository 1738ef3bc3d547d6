// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/identity/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

namespace adit {

/// What others may know of a person: name, roles and the two public keys, signed by the first of them. It travels in
/// the cases worked on, so that what that person signs can be checked and what is meant for that person alone can be
/// sealed (store.md, Security).
struct PublicProfile
{
    QString name;
    QStringList roles;    ///< codes of ADIT_ROLES
    QString created;      ///< ISO date
    QByteArray signKey;   ///< Ed25519, 32 bytes: signatures
    QByteArray boxKey;    ///< X25519, 32 bytes: what is sealed to this person
    QByteArray signature; ///< of all of it, by the first key

    /// Names the keys to people: eight groups of four letters and digits, for comparing by eye or by voice.
    QString fingerprint() const;
    /// The first two groups.
    QString shortFingerprint() const;
    /// How the journal names this person: "R. Salas (7K3F-9QZM)".
    QString actor() const;
    /// Whether the signature is this person's: anything else was altered on the way.
    bool isGenuine() const;

    friend bool operator==(const PublicProfile &, const PublicProfile &) = default;
};

/// A profile that its passphrase has opened.
class Profile
{
public:
    /// New keys. Error InvalidValue for a name or roles that cannot be.
    static Result<Profile> make(const QString &name, const QStringList &roles, const QDate &today);
    /// The same keys again, from the recovery code that was written down when they were made.
    static Result<Profile> recover(const QString &recoveryCode, const QString &name, const QStringList &roles,
                                   const QDate &today);

    const PublicProfile &shown() const { return m_shown; }

    QByteArray sign(QByteArrayView message) const;
    /// What was sealed to this person; nothing if it was sealed to somebody else or altered.
    std::optional<Secret> unseal(const QByteArray &sealed) const;

    /// 13 groups of four letters and one that checks them: with it the keys can be made again without the passphrase.
    QString recoveryCode() const;
    /// The profile as a file, under a passphrase (resources/guide/profile-format.md). Takes half a second, on purpose.
    /// Error InvalidValue for a passphrase that is too short.
    Result<QByteArray> locked(const QString &passphrase) const;
    /// The profile as a file that whoever has it can open: for a key that stands for a machine, not for a person.
    QByteArray unlocked() const;

private:
    friend Result<Profile> unlock(const QByteArray &file, const QString &passphrase, const QString &path);

    static Result<Profile> from(Secret seed, const QString &name, const QStringList &roles, const QDate &today);
    Profile(PublicProfile shown, Secret seed);
    void deriveKeys();

    PublicProfile m_shown;
    Secret m_seed;
    Secret m_signSecret;
    Secret m_boxSecret;
};

/// A sealed box that only the holder of the secret part of `boxKey` opens.
QByteArray sealTo(const QByteArray &boxKey, QByteArrayView message);
bool isSignedBy(const QByteArray &signKey, QByteArrayView message, const QByteArray &signature);

/// Opens a profile's file; the passphrase is of no account where it was never locked. `path` is named in errors:
/// ProfileInvalid for another file or an altered one, WrongPassphrase. Takes half a second, so that guessing takes
/// longer than anybody lives.
Result<Profile> unlock(const QByteArray &file, const QString &passphrase, const QString &path);
/// The public part, of a profile's file or of a card, without a passphrase. Error ProfileInvalid.
Result<PublicProfile> readPublicProfile(const QByteArray &file, const QString &path);
/// The public part as a file of its own, to hand on.
QByteArray cardOf(const PublicProfile &profile);

/// The shortest passphrase taken: the file may be stolen with the laptop.
inline constexpr qsizetype shortestPassphrase = 10;

} // namespace adit
