// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

constexpr double tallest = pdf::points(90);
constexpr double coarsest = 72.0 / 150; ///< points to a pixel: a small picture is not blown up until it blurs
constexpr double captionGap = 4;
constexpr double captionLine = 12.6;
constexpr double below = 10;

/// As large as the column, the height of a photo and its own pixels allow.
pdf::Size printedSize(const pdf::Image &image)
{
    const double scale = std::min({sheet::textWidth / image.width(), tallest / image.height(), coarsest});
    return {image.width() * scale, image.height() * scale};
}

/// "Photo 3 · The spillway in May"
pdf::TextBlock captionOf(const Context &context, const PublicPhoto &photo, int number)
{
    const pdf::TextStyle style = sheet::sans(8.5, sheet::secondary);
    pdf::Paragraph text = context.paragraph(sheet::textWidth, captionLine);
    text.add({.text = context.words("photo.number", {{"n", context.words.number(number)}}),
              .style = sheet::bold(8.5, sheet::secondary),
              .unbroken = true});
    text.add(QStringLiteral(" · "), style);
    addReferences(text, context, context.own(context.said(*photo.caption).simplified()), style);
    return context.type.set(text);
}

/// What it is of, for a photo that comes to stand on the page after its requirement.
void addRequirement(Block &block, const Context &context, const PublicPhoto &photo)
{
    const auto code = RequirementCode::fromString(*photo.requirement);
    pdf::Paragraph text = context.paragraph(sheet::labelWidth, sheet::noteLine);
    text.add({.text = *photo.requirement, .style = sheet::note(), .link = {.destination = place(*code)}});
    block.add(pdf::Role::P, sheet::left, 0, context.type.set(text));
}

Cell pictureCell(const Context &context, const PublicPhoto &photo, const pdf::Size &size)
{
    Cell cell{.role = pdf::Role::Figure};
    cell.attributes.alt = context.said(*photo.description).simplified();
    cell.attributes.box = pdf::Rect{sheet::textLeft, 0, size.width, size.height};
    cell.image = photo.picture;
    return cell;
}

} // namespace

Block photoBlock(const Context &context, const PublicPhoto &photo, int number)
{
    Block block;
    addRequirement(block, context, photo);
    double y = 0;
    Cell both{.role = pdf::Role::Div};
    if (photo.picture) {
        const pdf::Size size = printedSize(*photo.picture);
        both.children.push_back(pictureCell(context, photo, size));
        y = size.height + captionGap;
    }
    Cell caption{.role = photo.picture ? pdf::Role::Caption : pdf::Role::P};
    caption.texts.push_back({sheet::textLeft, y, captionOf(context, photo, number)});
    block.reach(y + caption.texts.back().block.height() + below);
    both.children.push_back(std::move(caption));
    block.cells.push_back(std::move(both));
    block.cutBelow(y + 3 * captionLine); // one longer than the page goes on on the next
    return block;
}

void addPhotos(Part &part, const Context &context, const RequirementCode &requirement)
{
    const std::vector<PublicPhoto> &photos = context.assessment.photos;
    for (std::size_t i = 0; i < photos.size(); ++i)
        if (*photos[i].requirement == requirement.toString())
            part.add(photoBlock(context, photos[i], static_cast<int>(i) + 1));
}

} // namespace adit::report
