// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ratingimport.h"

#include "core/exchange/idcell.h"
#include "core/exchange/sheetcolumns.h"

#include <QHash>

namespace adit {

namespace {

const QString requirementColumn = QStringLiteral("requirement");
const QString ratingColumn = QStringLiteral("rating");

QStringList columnsFor(RatingsOf whose)
{
    switch (whose) {
    case RatingsOf::Auditor:
        return {requirementColumn,           ratingColumn,
                QStringLiteral("finding"),   QStringLiteral("notes"),
                QStringLiteral("sources"),   QStringLiteral("justification"),
                QStringLiteral("until"),     QStringLiteral("action"),
                QStringLiteral("action_due")};
    case RatingsOf::Self:
        return {requirementColumn, ratingColumn, QStringLiteral("finding")};
    case RatingsOf::PreviousAudit:
        break;
    }
    return {requirementColumn, ratingColumn};
}

QStringList knownIds(const Standard &standard)
{
    QStringList ids;
    for (const StandardNode &node : standard.nodes())
        if (node.code.level() != NodeLevel::Principle)
            ids.append(node.code.toString());
    return ids;
}

QString ratingWords(const Standard &standard)
{
    QStringList codes;
    for (const ScaleStep &step : standard.scale())
        codes.append(step.code);
    codes.append(QStringLiteral("not-relevant"));
    return codes.join(QStringLiteral(", "));
}

QString words(const UnresolvedId &problem, const QString &typed)
{
    const QString candidates =
        problem.candidates.isEmpty()
            ? QString()
            : QStringLiteral("; it may have been %1").arg(problem.candidates.join(QStringLiteral(" or ")));
    switch (problem.problem) {
    case IdProblem::TurnedIntoDate:
        return QStringLiteral("the spreadsheet turned the id into the date %1%2; format the column as text")
            .arg(typed, candidates);
    case IdProblem::TurnedIntoNumber:
        return QStringLiteral("the spreadsheet turned the id into the number %1%2; format the column as text")
            .arg(typed, candidates);
    case IdProblem::Unknown:
        break;
    }
    return QStringLiteral("\"%1\" is no id of this standard").arg(typed);
}

class RatingReader
{
public:
    RatingReader(const CaseView &view, const Sheet &sheet, const SheetColumns &columns, RatingsOf whose,
                 const std::function<EntityId()> &newId)
        : m_view(view)
        , m_sheet(sheet)
        , m_columns(columns)
        , m_whose(whose)
        , m_newId(newId)
        , m_ids(knownIds(view.standard))
    {}

    Result<RatingImport> read(const QString &file)
    {
        m_problems = formulaFailures(m_sheet, m_columns);
        for (const SheetRow &row : m_sheet.rows)
            if (saysSomething(row))
                readRow(row);
        if (!m_problems.isEmpty())
            return rowsError(file, m_problems);
        m_import.changed = static_cast<int>(m_import.edit.changes.size());
        m_import.unknownColumns = m_columns.unknown();
        return m_import;
    }

private:
    bool saysSomething(const SheetRow &row) const
    {
        for (auto place = m_columns.places().begin(); place != m_columns.places().end(); ++place)
            if (place.key() != requirementColumn && !row.cell(place.value()).text.trimmed().isEmpty())
                return true;
        return false;
    }

    void problem(const SheetRow &row, const QString &column, const QString &expected)
    {
        m_problems.append({row.number, column, expected});
    }

    /// Empty leaves the field as it is; "-" clears it.
    std::optional<QString> value(const SheetRow &row, const char *column) const
    {
        const QString text = m_columns.cell(row, QLatin1String(column)).text;
        if (text.trimmed().isEmpty())
            return std::nullopt;
        return text.trimmed() == QLatin1String("-") ? QString() : text;
    }

