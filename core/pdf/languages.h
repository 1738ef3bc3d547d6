// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/text.h"

namespace adit::pdf {

/// Whether a paragraph has text in another script than Latin, or controls of direction.
bool hasForeignText(const Paragraph &paragraph);
/// Divides spans so that passages in another script say their language, which a screen reader needs to speak them. The
/// script tells it; of several languages written alike, the one of the paragraph's region.
void markLanguages(Paragraph &paragraph);

} // namespace adit::pdf
