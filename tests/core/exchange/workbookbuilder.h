// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace adit {

/// Builds xlsx files by hand, so that tests can say exactly what a stranger's program, or an attacker, put inside.
class WorkbookBuilder
{
public:
    WorkbookBuilder();

    /// Adds or replaces a part.
    WorkbookBuilder &part(const char *name, const QByteArray &content);
    /// Adds a part even where there is one of this name.
    WorkbookBuilder &again(const char *name, const QByteArray &content);
    WorkbookBuilder &without(const char *name);
    /// The rows of the only sheet: what stands inside <sheetData>.
    WorkbookBuilder &rows(const QByteArray &xml);
    /// What stands inside <sst> and <styleSheet>.
    WorkbookBuilder &strings(const QByteArray &xml);
    WorkbookBuilder &styles(const QByteArray &xml);

    QByteArray zip() const;

private:
    QList<QPair<QByteArray, QByteArray>> m_parts;
};

extern const QByteArray transitionalXmlns;

} // namespace adit
