// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requirementfilter.h"

#include <QWidget>

class QLabel;

namespace adit {

class Chip;
class RequirementTree;
class SearchField;

/// The standard's tree with its filters.
class TreePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit TreePanel(CaseDocument &document, QWidget *parent = nullptr);

    RequirementTree *tree() { return m_tree; }
    SearchField *search() { return m_search; }
    RequirementModel &model() { return m_model; }
    std::optional<RequirementCode> current() const;
    /// Selects, opens what is above, scrolls there. Sends currentChanged() if it is another one.
    void setCurrent(const RequirementCode &code);
    void setConditions(const RequirementConditions &conditions);
    /// The chapters of whoever sits here; none: nobody knows, and there is no such filter.
    void setMyChapters(const QStringList &chapters);
    QStringList expandedCodes() const;
    void expandCodes(const QStringList &codes);

Q_SIGNALS:
    void currentChanged(const adit::RequirementCode &code);

private:
    void applyFilter();
    void refreshChips();
    void openMoreMenu();
    QString alsoWords(RequirementConditions::Also also) const;

    RequirementModel m_model;
    RequirementFilter m_filter;
    RequirementConditions m_conditions;
    QStringList m_myChapters;
    SearchField *m_search;
    Chip *m_unrated;
    Chip *m_critical;
    Chip *m_mine;
    Chip *m_more;
    Chip *m_below;
    QLabel *m_empty;
    RequirementTree *m_tree;
};

} // namespace adit
