// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheetcolumns.h"

#include <algorithm>

namespace adit {

namespace {

QString normalised(const QString &name)
{
    QString column = name.simplified().toLower();
    return column.replace(QLatin1Char(' '), QLatin1Char('_')).replace(QLatin1Char('-'), QLatin1Char('_'));
}

QString failureWords(const QString &text)
{
    return text == QLatin1String("=") ? QStringLiteral("a formula that was never calculated")
                                      : QStringLiteral("the formula error ") + text;
}

/// Control characters of a cell would break the line, or the terminal it is shown on.
QString oneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, QChar(0xFFFD));
    return text;
}

QString lineFor(const RowProblem &problem)
{
    QString place = QStringLiteral("row %1").arg(problem.row);
    if (!problem.column.isEmpty())
        place += QLatin1String(", ") + problem.column;
    return oneLine(QStringLiteral("%1: %2; expected: %3").arg(place, problem.found, problem.expected));
}

} // namespace

Result<SheetColumns> SheetColumns::match(const Sheet &sheet, const QString &file, const QStringList &known,
                                         const QStringList &required)
{
    SheetColumns columns;
    QStringList wrong;
    for (int place = 0; place < sheet.header.size(); ++place) {
        const QString name = normalised(sheet.header[place]);
        if (!known.contains(name))
            columns.m_unknown.append(name.isEmpty() ? QStringLiteral("column ") + columnLetters(place)
                                                    : sheet.header[place].trimmed());
        else if (columns.m_places.contains(name))
            wrong.append(QStringLiteral("%1 stands in columns %2 and %3")
                             .arg(name, columnLetters(columns.m_places.value(name)), columnLetters(place)));
        else
            columns.m_places.insert(name, place);
    }
    for (const QString &name : required)
        if (!columns.m_places.contains(name))
            wrong.append(name + QStringLiteral(" is missing"));
    if (!wrong.isEmpty())
        return Error{ErrorCode::SheetColumns, file, wrong.join(QLatin1String("; "))};
    return columns;
}

SheetCell SheetColumns::cell(const SheetRow &row, const QString &column) const
{
    const auto place = m_places.constFind(column);
    return place == m_places.constEnd() ? SheetCell{} : row.cell(*place);
}

QList<RowProblem> formulaFailures(const Sheet &sheet, const SheetColumns &columns)
{
    QList<RowProblem> problems;
    for (const SheetRow &row : sheet.rows)
        for (auto it = columns.places().begin(); it != columns.places().end(); ++it)
            if (const SheetCell cell = row.cell(it.value()); cell.kind == CellKind::Failure)
                problems.append({row.number, it.key(), failureWords(cell.text), QStringLiteral("a value")});
    return problems;
}

Error rowsError(const QString &file, QList<RowProblem> problems)
{
    constexpr qsizetype mostLines = 200;
    std::stable_sort(problems.begin(), problems.end(),
                     [](const RowProblem &a, const RowProblem &b) { return a.row < b.row; });
    QStringList lines;
    lines.reserve(std::min(problems.size(), mostLines + 1));
    for (const RowProblem &problem : std::as_const(problems).first(std::min(problems.size(), mostLines)))
        lines.append(lineFor(problem));
    if (problems.size() > mostLines)
        lines.append(QStringLiteral("and %1 more").arg(problems.size() - mostLines));
    return {ErrorCode::SheetRows, file, lines.join(QLatin1Char('\n'))};
}

} // namespace adit
