// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/publicphotos.h"

#include "core/disclosure/photoverbs.h"
#include "core/standard/standard.h"

#include <algorithm>

namespace adit {

namespace {

std::optional<pdf::Image> pictureLookedAt(const PhotoState &photo, const PhotoPictures &pictures)
{
    const auto found = pictures.find(photo.entity.id);
    if (photo.state != PhotoState::State::Confirmed || found == pictures.end())
        return {};
    const auto image = pdf::Image::jpeg(found->second);
    const bool isTheOne = image && toHex(image->hash()) == (*photo.record)[field::public_photo::picture];
    return isTheOne ? std::optional(*image) : std::nullopt;
}

int ordinalOf(const Standard &standard, const PublicPhoto &photo)
{
    const auto code = RequirementCode::fromString(*photo.requirement);
    return (code ? standard.ordinal(*code) : std::nullopt).value_or(-1);
}

} // namespace

std::vector<PublicPhoto> publicPhotosOf(const Assessment &assessment, const Standard &standard,
                                        const Redactions &redactions, const PhotoPictures &pictures)
{
    using namespace field::public_photo;
    std::vector<PublicPhoto> out;
    if (pictures.empty())
        return out;
    for (const PhotoState &photo : photoStates(assessment)) {
        auto picture = pictureLookedAt(photo, pictures);
        if (!picture)
            continue;
        const Record &record = *photo.record;
        PublicPhoto shown{.entity = photo.entity,
                          .requirement = disclose(record, requirement),
                          .caption = disclose(redactions, photo.entity, record, caption),
                          .description = disclose(redactions, photo.entity, record, description),
                          .withheld = {}};
        if (const Record *whole = redactions.wholeOf(photo.entity))
            shown.withheld = withheldAs((*whole)[field::redaction::reason]).value_or(WithheldAs::Persons);
        else
            shown.picture = std::move(picture);
        if (ordinalOf(standard, shown) >= 0)
            out.push_back(std::move(shown));
    }
    std::ranges::stable_sort(out, {}, [&](const PublicPhoto &photo) { return ordinalOf(standard, photo); });
    return out;
}

} // namespace adit
