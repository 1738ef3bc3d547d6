// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/terminaltext.h"

namespace adit::cli {

namespace {

bool overridesDirection(char16_t c)
{
    return (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
}

bool isDangerous(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
           c.category() == QChar::Separator_Paragraph || overridesDirection(c.unicode());
}

} // namespace

QString printable(const QString &text, LineBreaks breaks)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const bool isKept = c == QLatin1Char('\n') && breaks == LineBreaks::Kept;
        if (isKept || !isDangerous(c))
            out += c;
        else
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return out;
}

} // namespace adit::cli
