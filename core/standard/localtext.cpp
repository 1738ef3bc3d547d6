// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/localtext.h"

namespace adit {

QString LocalText::in(const QString &language) const
{
    if (const auto own = m_texts.constFind(language); own != m_texts.constEnd())
        return *own;
    if (const auto english = m_texts.constFind(QStringLiteral("en")); english != m_texts.constEnd())
        return *english;
    return m_texts.isEmpty() ? QString() : m_texts.first();
}

} // namespace adit
