// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/image.h"
#include "core/pdf/lintparts.h"

namespace adit::pdf {

namespace {

/// Nothing that could hide a part of it, and nothing in its bytes but the picture that the dictionary speaks of.
bool isClean(const Reader &reader, const Value &reference)
{
    const Value &image = reader.resolve(reference);
    const auto bytes = reader.stream(reference);
    for (const char *veil : {"SMask", "Mask", "Decode", "Alternates", "OPI", "DecodeParms", "Metadata"})
        if (!image[veil].is(Value::Kind::Null))
            return false;
    const bool isGrey = image["ColorSpace"].isName("DeviceGray");
    const bool shown = isGrey || image["ColorSpace"].isName("DeviceRGB");
    return bytes && shown && image["Subtype"].isName("Image") && image["Filter"].isName("DCTDecode") &&
           image["BitsPerComponent"].integer() == 8 &&
           Image::jpeg(*bytes, image["Width"].integer(), image["Height"].integer(), isGrey ? 1 : 3);
}

} // namespace

std::set<QByteArray> checkImages(const Reader &reader, const Value &resources, LintProblems &problems)
{
    std::set<QByteArray> names;
    for (const auto &[name, reference] : resources["XObject"].entries) {
        names.insert(name);
        if (!isClean(reader, reference))
            problems.push_back({QStringLiteral("image-unclean"), QString::fromLatin1(name)});
    }
    return names;
}

} // namespace adit::pdf
