// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/reporttemplate.h"
#include "core/pdf/image.h"
#include "core/report/publicvalues.h"

#include <optional>

namespace adit {

/// The office that makes an assessment, as its template presents it in the report.
struct PublicBody
{
    ReportTemplate made;
    std::optional<pdf::Image> logo = {};
};

/// Nothing where there is no template. A logo that is not the one that the template names, or not clean (pdf::Image),
/// is as good as none.
std::optional<PublicBody> publicBodyOf(const DisclosedText &made, const DisclosedText &logo);

} // namespace adit
