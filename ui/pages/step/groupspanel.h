// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>
#include <vector>

class QGridLayout;

namespace adit {

class SectionHeader;

/// How many people of each stakeholder group were heard, of how many planned.
class GroupsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit GroupsPanel(const CaseDocument &document, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void wanted();

private:
    /// How many were heard of a stakeholder group, and how many are to be.
    struct Group
    {
        QString code = {};
        int heard = 0;
        int planned = 0;

        friend bool operator==(const Group &, const Group &) = default;
    };
    void addRow(const Group &group, int row);

    const CaseDocument &m_document;
    SectionHeader *m_head;
    QGridLayout *m_rows;
    std::vector<Group> m_shown; ///< rows are made anew only where they would be others
};

} // namespace adit
