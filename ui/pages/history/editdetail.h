// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/changedfields.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace adit {

class Button;

/// One edit of the history, entry by entry: which requirement or record, which field, what was there and what is.
class EditDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit EditDetail(const CaseDocument &document, QWidget *parent = nullptr);

    void show(const HistoryEntry &entry);
    void showNothing();

Q_SIGNALS:
    void requirementWanted(const adit::RequirementCode &code);

private:
    void readEntries(const HistoryEntry &entry);
    void showSome();
    void addThing(const ChangedThing &thing);
    void addNote(const QString &text);

    const CaseDocument &m_document;
    std::vector<ChangedThing> m_things;
    std::size_t m_shown = 0; ///< how many of them are on screen
    QLabel *m_title;
    QLabel *m_who;
    QWidget *m_samples;
    QVBoxLayout *m_list;
    Button *m_more;
};

} // namespace adit
