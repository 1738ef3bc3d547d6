// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/photosforprint.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/disclosure/photoverbs.h"

namespace adit {

namespace {

Result<QByteArray> fileOf(const Assessment &assessment, const Record &photo, const ContentOf &content)
{
    const Record *evidence = evidenceOf(assessment, photo);
    const QString sha256 = evidence ? (*evidence)[field::evidence::sha256] : QString();
    if (sha256.isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("evidence: ") + photo[field::public_photo::evidence],
                     ruleMark(Rule::PhotoHasFile)};
    return content(sha256);
}

/// The picture that was looked at, as the case keeps it, or made again.
Result<QByteArray> lookedAt(const Assessment &assessment, const Record &photo, const ContentOf &content)
{
    const QString hash = photo[field::public_photo::picture];
    if (const auto kept = content(hash); kept && toHex(sha256(*kept)) == hash)
        return *kept;
    ADIT_TRY_ASSIGN(PrintPhoto made, pictureOf(assessment, photo, content));
    return made.jpeg;
}

} // namespace

Result<PrintPhoto> pictureOf(const Assessment &assessment, const Record &photo, const ContentOf &content)
{
    ADIT_TRY_ASSIGN(const QByteArray file, fileOf(assessment, photo, content));
    return printPhoto(file);
}

PhotosForPrint photosForPrint(const Assessment &assessment, const ContentOf &content)
{
    PhotosForPrint out;
    for (const PhotoState &photo : photoStates(assessment)) {
        if (photo.state != PhotoState::State::Confirmed)
            continue;
        const Record &record = *photo.record;
        const auto picture = lookedAt(assessment, record, content);
        if (!picture)
            out.unread.append(record[field::public_photo::label]);
        else if (toHex(sha256(*picture)) != record[field::public_photo::picture])
            out.changed.append(record[field::public_photo::label]);
        else
            out.pictures.emplace(photo.entity.id, *picture);
    }
    return out;
}

} // namespace adit