    void readRow(const SheetRow &row)
    {
        const Cell idCell = m_columns.cell(row, requirementColumn);
        const auto id = m_ids.resolve(idCell);
        if (!id)
            return problem(row, requirementColumn, words(id.error(), idCell.text));
        if (const auto earlier = m_seen.constFind(*id); earlier != m_seen.constEnd())
            return problem(row, requirementColumn,
                           QStringLiteral("%1 stands in row %2 already").arg(*id).arg(*earlier));
        m_seen.insert(*id, row.number);
        ++m_import.rows;
        if (const auto edit = editFor(row, *id))
            append(m_import.edit, *edit);
        else
            explain(row, edit.error());
    }

    Result<Edit> editFor(const SheetRow &row, const QString &id)
    {
        const auto rating = value(row, "rating");
        if (m_whose == RatingsOf::PreviousAudit)
            return setPreviousRating(m_view, id, rating.value_or(QString()));
        if (m_whose == RatingsOf::Self)
            return selfEdit(id, rating, value(row, "finding"));
        RatingInput input;
        input.rating = rating;
        input.finding = value(row, "finding");
        input.notes = value(row, "notes");
        input.justification = value(row, "justification");
        input.until = value(row, "until");
        if (const auto sources = value(row, "sources"))
            input.sources = splitValues(*sources, m_sheet.separator);
        ADIT_TRY_ASSIGN(Edit edit, assess(m_view, id, input));
        const auto action = value(row, "action");
        const auto due = value(row, "action_due");
        if (action || due) {
            ADIT_TRY_ASSIGN(Edit planned, plan(m_view, id, m_newId(), action, due));
            append(edit, std::move(planned));
        }
        return edit;
    }

    Result<Edit> selfEdit(const QString &id, const std::optional<QString> &rating,
                          const std::optional<QString> &comment)
    {
        const auto code = RequirementCode::fromString(id);
        const QString present = code ? m_view.assessment.answer(*code)[field::answer::self_rating] : QString();
        return selfAssess(m_view, id, rating.value_or(present), comment);
    }

    void explain(const SheetRow &row, const Error &error)
    {
        switch (error.code) {
        case ErrorCode::UnknownRequirement:
            return problem(row, requirementColumn,
                           QStringLiteral("%1 is no requirement; chapters and criteria can only be not-relevant")
                               .arg(error.subject));
        case ErrorCode::UnknownRating:
            return problem(
                row, ratingColumn,
                QStringLiteral("\"%1\"; expected is one of %2").arg(error.subject, ratingWords(m_view.standard)));
        case ErrorCode::MissingJustification:
            return problem(row, QStringLiteral("justification"), QStringLiteral("needed with this rating"));
        case ErrorCode::MissingUntil:
            return problem(row, QStringLiteral("until"),
                           QStringLiteral("a deferred rating needs the date when it will be rated"));
        case ErrorCode::InvalidDate:
            return problem(row, QString(), QStringLiteral("%1; a date is YYYY-MM-DD").arg(error.subject));
        case ErrorCode::UnknownChoice:
            return problem(row, QString(),
                           QStringLiteral("%1; expected is one of %2").arg(error.subject, error.detail));
        default:
            return problem(row, error.subject, QStringLiteral("%1 %2").arg(errorName(error.code), error.detail));
        }
    }

    const CaseView m_view;
    const Sheet &m_sheet;
    const SheetColumns &m_columns;
    RatingsOf m_whose;
    const std::function<EntityId()> &m_newId;
    IdResolver m_ids;
    QHash<QString, int> m_seen;
    QList<RowProblem> m_problems;
    RatingImport m_import{Edit{Verb::Import, {}, {}}, 0, 0, {}};
};

} // namespace

Result<RatingImport> readRatings(const CaseView &view, const Sheet &sheet, const QString &file, RatingsOf whose,
                                 const std::function<EntityId()> &newId)
{
    const QStringList required =
        whose == RatingsOf::Auditor ? QStringList{requirementColumn} : QStringList{requirementColumn, ratingColumn};
    ADIT_TRY_ASSIGN(const SheetColumns columns, SheetColumns::match(sheet, file, columnsFor(whose), required));
    return RatingReader(view, sheet, columns, whose, newId).read(file);
}

} // namespace adit
