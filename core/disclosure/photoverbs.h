// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/identity/profile.h"

#include <QDate>
#include <QString>
#include <vector>

namespace adit {

// A photo becomes public only after somebody, by name, looked at the very picture that is printed and said that nobody
// can be recognised in it, or that consent is on record (report.md, Redaction). Until then, and from the moment the
// evidence's bytes are others, it is not printed.

struct PhotoInput
{
    QString evidence;    ///< its label
    QString requirement; ///< that it is printed with
    QString caption;
    QString description; ///< what it shows, for who does not see it
};

/// Puts a photo of the evidence into the report, not confirmed yet. Errors InvalidValue (subject "field: value"): no
/// such evidence or requirement, no words, evidence without a file (PhotoHasFile), one that is confidential or
/// restricted (PhotoConfidential).
Result<Edit> addPublicPhoto(const CaseView &view, const EntityRef &newPhoto, const PhotoInput &input);

/// What somebody says who has looked at it.
struct PhotoConfirmation
{
    QString basis;        ///< nobody-recognisable, consent
    QString consent = {}; ///< where the consent is on record; needed with that basis
    QByteArray jpeg;      ///< the picture as it will be printed (PrintPhoto), which somebody looked at
};

/// With a profile, which signs for the picture and the file that it was made from. The case keeps the picture: it is
/// printed as it was looked at, on whatever machine. May be said again of a photo whose file has changed. Errors as
/// above, and: PhotoNumber, PhotoTakenOut, PhotoConsent; ProfileRevoked; NothingToChange.
Result<Edit> confirmPublicPhoto(const CaseView &view, const QString &label, const PhotoConfirmation &confirmation,
                                const Profile &by, const QDate &day);

/// Takes it out of the report; it stays on record. Errors PhotoNumber, NothingToChange.
Result<Edit> removePublicPhoto(const CaseView &view, const QString &label, const QDate &day);

/// The photos of a case, with how they stand, in the order of their labels.
struct PhotoState
{
    enum class State {
        Waiting,   ///< nobody has confirmed it
        Confirmed, ///< printed, as long as its bytes are those that were looked at
        Barred,    ///< its evidence became confidential, was removed, or lost its file; or the same picture is withheld
                   ///< under another number
        TakenOut
    };
    EntityRef entity;
    const Record *record;
    State state;
};
QString codeOf(PhotoState::State state);
std::vector<PhotoState> photoStates(const Assessment &assessment);

/// The evidence that a photo is of; nothing where there is none any more.
const Record *evidenceOf(const Assessment &assessment, const Record &photo);
/// A photo by its label. Error InvalidValue (PhotoNumber).
Result<EntityRef> photoCalled(const Assessment &assessment, const QString &label);

} // namespace adit
