// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace adit {

class SectionHeader;

/// The records of one list that belong to a step: those that still want something first, each with where it stands.
class RecordsPanel final : public QWidget
{
    Q_OBJECT
public:
    RecordsPanel(const CaseDocument &document, EntityKind kind, QWidget *parent = nullptr);

    void show(const QString &step);

Q_SIGNALS:
    /// A record by its number; empty for the list itself.
    void wanted(adit::EntityKind kind, const QString &label);

private:
    /// One record as its row has it.
    struct Face
    {
        QString label;
        QString title;
        QString detail;
        bool isDone;

        friend bool operator==(const Face &, const Face &) = default;
    };
    void addRow(const Face &face);

    const CaseDocument &m_document;
    EntityKind m_kind;
    SectionHeader *m_head;
    QVBoxLayout *m_rows;
    std::vector<Face> m_shown; ///< rows are made anew only where they would be others
};

} // namespace adit
