// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/paper.h"

namespace adit {

PaperFormat paperFormat(const QString &code)
{
    return code == QLatin1String("html") ? PaperFormat::Html : PaperFormat::Pdf;
}

QString paperFormatCode(PaperFormat format)
{
    return format == PaperFormat::Html ? QStringLiteral("html") : QStringLiteral("pdf");
}

} // namespace adit
