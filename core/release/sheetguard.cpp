// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/sheetguard.h"

#include "core/release/guardedcase.h"

namespace adit {

namespace {

/// A name in one cell.
struct CellName
{
    qsizetype row;
    int column;
    GuardFinding finding;
};

/// What a row is called: by its first cell, which is the number of what it is about.
QString placeOf(const Sheet &sheet, qsizetype row, int column)
{
    return sheet.rows[row].cell(0).text + QLatin1Char(' ') + sheet.header.value(column);
}

/// Those that nobody let pass in the text as it stands.
std::vector<CellName> namesIn(const Sheet &sheet, const Assessment &assessment, const NameGuard &guard)
{
    std::vector<GuardedText> texts;
    std::vector<std::pair<qsizetype, int>> cells;
    for (qsizetype row = 0; row < sheet.rows.size(); ++row)
        for (int column = 0; column < sheet.rows[row].cells.size(); ++column) {
            const QString &text = sheet.rows[row].cells[column].text;
            if (text.isEmpty())
                continue;
            texts.push_back({placeOf(sheet, row, column), text});
            cells.emplace_back(row, column);
        }
    const QSet<QString> passed = passedNames(assessment);
    std::vector<CellName> names;
    for (GuardFinding &finding : guard.search(texts)) {
        const bool isPassed = finding.severity == GuardFinding::Severity::Dismissible &&
                              passed.contains(passOf(finding, texts[finding.text].text));
        if (!isPassed)
            names.push_back({cells[finding.text].first, cells[finding.text].second, std::move(finding)});
    }
    return names;
}

} // namespace

Result<SheetLook> sheetMayLeave(const Sheet &list, const Assessment &assessment, const QString &madeFor,
                                const Profile *profile)
{
    const auto people = protectedPeople(assessment, madeFor, profile);
    if (!people)
        return SheetLook::NamesSealed;
    QStringList blocked;
    for (const CellName &name : namesIn(list, assessment, NameGuard(*people)))
        blocked.append(QStringLiteral("%1 (%2): %3").arg(name.finding.person, name.finding.part, name.finding.place));
    if (!blocked.isEmpty())
        return Error{ErrorCode::ReleaseBlocked, QStringLiteral("name-blocks"), blocked.join(QLatin1Char('\n'))};
    return SheetLook::Done;
}

NamesKeptBack keepNamesBack(Sheet &log, const Assessment &assessment, const QString &madeFor, const Profile *profile)
{
    const auto people = protectedPeople(assessment, madeFor, profile);
    if (!people)
        return {.look = SheetLook::NamesSealed};
    NamesKeptBack kept;
    for (const CellName &name : namesIn(log, assessment, NameGuard(*people))) {
        QString &text = log.rows[name.row].cells[name.column].text;
        kept.cells += text == keptBackMark ? 0 : 1;
        text = keptBackMark;
    }
    return kept;
}

} // namespace adit
