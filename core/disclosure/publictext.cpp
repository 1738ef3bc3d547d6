// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/publictext.h"

#include <algorithm>
#include <array>

namespace adit {

std::span<const WithheldAs> allWithheldAs()
{
    static constexpr std::array all{WithheldAs::Persons, WithheldAs::Commercial, WithheldAs::Security,
                                    WithheldAs::Culture, WithheldAs::Legal,      WithheldAs::ThirdParty};
    return all;
}

QLatin1String codeOf(WithheldAs withheld)
{
    switch (withheld) {
    case WithheldAs::Persons:
        return QLatin1String("AB");
    case WithheldAs::Commercial:
        return QLatin1String("C");
    case WithheldAs::Security:
        return QLatin1String("D");
    case WithheldAs::Culture:
        return QLatin1String("E");
    case WithheldAs::Legal:
        return QLatin1String("F");
    case WithheldAs::ThirdParty:
        return QLatin1String("G");
    }
    return {};
}

std::optional<WithheldAs> withheldAs(QStringView reason)
{
    if (reason == QLatin1String("A") || reason == QLatin1String("B"))
        return WithheldAs::Persons;
    for (const WithheldAs withheld :
         {WithheldAs::Commercial, WithheldAs::Security, WithheldAs::Culture, WithheldAs::Legal, WithheldAs::ThirdParty})
        if (reason == codeOf(withheld))
            return withheld;
    return std::nullopt;
}

bool PublicText::isBlank() const
{
    return std::ranges::all_of(m_parts,
                               [](const TextPart &part) { return !part.withheld && part.text.trimmed().isEmpty(); });
}

QString PublicText::joined(const std::function<QString(WithheldAs)> &mark) const
{
    QString out;
    for (const TextPart &part : m_parts)
        out += part.withheld && part.text.isEmpty() ? mark(*part.withheld) : part.text;
    return out;
}

} // namespace adit
