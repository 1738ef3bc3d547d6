// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/draft.h"
#include "core/edits/edit.h"
#include "core/edits/takenfile.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace adit {

/// What stands in a column of a sheet of records.
enum class ColumnUse {
    Field,        ///< a field as it is stored
    File,         ///< evidence: the file to take, beside the sheet
    SightedOnly,  ///< evidence: seen and not taken
    Confidential, ///< evidence: yes or no
    Present,      ///< interviews: who else was there, by code or in words
    ActionText,   ///< nonconformities: the corrective action
    ActionDue     ///< and by when
};

struct RecordColumn
{
    QString name;           ///< "requirements": in sheets; as an option of the command line "--requirements"
    const FieldInfo *field; ///< for Field; else nothing
    ColumnUse use = ColumnUse::Field;
};

/// One list that sheets and commands read and write: "people", "actions", "requests" (cli.md, Sheets). All columns come
/// from the registry; those that people know under another word are renamed here. The first is always "id".
struct RecordSheet
{
    QString name; ///< "people": in `import people`, `export --list people`
    EntityKind kind;
    std::vector<RecordColumn> columns;

    const RecordColumn *column(const QString &columnName) const;
};
const std::vector<RecordSheet> &recordSheets();
const RecordSheet *recordSheet(const QString &name);
/// The list of a kind; nothing for kinds that have none.
const RecordSheet *recordSheet(EntityKind kind);

/// The values given for a record, by column. One value for most, several for sets; an empty one clears.
using GivenValues = QHash<QString, QStringList>;

/// Where new things and files come from.
struct RecordSources
{
    std::function<EntityRef(EntityKind)> newEntity;
    std::function<EntityId()> newId;
    std::function<Result<TakenFile>(const QString &name)> readFile;
    /// Names of people are sealed as part of the draft; without it, Error ProfileNeeded.
    std::function<Result<QString>(Draft &draft, const EntityRef &entity, const FieldInfo &field, const QString &text)>
        seal = {};
};

struct RecordEdit
{
    Edit edit;
    EntityRef entity; ///< made or changed
};

/// Makes a record, or changes the one whose label stands under "id". Errors as addRecord(); InvalidValue for an id that
/// is not there.
Result<RecordEdit> recordEdit(const CaseView &view, const RecordSheet &sheet, const GivenValues &values,
                              const RecordSources &sources);

/// The same as one of several that become one edit.
Result<> addRecordTo(Draft &draft, const RecordSheet &sheet, const GivenValues &values, const RecordSources &sources);

/// Opens a sealed text for whoever may read it; nothing for whoever may not.
using Reveal =
    std::function<std::optional<QString>(const EntityRef &entity, const FieldInfo &field, const QString &sealed)>;

/// A record as the sheet has it, by column; empty cells are left out, and so is what is sealed, unless it is opened.
GivenValues valuesOf(const Assessment &assessment, const RecordSheet &sheet, const Record &record,
                     const Reveal &reveal = {});

} // namespace adit
