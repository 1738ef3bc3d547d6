// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace adit {

/// A standard on paper: what it is and is not, every chapter with its requirements and guidance, how it rates and how
/// certain its entries are. The language is that of the standard's texts and of the words around them, where both
/// exist. Same input, same bytes. Threads and errors as for renderReport().
Result<QByteArray> renderCatalogue(const Standard &standard, const ReportOptions &options, pdf::Typesetter &typesetter);

} // namespace adit
