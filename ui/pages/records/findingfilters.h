// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/process/nonconformities.h"

#include <QWidget>

class QLabel;

namespace adit {

class Chip;

/// Which nonconformities are looked at, in the table, on the board and by month alike: by grade, owner, chapter,
/// overdue, about a critical requirement. Chips with a menu offer what there is.
class FindingFilters final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingFilters(const CaseDocument &document, QWidget *parent = nullptr);

    const NonconformityConditions &conditions() const { return m_conditions; }
    void setConditions(const NonconformityConditions &conditions);
    /// What there is to choose from, and how many of them are shown.
    void setCards(const std::vector<NonconformityCard> &cards, std::size_t shown);
    /// How many ratings still want a nonconformity.
    void setWanted(qsizetype count);

Q_SIGNALS:
    void changed();
    /// These ratings are to be seen.
    void showWanted();

private:
    QWidget *newHint();
    Chip *newChip(const char *name);
    /// A menu of values, the chosen one ticked; `value` is the condition that it sets.
    void offer(Chip *chip, const std::vector<std::pair<QString, QString>> &choices,
               QString NonconformityConditions::*value);
    void refresh();

    const CaseDocument &m_document;
    NonconformityConditions m_conditions;
    QStringList m_owners;
    QStringList m_chapters;
    Chip *m_grade;
    Chip *m_owner;
    Chip *m_chapter;
    Chip *m_overdue;
    Chip *m_critical;
    QLabel *m_summary;
    QLabel *m_wanted;
    QWidget *m_hint;
};

} // namespace adit
