// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

/// What ARCHITECTURE.md allows, read from its two tables, so that text and test cannot differ. A room is a folder of
/// two steps such as core/journal.
struct IncludeRules
{
    QStringList rooms;                      ///< in the order of the table: a room may only include rooms above it
    QHash<QString, QStringList> mayInclude; ///< by room
    QHash<QString, QStringList> libraries;  ///< beginning of an outside header's name → rooms that may include it
    QStringList faults;                     ///< in the tables themselves

    /// Tables under the headings "Allowed includes" and "Outside libraries"; names in backquotes count, the rest is
    /// talk.
    static IncludeRules fromMarkdown(const QString &text);
};

/// Everything in the tree under `root` that breaks the rules of its ARCHITECTURE.md, one sentence each: "file: what".
/// Looks at core, ui and app in full, and at tests for the form of includes only.
QStringList brokenRules(const QString &root);
