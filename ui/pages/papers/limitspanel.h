// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>

class QListWidget;

namespace adit {

class Button;

/// What limited the audit and is not told in public yet; an auditor ticks what is to be told. Opens in place; nothing
/// is ticked by itself, since what is taken over becomes public.
class LimitsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit LimitsPanel(Editor &editor, QWidget *parent = nullptr);

    /// Shows what there is; false where there is nothing.
    bool begin();

private:
    void take();
    QStringList ticked() const;

    Editor &m_editor;
    QListWidget *m_list;
    Button *m_take;
};

} // namespace adit
