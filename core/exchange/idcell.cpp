// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/idcell.h"

#include "core/base/time.h"
#include "core/exchange/idcelldates.h"
#include "core/exchange/xlsxstyles.h"

#include <algorithm>
#include <cmath>

namespace adit {

namespace {

/// How a text reads as a number with decimal point or comma, in shortest form; empty if it does not.
QString asNumber(const QString &text)
{
    bool isNumber = false;
    const double number = QString(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? numberText(number) : QString();
}

/// True for "1.1" and "1,1", which a spreadsheet may have made of 1.10; not for "1.10", which is as it was typed.
bool isShortestNumber(const QString &text)
{
    return asNumber(text) == QString(text).replace(QLatin1Char(','), QLatin1Char('.'));
}

/// "1.234" → "1234": where the dot separates thousands. Empty for other texts.
QString asThousands(const QString &id)
{
    const QStringList groups = id.split(QLatin1Char('.'));
    const auto isGroup = [](const QString &group) { return group.size() == 3; };
    if (groups.size() < 2 || groups.first().size() > 3 || !std::all_of(groups.begin() + 1, groups.end(), isGroup))
        return {};
    return asNumber(groups.join(QString()));
}

/// The parts of an id made of numbers and names of months; empty for other ids.
QList<int> partsOf(const QString &id)
{
    QList<int> parts;
    for (const QString &word : dateWords(id)) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        const auto month = isNumber ? std::nullopt : monthNumber(word);
        if (!isNumber && !month)
            return {};
        parts.append(isNumber ? number : *month);
    }
    return parts;
}

} // namespace

IdResolver::IdResolver(const QStringList &known)
    : m_known(known)
    , m_ids(known.begin(), known.end())
{
    m_known.removeDuplicates();
    for (int place = 0; place < m_known.size(); ++place) {
        const QString &id = m_known[place];
        if (const QString number = asNumber(id); !number.isEmpty())
            m_byNumber.insert(number, place);
        if (const QString number = asThousands(id); !number.isEmpty())
            m_byNumber.insert(number, place);
        if (const QList<int> parts = partsOf(id); parts.size() == 2 || parts.size() == 3)
            m_byParts.insert(parts, place);
    }
}

tl::expected<QString, UnresolvedId> IdResolver::resolve(const SheetCell &cell) const
{
    const QString text = cell.text.trimmed();
    if (cell.kind == CellKind::Date)
        return decide(idsOfDate(text), IdProblem::TurnedIntoDate);
    if (cell.kind == CellKind::Number)
        return decide(idsOfNumber(text), IdProblem::TurnedIntoNumber);
    if (m_ids.contains(text))
        return text;
    if (cell.kind == CellKind::Failure)
        return tl::unexpected(UnresolvedId{IdProblem::Unknown, {}});
    if (isShortestNumber(text))
        if (const QSet<int> candidates = idsOfNumber(text); !candidates.isEmpty())
            return decide(candidates, IdProblem::TurnedIntoNumber);
    if (!datesShown(text).isEmpty())
        return decide(idsOfDateText(text), IdProblem::TurnedIntoDate);
    return tl::unexpected(UnresolvedId{IdProblem::Unknown, {}});
}

tl::expected<QString, UnresolvedId> IdResolver::decide(const QSet<int> &candidates, IdProblem problem) const
{
    QList<int> places = candidates.values();
    std::sort(places.begin(), places.end());
    QStringList ids;
    for (const int place : std::as_const(places))
        ids.append(m_known[place]);
    if (ids.size() == 1)
        return ids.first();
    return tl::unexpected(UnresolvedId{problem, ids});
}

QSet<int> IdResolver::idsOfNumber(const QString &text) const
{
    const QList<int> places = m_byNumber.values(asNumber(text));
    return QSet<int>(places.begin(), places.end());
}

QSet<int> IdResolver::idsOfDate(const QString &isoDate) const
{
    const auto date = dateFromIso(isoDate);
    if (!date)
        return {};
    QSet<int> ids;
    for (const QList<int> &parts : typedParts({date->year(), date->month(), date->day()}))
        for (const int place : m_byParts.values(parts))
            ids.insert(place);
    return ids;
}

QSet<int> IdResolver::idsOfDateText(const QString &text) const
{
    QSet<int> ids;
    for (const CellDate &date : datesShown(text))
        for (const QList<int> &parts : typedParts(date))
            for (const int place : m_byParts.values(parts))
                ids.insert(place);
    return ids;
}

} // namespace adit
