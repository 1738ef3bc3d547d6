// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/record.h"

namespace adit {

Record::Record(EntityKind kind)
    : m_kind(kind)
    , m_values(fieldsOf(kind).size())
{}

QStringList Record::members(int index) const
{
    return text(index).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void Record::setMember(int index, const QString &member, bool present)
{
    QStringList all = members(index);
    all.removeAll(member);
    if (present)
        all.append(member);
    all.sort();
    set(index, all.isEmpty() ? std::nullopt : std::optional(all.join(QLatin1Char(' '))));
}

bool Record::isBlank() const
{
    const auto code = kindInfo(m_kind).codeField;
    for (std::size_t i = 0; i < m_values.size(); ++i)
        if (m_values[i] && code != static_cast<int>(i))
            return false;
    return true;
}

} // namespace adit
