// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/profile.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>
#include <vector>

namespace adit {

/// One file of a release.
struct ReleasedFile
{
    QString name;
    QString sha256; ///< hex
    qint64 bytes = 0;

    friend bool operator==(const ReleasedFile &, const ReleasedFile &) = default;
};

struct ReleaseSignature
{
    QString role;      ///< code of ADIT_ROLES
    QByteArray key;    ///< Ed25519, 32 bytes
    QByteArray boxKey; ///< X25519: together they give the fingerprint that people compare
    QString time;      ///< ISO 8601 UTC, as the signer's machine had it
    QByteArray signature;

    QString fingerprint() const;

    friend bool operator==(const ReleaseSignature &, const ReleaseSignature &) = default;
};

/// What a release consists of ("release.json", resources/guide/release-format.md). Everything but the signatures is
/// signed by each of the roles, with the role and the time: so none of the files can change, and none of the signers be
/// taken for another.
struct ReleaseManifest
{
    QString assessment; ///< id
    int number = 0;     ///< of the release, from 1 on
    QString built;      ///< ISO date
    QString root;       ///< of the record, hex
    qint64 leafCount = 0;
    QString standardHash;            ///< hex
    QString level;                   ///< as decided: a level's code, or pending, postponed
    QString app;                     ///< which version made it
    QStringList roles;               ///< who has to sign
    std::vector<ReleasedFile> files; ///< by name
    std::vector<ReleaseSignature> signatures = {};

    /// Roles whose signature is genuine. A key that signs twice counts once.
    QStringList signedRoles() const;
    bool isSigned() const;
    /// Roles that have to sign and have not.
    QStringList unsignedRoles() const;
};

/// Who signs a release (report.md, Release).
QStringList releaseRoles();

/// In the one way to write it.
QByteArray bytesOf(const ReleaseManifest &manifest);
/// Error ReleaseInvalid. Signatures are read, not checked.
Result<ReleaseManifest> readManifest(const QByteArray &bytes, const QString &path);

/// What a signer puts the signature to.
QByteArray signedBytes(const ReleaseManifest &manifest, const ReleaseSignature &signature);
bool isGenuine(const ReleaseManifest &manifest, const ReleaseSignature &signature);

/// Adds a signature. Error InvalidValue for a role that does not sign here; Independence where this key has signed in
/// another role; NothingToChange where it has signed in this one.
Result<> sign(ReleaseManifest &manifest, const QString &role, const Profile &by, const QString &time);

} // namespace adit
