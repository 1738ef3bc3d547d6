// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/image.h"
#include "core/report/publicvalues.h"

#include <map>
#include <optional>
#include <vector>

namespace adit {

/// Pictures ready for print (JPEG), by photo: made of the evidence by who holds the case (photosForPrint()), since what
/// is public is made without its files.
using PhotoPictures = std::map<EntityId, QByteArray>;

/// A photo as it is printed with its requirement. `entity` is for who looks the case's own record up.
struct PublicPhoto
{
    EntityRef entity;
    DisclosedText requirement;
    DisclosedPassages caption;
    DisclosedPassages description;          ///< read in its place
    std::optional<WithheldAs> withheld;     ///< as a whole: a mark stands for it, the same for every photo
    std::optional<pdf::Image> picture = {}; ///< nothing where it is withheld
};

/// Those that were confirmed and whose picture is there, by requirement in the order of the catalogue, then by label.
/// A picture that is not the one that was looked at, or not clean (pdf::Image), is as good as none.
std::vector<PublicPhoto> publicPhotosOf(const Assessment &assessment, const Standard &standard,
                                        const Redactions &redactions, const PhotoPictures &pictures);

} // namespace adit
