// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/requirementcode.h"

#include <QStringList>
#include <algorithm>

namespace adit {

std::optional<RequirementCode> RequirementCode::fromString(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('.'));
    if (parts.size() > 4)
        return std::nullopt;
    RequirementCode code;
    for (const QString &part : parts) {
        bool isNumber = false;
        const int number = part.toInt(&isNumber);
        if (!isNumber || number < 1 || number > 999 || part != QString::number(number))
            return std::nullopt;
        code.m_parts[code.m_depth++] = static_cast<quint16>(number);
    }
    return code;
}

std::optional<RequirementCode> RequirementCode::parent() const
{
    if (m_depth == 1)
        return std::nullopt;
    RequirementCode parent = *this;
    parent.m_parts[--parent.m_depth] = 0;
    return parent;
}

bool RequirementCode::contains(const RequirementCode &other) const
{
    if (other.m_depth < m_depth)
        return false;
    return std::equal(m_parts, m_parts + m_depth, other.m_parts);
}

QString RequirementCode::toString() const
{
    QString text = QString::number(m_parts[0]);
    for (int i = 1; i < m_depth; ++i)
        text += QLatin1Char('.') + QString::number(m_parts[i]);
    return text;
}

} // namespace adit
