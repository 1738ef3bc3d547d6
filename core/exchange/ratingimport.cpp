// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ratingimport.h"

#include "core/exchange/idcell.h"
#include "core/exchange/rowwords.h"
#include "core/exchange/sheetcolumns.h"

#include <QHash>
#include <QSet>

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
        , m_problems(sheet.problems)
    {}

    Result<RatingImport> read(const QString &file)
    {
        for (const RowProblem &failure : formulaFailures(m_sheet, m_columns))
            tellFailure(failure);
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

    void problem(const SheetRow &row, const QString &column, const RowWords &words)
    {
        m_problems.append({row.number, column, words.found, words.expected});
    }
    void tellFailure(const RowProblem &failure)
    {
        m_problems.append(failure);
        m_failedRows.insert(failure.row);
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
        const SheetCell idCell = m_columns.cell(row, requirementColumn);
        if (idCell.kind == CellKind::Failure)
            return; // told of already
        const auto id = m_ids.resolve(idCell);
        if (!id)
            return problem(row, requirementColumn, wordsForId(id.error(), idCell.text));
        if (const auto earlier = m_seen.constFind(*id); earlier != m_seen.constEnd())
            return problem(
                row, requirementColumn,
                {QStringLiteral("%1 stands in row %2 already").arg(*id).arg(*earlier), QStringLiteral("each id once")});
        m_seen.insert(*id, row.number);
        if (!m_failedRows.contains(row.number))
            take(row, *id);
    }

    void take(const SheetRow &row, const QString &id)
    {
        ++m_import.rows;
        if (const auto edit = editFor(row, id))
            append(m_import.edit, *edit);
        else
            problem(row, columnFor(edit.error()), wordsFor(edit.error()));
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

    /// Where the field at fault stands in the sheet: errors name it as it is stored, in front of its value.
    QString columnFor(const Error &error) const
    {
        switch (error.code) {
        case ErrorCode::UnknownRequirement:
            return requirementColumn;
        case ErrorCode::UnknownRating:
            return ratingColumn;
        case ErrorCode::MissingJustification:
            return QStringLiteral("justification");
        case ErrorCode::MissingUntil:
            return QStringLiteral("until");
        default:
            break;
        }
        const QString field = error.subject.section(QLatin1Char(':'), 0, 0);
        static const QHash<QString, QString> other{{QStringLiteral("text"), QStringLiteral("action")},
                                                   {QStringLiteral("due"), QStringLiteral("action_due")},
                                                   {QStringLiteral("self_rating"), ratingColumn},
                                                   {QStringLiteral("state"), ratingColumn},
                                                   {QStringLiteral("previous_rating"), ratingColumn},
                                                   {QStringLiteral("self_comment"), QStringLiteral("finding")}};
        return other.value(field, field);
    }

    RowWords wordsFor(const Error &error) const
    {
        switch (error.code) {
        case ErrorCode::UnknownRequirement:
            return {error.subject, QStringLiteral("a requirement; chapters and criteria can only be not-relevant")};
        case ErrorCode::UnknownRating:
            return {quoted(error.subject), QStringLiteral("one of ") + ratingWords(m_view.standard)};
        case ErrorCode::MissingJustification:
            return {QStringLiteral("nothing"), QStringLiteral("the justification that this rating needs")};
        case ErrorCode::MissingUntil:
            return {QStringLiteral("nothing"), QStringLiteral("the date when a deferred rating will be made")};
        default:
            return wordsForValue(error);
        }
    }

    const CaseView m_view;
    const Sheet &m_sheet;
    const SheetColumns &m_columns;
    RatingsOf m_whose;
    const std::function<EntityId()> &m_newId;
    IdResolver m_ids;
    QHash<QString, int> m_seen;
    QList<RowProblem> m_problems; ///< those of reading among them
    QSet<int> m_failedRows;
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
