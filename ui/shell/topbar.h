// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QFrame>

class QLabel;

namespace adit {

class Avatar;
class Button;
class Chip;
class ElidedLabel;
class IconLabel;
class SearchField;

/// The line on top: back and forward, which case this is, search, whether it is saved, who works here, the menu.
class TopBar final : public QFrame
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    SearchField *search() { return m_search; }
    Button *menuButton() { return m_menu; }
    void setPlace(const QString &name, const QString &detail);
    void setNavigation(bool back, bool forward);
    void setUndo(const QString &undoWords, const QString &redoWords, bool shown);
    void setSaved(const QString &words);
    void setReadOnly(bool readOnly);
    void setPerson(const QString &name);
    /// How many conflicts wait; 0 shows nothing.
    void setConflicts(int count);

Q_SIGNALS:
    void backWanted();
    void forwardWanted();
    void undoWanted();
    void redoWanted();
    void conflictsWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Button *m_back;
    Button *m_forward;
    ElidedLabel *m_name;
    ElidedLabel *m_detail;
    SearchField *m_search;
    Chip *m_conflicts;
    Button *m_undo;
    Button *m_redo;
    IconLabel *m_savedIcon;
    QLabel *m_saved;
    Avatar *m_person;
    Button *m_menu;
    bool m_readOnly = false;
};

} // namespace adit
