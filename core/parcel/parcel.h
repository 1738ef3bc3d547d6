// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/casedocument.h"
#include "core/parcel/parcelfile.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace adit {

/// Whom a parcel is for, and as what.
struct ParcelOrder
{
    QString role;                               ///< code of ADIT_ROLES
    QStringList chapters = {};                  ///< of those the role may be narrowed to; none: all
    std::vector<PublicProfile> recipients = {}; ///< whose keys it is sealed to
    std::optional<QDate> day = {};              ///< of the hand-over; else today's
    /// Versions of texts that stay behind as commitments, whatever the role sees: those that name somebody
    /// (core/release/parcelguard.h). Asked beside the document's thread.
    std::function<bool(const QString &text)> staysBehind = {};
};

/// What recordHandover() will do, as an edit of the case as it is: errors UnknownChoice, InvalidDate, UnknownNode,
/// InvalidValue and the like where the hand-over says what a case cannot hold.
Result<Edit> handoverEdit(CaseDocument &document, const ParcelManifest &manifest,
                          const std::vector<PublicProfile> &people);
/// The case remembers a hand-over, with who had a part in it and where the journal stood, as its maker signed it: also
/// who receives it keeps that, so that an own chain cannot be written anew later (store.md, Journal and merge).
Result<> recordHandover(CaseDocument &document, const ParcelManifest &manifest,
                        const std::vector<PublicProfile> &people);

/// What an order would hand over: errors UnknownChoice (role), InvalidValue (chapters, nobody to seal it to),
/// UnknownNode, ProfileRevoked, ProfileNeeded.
Result<> checkOrder(const CaseDocument &document, const ParcelOrder &order);

/// What becomes of the names of people in a parcel.
enum class NamesInside {
    None, ///< there are none in the case
    Stay, ///< the role sees none, or some recipient holds no key to them
    Some, ///< those whose key all recipients hold
    All
};
/// What makeParcel() would do with them: to be said before it does.
NamesInside namesInside(const CaseDocument &document, const ParcelOrder &order);

/// A parcel in the making, of what the role may see (store.md, Security): everything else travels as commitments, so
/// that what comes back still verifies and merges. Names of people go along only where every recipient could read them
/// before. Three steps, of which only the long one in the middle may be done beside the document's thread: what is
/// asked for is checked, the parcel is written, and the case records the hand-over with where the journal stood in
/// what was handed over, signed.
class OutgoingParcel
{
public:
    /// The file at `path` must be free. Errors as checkOrder() and for a new file; FileReadOnly where the hand-over
    /// could not be recorded. The open profile will sign.
    static Result<OutgoingParcel> prepare(const CaseDocument &document, const ParcelOrder &order, const QString &path);

    /// Writes the file: whole, or not there at all. Needs no document, which may change meanwhile; edits made after
    /// this began go along or do not. What the role may see follows from the case as it is copied, so that what was
    /// withheld meanwhile is withheld. Errors Cancelled and those of files.
    Result<ParcelManifest> write(const ParcelProgress &progress);
    /// The case remembers what left it. Where it cannot, the file is removed.
    Result<> record(CaseDocument &document, const ParcelManifest &manifest) const;
    /// It is not wanted after all: the file is removed, if there is one.
    void discard() const;

    QString path() const { return m_path; }

private:
    OutgoingParcel(const CaseDocument &document, ParcelOrder order, QString path);

    Result<> writeSnapshot(const QString &path, const ParcelProgress &progress) const;
    Result<bool> writeWhole(const QString &path, const ParcelProgress &progress) const;
    Result<> writeForRole(const QString &path, const ParcelProgress &progress) const;
    Result<ParcelManifest> manifestOf(const QString &snapshot) const;
    Result<> seal(const QString &snapshot, ParcelManifest &manifest, const ParcelProgress &progress) const;

    ParcelOrder m_order;
    QString m_path;
    QString m_casePath;
    QString m_made; ///< ISO date
    AssessmentId m_assessment;
    QString m_site;
    bool m_isWhole; ///< all that the case held when it was asked for
    std::shared_ptr<const Profile> m_maker;
    CaseDocument::CopyDoor m_copies;
    bool m_isWritten = false;
};

/// All three steps of an OutgoingParcel one after the other, for who does nothing else meanwhile.
Result<ParcelManifest> makeParcel(CaseDocument &document, const ParcelOrder &order, const QString &path,
                                  const ParcelProgress &progress = {});

/// What a parcel says it holds, for the one it is sealed to. Errors as ParcelReader::open().
Result<ParcelManifest> lookInto(const QString &path, const Profile &recipient);

/// Makes a case of a parcel at a path that must be free: a copy of the recipient's own, in which the role writes what
/// it may, and which merges back. Error ParcelInvalid also where what is inside is no case, or not the one that the
/// parcel says.
Result<ParcelManifest> openParcel(const QString &path, const Profile &recipient, const QString &casePath,
                                  const ParcelProgress &progress = {});

} // namespace adit
