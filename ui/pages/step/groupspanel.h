// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>

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
    const CaseDocument &m_document;
    SectionHeader *m_head;
    QGridLayout *m_rows;
};

} // namespace adit
