// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordimport.h"

#include "core/exchange/idcell.h"
#include "core/exchange/rowwords.h"
#include "core/exchange/sheetcolumns.h"

#include <QSet>
#include <algorithm>

namespace adit {

namespace {

QStringList columnNames(const RecordSheet &shape)
{
    QStringList names;
    for (const RecordColumn &column : shape.columns)
        names.append(column.name);
    return names;
}

QStringList requirementIds(const Standard &standard)
{
    QStringList ids;
    for (const int node : standard.requirements())
        ids.append(standard.nodes()[static_cast<std::size_t>(node)].code.toString());
    return ids;
}

bool holdsRequirements(const RecordColumn &column)
{
    return column.field && column.field->choices == QLatin1String("requirement");
}

bool holdsSeveral(const RecordColumn &column)
{
    return column.use == ColumnUse::Present || (column.field && isSetType(column.field->type));
}

bool holdsNames(const Sheet &sheet, const SheetColumns &columns, const RecordSheet &shape)
{
    return std::ranges::any_of(shape.columns, [&](const RecordColumn &column) {
        const bool isSealed = column.field && column.field->type == ValueType::Sealed;
        return isSealed && std::ranges::any_of(sheet.rows, [&](const SheetRow &row) {
                   return !columns.cell(row, column.name).text.trimmed().isEmpty();
               });
    });
}

class RecordSheetReader
{
public:
    RecordSheetReader(const CaseView &view, const Sheet &sheet, const SheetColumns &columns, const RecordSheet &shape,
                      const RecordSources &sources)
        : m_sheet(sheet)
        , m_columns(columns)
        , m_shape(shape)
        , m_sources(sources)
        , m_ids(requirementIds(view.standard))
        , m_draft(view, Verb::Import, shape.name)
        , m_problems(sheet.problems)
    {}

    Result<RecordImport> read(const QString &file)
    {
        QSet<int> failed;
        for (const RowProblem &failure : formulaFailures(m_sheet, m_columns)) {
            m_problems.append(failure);
            failed.insert(failure.row);
        }
        for (const SheetRow &row : m_sheet.rows)
            if (saysSomething(row) && !failed.contains(row.number))
                readRow(row);
        if (!m_problems.isEmpty())
            return rowsError(file, m_problems);
        RecordImport import{m_draft.edit(), m_rows, 0, m_columns.unknown()};
        import.changed = static_cast<int>(import.edit.changes.size());
        return import;
    }

private:
    bool saysSomething(const SheetRow &row) const
    {
        return std::ranges::any_of(m_shape.columns, [&](const RecordColumn &column) {
            return column.name != QLatin1String("id") && !m_columns.cell(row, column.name).text.trimmed().isEmpty();
        });
    }

    void readRow(const SheetRow &row)
    {
        ++m_rows;
        const qsizetype before = m_problems.size();
        GivenValues values;
        for (const RecordColumn &column : m_shape.columns)
            takeCell(row, column, values);
        const QString id = values.value(QStringLiteral("id")).join(QString());
        if (!id.isEmpty() && m_seen.contains(id))
            m_problems.append({row.number, QStringLiteral("id"),
                               QStringLiteral("%1 stands in row %2 already").arg(id).arg(m_seen.value(id)),
                               QStringLiteral("each id once")});
        m_seen.insert(id, row.number);
        if (m_problems.size() != before)
            return;
        if (const auto added = addRecordTo(m_draft, m_shape, values, m_sources); !added) {
            const RowWords words = wordsForValue(added.error());
            m_problems.append({row.number, columnFor(added.error()), words.found, words.expected});
        }
    }

    void takeCell(const SheetRow &row, const RecordColumn &column, GivenValues &values)
    {
        const SheetCell cell = m_columns.cell(row, column.name);
        const QString text = cell.text.trimmed();
        if (text.isEmpty())
            return;
        if (text == QLatin1String("-") && cell.kind == CellKind::Text)
            values.insert(column.name, {QString()});
        else if (holdsRequirements(column))
            takeRequirements(row, column, cell, values);
        else
            values.insert(column.name,
                          holdsSeveral(column) ? splitValues(cell.text, m_sheet.separator) : QStringList{cell.text});
    }

    /// A spreadsheet may have taken a single number for a date.
    void takeRequirements(const SheetRow &row, const RecordColumn &column, const SheetCell &cell, GivenValues &values)
    {
        QStringList codes;
        const QStringList parts =
            cell.kind == CellKind::Text ? splitValues(cell.text, m_sheet.separator) : QStringList{cell.text};
        for (const QString &part : parts) {
            const auto id = m_ids.resolve({part, cell.kind});
            if (id) {
                codes.append(*id);
                continue;
            }
            const RowWords words = wordsForId(id.error(), part);
            m_problems.append({row.number, column.name, words.found, words.expected});
        }
        values.insert(column.name, codes);
    }

    QString columnFor(const Error &error) const
    {
        if (error.code == ErrorCode::UnknownRequirement)
            for (const RecordColumn &column : m_shape.columns)
                if (holdsRequirements(column))
                    return column.name;
        // Errors name the field as it is stored, in front of its value; a rule, in front of its words.
        const QString place = error.code == ErrorCode::Independence ? error.detail : error.subject;
        QString name = place.section(QLatin1Char(':'), 0, 0);
        for (const RecordColumn &column : m_shape.columns)
            if (column.field && name == column.field->name)
                return column.name;
        return name;
    }

    const Sheet &m_sheet;
    const SheetColumns &m_columns;
    const RecordSheet &m_shape;
    const RecordSources &m_sources;
    IdResolver m_ids;
    Draft m_draft;
    QList<RowProblem> m_problems;
    QHash<QString, int> m_seen;
    int m_rows = 0;
};

} // namespace

Result<RecordImport> readRecords(const CaseView &view, const Sheet &sheet, const QString &file,
                                 const RecordSheet &shape, const RecordSources &sources)
{
    ADIT_TRY_ASSIGN(const SheetColumns columns, SheetColumns::match(sheet, file, columnNames(shape), {}));
    if (!sources.seal && holdsNames(sheet, columns, shape))
        return Error{ErrorCode::ProfileNeeded, file};
    return RecordSheetReader(view, sheet, columns, shape, sources).read(file);
}

Sheet recordsSheet(const Assessment &assessment, const RecordSheet &shape, const Reveal &reveal)
{
    Sheet sheet{shape.name, {}, columnNames(shape), {}};
    for (const Record *record : recordsInOrder(assessment, shape.kind)) {
        const GivenValues values = valuesOf(assessment, shape, *record, reveal);
        SheetRow row{static_cast<int>(sheet.rows.size()) + 2, {}};
        for (const RecordColumn &column : shape.columns)
            row.cells.append({values.value(column.name).join(QLatin1String(" | "))});
        sheet.rows.append(row);
    }
    return sheet;
}

} // namespace adit
