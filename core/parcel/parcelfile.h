// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/identity/handover.h"
#include "core/identity/profile.h"

#include <QFile>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

namespace adit {

/// What a parcel says it holds, under the signature of who made it.
struct ParcelManifest
{
    AssessmentId assessment;
    QString site;
    Handover handover;
    QByteArray handoverSignature;
    PublicProfile maker;
    QStringList recipients; ///< fingerprints
    qint64 operations = 0;
    qint64 withheld = 0; ///< of them: committed to, but not there
    qint64 bytes = 0;    ///< of the case inside
};

/// Whether a file is meant as a parcel: by its name, or by how it begins. It may still be damaged.
bool isParcel(const QString &path);

/// As signed, and as it is kept in the case that comes of it.
QByteArray bytesOf(const ParcelManifest &manifest);
/// Error ParcelInvalid.
Result<ParcelManifest> manifestFrom(const QByteArray &bytes, const QString &path);

/// Gets 0 to 1 and returns false to cancel (error Cancelled).
using ParcelProgress = std::function<bool(double)>;

/// Seals a file to its recipients and nobody else, in a stream of checked pieces (resources/guide/parcel-format.md):
/// what is cut short, altered or put in another order does not open. Read once: hashed while it is being encrypted.
Result<> writeParcel(QFile &out, QFile &content, const ParcelManifest &manifest, const Profile &maker,
                     const std::vector<PublicProfile> &recipients, const ParcelProgress &progress);

/// Reads a parcel that is sealed to `recipient`.
class ParcelReader
{
public:
    /// Errors FileMissing, ParcelInvalid, ParcelForeign.
    static Result<ParcelReader> open(const QString &path, const Profile &recipient);

    const ParcelManifest &manifest() const { return m_manifest; }
    /// Writes the content; whole and as it was signed when this returns. Error ParcelInvalid, Cancelled.
    Result<> extract(QFile &to, const ParcelProgress &progress);

private:
    ParcelReader(std::unique_ptr<QFile> file, Secret stream, ParcelManifest manifest, QByteArray said);
    static Result<QByteArray> pull(QFile &file, Secret &stream, const QByteArray &bound, bool &isLast);

    std::unique_ptr<QFile> m_file;
    Secret m_stream; ///< where the stream stands
    ParcelManifest m_manifest;
    QByteArray m_said; ///< the manifest as it was signed
};

/// Fingerprints of those a parcel is sealed to: anybody may read that. Error ParcelInvalid.
Result<QStringList> recipientsOf(const QString &path);

} // namespace adit
