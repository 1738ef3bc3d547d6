// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/publicbody.h"

namespace adit {

std::optional<PublicBody> publicBodyOf(const DisclosedText &made, const DisclosedText &logo)
{
    if (made->isEmpty())
        return {};
    auto read = ReportTemplate::fromJson(made->toUtf8());
    if (!read)
        return {};
    PublicBody body{.made = std::move(*read)};
    if (const auto image = pdf::Image::jpeg(logoOf(body.made, *logo)))
        body.logo = *image;
    return body;
}

} // namespace adit
