// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/logsheet.h"

namespace adit {

QString entityName(const EntityRef &entity)
{
    const QString kind(kindInfo(entity.kind).name);
    return entity.code.isEmpty() ? kind : kind + QLatin1Char(' ') + entity.code;
}

Sheet logSheet(const std::vector<LogEntry> &entries)
{
    Sheet sheet{.name = QStringLiteral("log"),
                .separator = {},
                .header = {QStringLiteral("time"), QStringLiteral("person"), QStringLiteral("verb"),
                           QStringLiteral("record"), QStringLiteral("field"), QStringLiteral("before"),
                           QStringLiteral("after"), QStringLiteral("undone"), QStringLiteral("operation")},
                .rows = {}};
    int row = 1;
    for (const LogEntry &entry : entries)
        sheet.rows.push_back(
            {++row,
             {{toIso(entry.time)},
              {entry.actor},
              {verbCode(entry.verb)},
              {entry.withheld ? QStringLiteral("withheld") : entityName(entry.entity)},
              {entry.field},
              {entry.before.value_or(QString())},
              {entry.after.value_or(QString())},
              {entry.undone ? QStringLiteral("yes") : QString()},
              {QStringLiteral("%1:%2").arg(entry.version.replica.toString()).arg(entry.version.sequence)}}});
    return sheet;
}

} // namespace adit
