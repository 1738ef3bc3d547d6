// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/historyfilter.h"

#include <QWidget>

class QComboBox;

namespace adit {

class Button;
class DateField;
class SearchField;

/// What narrows the history: who, what, which field, from which day to which. Days are those of this machine's
/// calendar, both included.
class HistoryFilters final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryFilters(QWidget *parent = nullptr);

    /// What can be chosen; what is chosen stays, also where it does not occur any more.
    void setScope(const HistoryScope &scope);
    HistoryFilter filter() const;
    bool isSet() const { return filter() != HistoryFilter(); }
    void clear();

Q_SIGNALS:
    void changed();

private:
    void announce();

    HistoryScope m_scope;
    HistoryFilter m_last;
    QComboBox *m_person;
    SearchField *m_thing;
    QComboBox *m_field;
    DateField *m_from;
    DateField *m_to;
    Button *m_clear;
};

} // namespace adit
