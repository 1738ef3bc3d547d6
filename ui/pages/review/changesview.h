// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/changedfields.h"
#include "ui/pages/review/reviewview.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace adit {

class Button;

/// What is new since whoever sits here last marked the case as read: each field as it was then and as it is now,
/// however often it changed on the way.
class ChangesView final : public ReviewView
{
    Q_OBJECT
public:
    explicit ChangesView(Editor &editor, QWidget *parent = nullptr);

    void refresh() override;
    void focusMain() override;

private:
    QWidget *buildHead();
    void markRead();
    void showSome();
    void addThing(const ChangedThing &thing);
    QString reader() const;
    QString titleOf(const ChangedThing &thing) const;

    Editor &m_editor;
    std::vector<ChangedThing> m_things;
    std::size_t m_shown = 0; ///< how many of them are on screen
    QLabel *m_since;
    QLabel *m_count;
    Button *m_mark;
    QWidget *m_samples = nullptr; ///< of the marks
    QVBoxLayout *m_list;
    Button *m_more;
    QScrollArea *m_scroll = nullptr;
};

} // namespace adit
