// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/evidence/printphoto.h"

#include <QStringList>
#include <functional>
#include <map>

namespace adit {

/// Bytes of evidence by their SHA-256 (CaseDocument::content()).
using ContentOf = std::function<Result<QByteArray>(const QString &sha256)>;

/// The picture of a photo in the report as it would be printed, confirmed or not: made of its evidence. Errors as of
/// `content` and of printPhoto(); InvalidValue (PhotoHasFile) where its evidence has no file any more.
Result<PrintPhoto> pictureOf(const Assessment &assessment, const Record &photo, const ContentOf &content);

/// The pictures that a report prints: of all photos that somebody confirmed, the very ones that were looked at. The
/// case keeps them; a copy without them makes them anew of the evidence, as long as they come out the same.
struct PhotosForPrint
{
    std::map<EntityId, QByteArray> pictures; ///< JPEG, by photo
    QStringList changed =
        {}; ///< labels of confirmed photos that would be printed otherwise than looked at: they are not
    QStringList unread = {}; ///< labels of those whose file cannot be read here: they are not printed either
};
/// `content` is called on this thread. Quick where the case keeps the pictures; else some 80 ms a photo of 12 million
/// pixels.
PhotosForPrint photosForPrint(const Assessment &assessment, const ContentOf &content);

} // namespace adit
