// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/webtext.h"

#include <span>

namespace adit::report {

/// Blocks of a part as HTML, in their order.
QString webBlocks(WebText &text, const Context &context, const QString &partTitle, std::span<const Block> blocks);

} // namespace adit::report
