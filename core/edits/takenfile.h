// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

namespace adit {

/// What is recorded of a file that was taken in as evidence: the file itself, and what a photo says of itself. Place
/// and time of a photo are for the team: no public report has a field for them.
struct FileFacts
{
    QString name; ///< as the mine or the team called it
    QString mime;
    qint64 bytes = 0;
    QString sha256;          ///< hex
    QString takenAt = {};    ///< "2026-05-05T14:03:22", by the camera's own clock; cameras tell no time zone
    QString takenWhere = {}; ///< "-33.45690, -70.64830": latitude and longitude in degrees (WGS 84)
};

/// A file that was read, and what its reader wants people to know.
struct TakenFile
{
    FileFacts facts;
    QByteArray bytes;
    bool isPhotoDataBroken =
        false; ///< it has data of a camera, but nobody can read them; the file is taken all the same
};

/// A file as it comes, without what a photo may say of itself.
TakenFile takenFile(const QString &name, const QString &mime, const QByteArray &bytes);

/// Evidence whose bytes are in the case already (CaseDocument::ContentDoor). Its own date, if nobody gave one, is the
/// day the photo was taken, unless that is after the day it was received: a camera's clock may be wrong.
Result<Edit> addTakenEvidence(const CaseView &view, const EntityRef &evidence, RecordInput input,
                              const FileFacts &facts);
/// Evidence that comes together with its bytes.
Result<Edit> addTakenEvidence(const CaseView &view, const EntityRef &evidence, RecordInput input,
                              const TakenFile &file);

/// Labels of the evidence that has these bytes, in order; what was taken back is none.
QStringList evidenceWith(const Assessment &assessment, const QString &sha256);

} // namespace adit
