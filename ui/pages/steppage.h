// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/pages/page.h"

class QLabel;

namespace adit {

class Button;
class StepMarkLabel;

/// One step of the process: what it asks, where the rule is from, and closing or opening it.
class StepPage final : public Page
{
    Q_OBJECT
public:
    explicit StepPage(Editor &editor, QWidget *parent = nullptr);

    void show(const QString &step);
    void focusMain() override;

private:
    void refresh();

    Editor &m_editor;
    QString m_step;
    StepMarkLabel *m_mark;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_rule;
    QLabel *m_certainty;
    Button *m_toggle;
};

} // namespace adit
